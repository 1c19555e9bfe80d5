// The page at rest: what came late has come, and nothing is on its way.

/** @typedef {import('playwright-core').Page} Page */

/** Drawn so far. @param {Page} page @returns {Promise<number>} */
export const frames = (page) => page.evaluate(() => /** @type {any} */ (window).lacit.stats().frames);

/** Two frames of the browser: what was asked for in the first is there in the second. @param {Page} page */
export const next_frame = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined)))));

/**
 * Until the window's pictures have come, all fading is over, and so many of the browser's frames have passed in a row in
 * which the painted view drew none: longer than the timers that it draws by.
 * @param {Page} page
 */
export async function at_rest(page) {
  await page.evaluate(async (quiet_frames) => {
    const is_near = (/** @type {Element} */ element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top < innerHeight && bottom > 0;
    };
    const drawn = () => /** @type {any} */ (window).lacit?.stats().frames ?? 0;
    const is_busy = () =>
      [...document.images].some((image) => !image.complete && is_near(image)) ||
      document.getAnimations().some((animation) => animation.playState === 'running');
    const deadline = performance.now() + 20_000;
    let before = drawn();
    for (let quiet = 0; quiet < quiet_frames; quiet += 1) {
      if (performance.now() > deadline)
        throw new Error(`the page does not come to rest: ${before} frames, busy: ${is_busy()}`);
      await new Promise(requestAnimationFrame);
      const now = drawn();
      if (now !== before || is_busy()) quiet = -1;
      before = now;
    }
  }, 30);
}
