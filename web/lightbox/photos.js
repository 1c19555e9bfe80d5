// What the lightbox knows of a page's pictures: read from their links when it is asked for, so that a page of ten thousand
// costs nothing before.

/**
 * @typedef {object} Photo
 * @property {string} id what stands in `#photo=`
 * @property {string} address of the largest file
 * @property {string} alt
 * @property {string} caption may be empty
 * @property {number} width of the largest file in its pixels
 * @property {number} height
 * @property {boolean} vector offered as a drawing: sharp at any size
 * @property {HTMLImageElement | null} small the page's own picture
 */

const prefix = '#photo=';
const photos = 'main a[data-behaviour="photo"]';

/** @returns {HTMLAnchorElement[]} in the page's order, over all of its galleries */
export function photo_links() {
  return [...document.querySelectorAll(photos)].filter((link) => link instanceof HTMLAnchorElement);
}

/** @param {HTMLAnchorElement} link @returns {Photo} */
export function photo_of(link) {
  const small = link.querySelector('img');
  return {
    id: link.dataset.value ?? '',
    address: link.href,
    alt: small?.alt ?? '',
    caption: link.closest('figure')?.querySelector('figcaption')?.textContent ?? '',
    width: Number(small?.getAttribute('width')) || 4,
    height: Number(small?.getAttribute('height')) || 3,
    vector: link.pathname.endsWith('.svg') || link.querySelector('source[type="image/svg+xml"]') !== null,
    small,
  };
}

/** @param {string} id */
export const hash_of = (id) => prefix + encodeURIComponent(id);

/** @returns {string | null} the picture that the address names */
export function id_in_address() {
  if (!location.hash.startsWith(prefix)) return null;
  try {
    return decodeURIComponent(location.hash.slice(prefix.length));
  } catch {
    return null; // a % that encodes nothing
  }
}

/**
 * The large picture, in the formats and widths that the page offers of the small one: the browser chooses.
 * @param {Photo} photo
 * @param {number} width that it is shown at, CSS pixels
 * @param {boolean} plain only the largest file, in the format that all browsers know
 * @returns {{ picture: HTMLElement, image: HTMLImageElement, resize: (width: number) => void }} resize: it is to be sharp
 *   at that width
 */
export function large_picture(photo, width, plain) {
  const picture = document.createElement('picture');
  const image = new Image();
  const small = plain ? null : photo.small;
  for (const source of small?.closest('picture')?.querySelectorAll('source') ?? []) {
    const { type, srcset } = source;
    picture.append(Object.assign(document.createElement('source'), { type, srcset }));
  }
  picture.append(image);
  let widest = 0;
  const resize = (/** @type {number} */ wanted) => {
    if (wanted <= widest) return; // what has come is sharp enough; each change would ask for it anew
    widest = wanted;
    const sizes = `${Math.ceil(wanted)}px`;
    for (const chooser of picture.querySelectorAll('source')) chooser.sizes = sizes;
    image.sizes = sizes;
  };
  resize(width);
  Object.assign(image, { alt: photo.alt, decoding: 'async', className: 'lightbox-large' });
  if (small?.srcset) image.srcset = small.srcset;
  image.src = photo.address; // last: with it the choice begins
  return { picture, image, resize };
}
