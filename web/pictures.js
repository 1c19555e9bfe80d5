// Gives the page's <img> elements to the program as textures, once the browser has decoded them.

/** SVG pictures are drawn at the size they are shown at; a bound keeps a huge window from a huge texture. */
const largest = 2048;

/** @param {HTMLImageElement} image */
function is_vector(image) {
  return new URL(image.currentSrc || image.src).pathname.endsWith('.svg');
}

/**
 * A vector picture as pixels of just the size needed, since its natural size says nothing.
 * @param {HTMLImageElement} image
 */
function rasterise(image) {
  const shown = image.getBoundingClientRect();
  const natural = image.naturalWidth / Math.max(1, image.naturalHeight);
  const cover = Math.max(shown.width, shown.height * natural);
  const scale = Math.min(devicePixelRatio, largest / Math.max(1, cover));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(cover * scale));
  canvas.height = Math.max(1, Math.round((cover / natural) * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/**
 * @param {import('./program.js').Program} program
 * @param {() => void} changed
 */
export function start_pictures(program, changed) {
  /** @type {WeakMap<HTMLImageElement, string>} what was uploaded last, to upload nothing twice */
  let uploaded = new WeakMap();

  /** @param {HTMLImageElement} image */
  function upload(image) {
    const id = Number(image.dataset.n);
    if (Number.isNaN(id) || !image.complete || image.naturalWidth === 0) return;
    const vector = is_vector(image);
    const box = image.getBoundingClientRect();
    if (vector && box.width === 0) return;
    const key = vector ? `${image.src} ${box.width}×${box.height}@${devicePixelRatio}` : image.currentSrc;
    if (uploaded.get(image) === key) return;
    const source = vector ? rasterise(image) : image;
    program.picture(id, source, source.width, source.height);
    uploaded.set(image, key);
    changed();
  }

  document.addEventListener('load', (event) => event.target instanceof HTMLImageElement && upload(event.target), true);
  return {
    /** After a layout: sizes may be others. */
    upload() {
      for (const image of document.images) upload(image);
    },
    /** The same in pieces. @returns {Generator<() => void>} */
    *uploads() {
      for (const image of document.images) yield () => upload(image);
    },
    /** With the page, the program drops its pictures; elements of the frame stay and must give theirs again. */
    forget() {
      uploaded = new WeakMap();
    },
  };
}
