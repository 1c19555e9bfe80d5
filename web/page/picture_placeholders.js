// Until a picture has come, its frame shows soft colours of it (src/site/content/model.h: placeholder) in the text view too.

/** Further ones are given theirs where they are drawn, by the painted view. */
const most = 200;

/** @param {HTMLImageElement} image */
function colours_of({ dataset }) {
  const bytes = Uint8Array.from(atob(dataset.placeholder ?? ''), (letter) => letter.charCodeAt(0));
  const colour = (/** @type {number} */ i) => `rgb(${bytes.subarray(3 * i, 3 * i + 3).join()})`;
  return [0, 6, 11].map(colour).join(); // the corners and the middle of four columns by three rows
}

export function start_picture_placeholders() {
  const images = /** @type {NodeListOf<HTMLImageElement>} */ (document.querySelectorAll('img[data-placeholder]'));
  for (const image of [...images].slice(0, most)) {
    if (image.complete) continue;
    image.style.background = `linear-gradient(135deg,${colours_of(image)})`; // by CSSOM, which a strict style-src allows
    // Neither what is transparent in it nor the words of one that failed may have them behind.
    for (const end of ['load', 'error'])
      image.addEventListener(end, () => image.style.removeProperty('background'), { once: true });
  }
}
