// The lightbox as a visitor meets it: its parts, how it is opened, and what it shows.

/** @typedef {import('playwright-core').Page} Page */

/** Nothing lies over the pictures but what is tested. */
export const declined = { 'lacit.consent': 'declined' };
export const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

/** @param {Page} page */
export function parts(page) {
  const dialog = page.locator('dialog[data-behaviour=lightbox]');
  const part = (/** @type {string} */ name) => dialog.locator(`[data-behaviour=lightbox-${name}]`);
  return {
    dialog,
    count: dialog.locator('#lightbox-count'),
    caption: dialog.locator('#lightbox-caption'),
    next: part('next'),
    previous: part('previous'),
    close: part('close'),
    share: part('share'),
    download: part('download'),
    again: part('again'),
    failed: part('failed'),
    note: part('note'),
    said: part('said'),
    stage: part('stage'),
    exit: dialog.locator('[data-behaviour=quick-exit]'),
    frame: dialog.locator('.lightbox-frame').first(),
    large: dialog.locator('.lightbox-large').first(),
  };
}

/** A picture's link in the page. @param {Page} page @param {string} id */
export const photo = (page, id) => page.locator(`a[data-behaviour=photo][data-value="${id}"]`);

/** @param {Page} page @param {string} id */
export async function press_photo(page, id) {
  await photo(page, id).scrollIntoViewIfNeeded();
  await photo(page, id).click();
  await shows(page, id);
}

/** Waits until the dialog shows that picture, and it has come. @param {Page} page @param {string} id */
export async function shows(page, id) {
  await page.waitForFunction((wanted) => {
    const dialog = document.querySelector('dialog[data-behaviour=lightbox][open]');
    const link = dialog?.querySelector('[data-behaviour=lightbox-download]');
    return (
      link instanceof HTMLAnchorElement &&
      link.download.startsWith(`${wanted}.`) &&
      dialog?.querySelectorAll('.lightbox-frame').length === 1 &&
      dialog.querySelector('.lightbox-frame[data-state=there]') !== null
    );
  }, id);
}

/** @param {Page} page */
export async function closed(page) {
  await page.waitForFunction(() => !document.querySelector('dialog[open]'));
}

/** Which picture's link has focus. @param {Page} page */
export const focused_photo = (page) =>
  page.evaluate(() =>
    document.activeElement instanceof HTMLElement ? document.activeElement.dataset.value : undefined,
  );

/** The address names that picture, or none. @param {Page} page @param {string} hash */
export async function address_is(page, hash) {
  await page.waitForFunction((wanted) => location.hash === wanted, hash);
}

/** Where the picture lies in the window, as magnified. @param {Page} page */
export async function picture_box(page) {
  return parts(page).large.evaluate((image) => {
    const { left, top, right, bottom, width, height } = image.getBoundingClientRect();
    return { left, top, right, bottom, width, height };
  });
}
