// Frames while nothing happens: counted where every one of them has to pass, at the browser's own animation frames.

/** Runs before the page's scripts. */
function count_animation_frames() {
  const original = requestAnimationFrame.bind(window);
  Object.assign(window, { bench_frames: 0 });
  window.requestAnimationFrame = (callback) => {
    /** @type {any} */ (window).bench_frames += 1;
    return original(callback);
  };
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {string} ready a selector that is there once the page paints
 * @param {number} seconds
 * @returns {Promise<number>}
 */
export async function idle_frames(browser, url, ready, seconds) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.addInitScript(count_animation_frames);
  await page.goto(url);
  await page.waitForSelector(ready, { state: 'attached' });
  await page.waitForTimeout(2000); // pictures arrive
  const count = () => page.evaluate(() => /** @type {any} */ (window).bench_frames);
  const before = await count();
  await page.waitForTimeout(seconds * 1000);
  const frames = (await count()) - before;
  await page.close();
  return frames;
}
