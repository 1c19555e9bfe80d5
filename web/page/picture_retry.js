// Pictures of the page that did not come. They are marked, so that both views show their alt text in the frame; a tap
// asks for them again, and so does the network when it is back.

/** @param {{ target: EventTarget | null }} event @returns {HTMLImageElement | null} */
function picture_of(event) {
  return event.target instanceof HTMLImageElement && event.target.dataset.n ? event.target : null;
}

/** @param {HTMLImageElement} image */
function retry(image) {
  // eslint-disable-next-line no-self-assign -- HTML 4.8.4.3: chosen and fetched anew, its sources too
  image.src = image.src;
}

/** @param {MouseEvent} event */
function tapped(event) {
  const target = event.target instanceof Element ? event.target : null;
  const link = target?.closest('a') ?? target;
  const failed = link?.matches('img[data-failed]') ? link : link?.querySelector('img[data-failed]');
  if (!(failed instanceof HTMLImageElement) || event.button !== 0) return;
  event.preventDefault();
  retry(failed);
}

/** Failed before this script ran. decode() tells them from drawings without a size. @param {HTMLImageElement} image */
function check(image) {
  const doubtful = image.dataset.n && image.complete && image.currentSrc !== '' && image.naturalWidth === 0;
  if (doubtful) image.decode().catch(() => image.toggleAttribute('data-failed', image.complete));
}

export function start_picture_retry() {
  // load and error do not bubble.
  document.addEventListener('error', (event) => picture_of(event)?.setAttribute('data-failed', ''), true);
  document.addEventListener('load', (event) => picture_of(event)?.removeAttribute('data-failed'), true);
  document.addEventListener('click', tapped, true);
  // That an address is taken away, as helpers do who want no pictures, no event tells.
  new MutationObserver((records) => {
    for (const { target } of records) {
      const picture = picture_of({ target });
      if (picture && !picture.hasAttribute('src')) picture.setAttribute('data-failed', '');
    }
  }).observe(document.body, { subtree: true, attributeFilter: ['src'] });
  addEventListener('online', () => {
    for (const image of document.querySelectorAll('img[data-failed]')) retry(/** @type {HTMLImageElement} */ (image));
  });
  for (const image of document.images) check(image);
}
