// Gives the page's <img> elements to the program as textures, once the browser has decoded them. The program tells which
// ones it wants: what a scroll position shows or nearly shows, and has not got.

/** Vector pictures are drawn at the size they are shown at; a bound keeps a huge window from a huge texture. */
const largest = 2048;
/** A picture with so many times the pixels that it is shown with is made smaller before it takes up memory. */
const too_many = 6;

/** @param {HTMLImageElement} image */
function is_vector(image) {
  return new URL(image.currentSrc || image.src).pathname.endsWith('.svg');
}

/**
 * The picture in pixels of just the size that it is shown at.
 * @param {HTMLImageElement} image
 * @param {number} ratio device pixels a CSS pixel
 */
function rasterise(image, ratio) {
  const shown = image.getBoundingClientRect();
  const natural = image.naturalWidth / Math.max(1, image.naturalHeight);
  const cover = Math.max(shown.width, shown.height * natural);
  const scale = Math.min(ratio, largest / Math.max(1, cover));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(cover * scale));
  canvas.height = Math.max(1, Math.round((cover / natural) * scale));
  const context = canvas.getContext('2d');
  if (context) context.imageSmoothingQuality = 'high';
  context?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** @param {HTMLImageElement} image @param {DOMRect} box that it is shown in */
function is_oversized(image, box) {
  const shown = box.width * box.height * devicePixelRatio ** 2;
  return shown > 0 && image.naturalWidth * image.naturalHeight > too_many * shown;
}

/**
 * @param {import('./program.js').Program} program
 * @param {() => void} changed
 * @param {() => number} ratio device pixels a CSS pixel that the canvas has
 */
export function start_textures(program, changed, ratio) {
  /** @type {Map<HTMLImageElement, string>} what was uploaded last: another size or address is news */
  const uploaded = new Map();
  /** @type {Set<HTMLImageElement>} */
  const decoding = new Set();

  /** @param {HTMLImageElement} image @param {DOMRect} box */
  const key_of = (image, box) =>
    is_vector(image) ? `${image.src} ${box.width}×${box.height}@${ratio()}` : image.currentSrc;

  /** @param {HTMLImageElement} image complete */
  function upload(image) {
    const box = image.getBoundingClientRect();
    if (image.naturalWidth === 0 || box.width === 0) return;
    const source = is_vector(image) || is_oversized(image, box) ? rasterise(image, ratio()) : image;
    program.picture(Number(image.dataset.n), source, source.width, source.height);
    uploaded.set(image, key_of(image, box));
    changed();
  }

  /** @param {HTMLImageElement} image */
  function refresh(image) {
    const before = uploaded.get(image);
    if (before && image.complete && before !== key_of(image, image.getBoundingClientRect())) upload(image);
  }

  // Decoded apart from the page's thread, so that scrolling goes on.
  /** @param {HTMLImageElement} image */
  async function decode(image) {
    decoding.add(image);
    try {
      await image.decode();
      if (image.isConnected) upload(image);
    } catch {
      // Not a picture, or another address meanwhile: its load event will tell.
    } finally {
      decoding.delete(image);
    }
  }

  /** @param {Map<number, HTMLElement>} elements @param {number} scroll @returns {HTMLImageElement[]} */
  function ready(elements, scroll) {
    /** @type {HTMLImageElement[]} */
    const images = [];
    for (const id of program.wanted(scroll)) {
      const image = elements.get(id);
      if (image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0) images.push(image);
    }
    return images;
  }

  const loaded = (/** @type {Event} */ event) => {
    if (!(event.target instanceof HTMLImageElement)) return;
    refresh(event.target); // the browser chose another width
    changed();
  };
  document.addEventListener('load', loaded, true);
  return {
    /** After a frame: what it was without. @param {Map<number, HTMLElement>} elements @param {number} scroll CSS pixels */
    fetch(elements, scroll) {
      for (const image of ready(elements, scroll)) if (!decoding.has(image)) void decode(image);
    },
    /**
     * All of that at once, or in pieces.
     * @param {Map<number, HTMLElement>} elements @param {number} scroll CSS pixels @returns {Generator<() => void>}
     */
    *uploads(elements, scroll) {
      for (const image of ready(elements, scroll)) yield () => upload(image);
    },
    /** After a layout: vector pictures are drawn for their size. */
    resized() {
      for (const image of uploaded.keys()) if (is_vector(image)) refresh(image);
    },
    /** With the page, the program drops its pictures; elements of the frame stay and must give theirs again. */
    forget() {
      uploaded.clear();
    },
  };
}
