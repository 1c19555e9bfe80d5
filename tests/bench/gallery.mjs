// Galleries of 50, 1,000 and 10,000 pictures: what the visitor waits for and what a frame costs should not tell them apart.
import { join } from 'node:path';
import { open } from '../browser/support/browser.mjs';
import { root } from '../support/build_site.mjs';
import { build_many_pictures } from '../support/many_pictures.mjs';
import { measure_kind } from './frames.mjs';
import { median } from './numbers.mjs';
import { serve_folders } from './static_server.mjs';

/** Runs in the page. @returns {Promise<number>} milliseconds from the navigation's start */
function first_paint() {
  return new Promise((resolve) => {
    new PerformanceObserver((list, observer) => {
      const entry = list.getEntriesByName('first-contentful-paint')[0];
      if (!entry) return;
      observer.disconnect();
      resolve(entry.startTime);
    }).observe({ type: 'paint', buffered: true });
  });
}

/**
 * Runs in the page: on the way to its end, as a visitor scrolls who looks for something.
 * @param {number} stops
 * @returns {Promise<{ bytes: number, layout_ms: number }>} the most of each
 */
async function scroll_to_end(stops) {
  const lacit = /** @type {any} */ (window).lacit;
  const pause = () => new Promise((resolve) => setTimeout(resolve, 150));
  const room = document.documentElement.scrollHeight - innerHeight;
  const most = { bytes: 0, layout_ms: 0 };
  for (let i = 1; i <= stops; i += 1) {
    scrollTo({ top: (room * i) / stops, behavior: 'instant' });
    await pause();
    const { pictureBytes, lastLayoutMs } = lacit.stats();
    most.bytes = Math.max(most.bytes, pictureBytes);
    most.layout_ms = Math.max(most.layout_ms, lastLayoutMs);
  }
  return most;
}

/**
 * Runs in the page.
 * @returns {Promise<number>} milliseconds from the click until the large picture is there
 */
async function open_lightbox() {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const began = performance.now();
  /** @type {HTMLElement | null} */ (document.querySelector('.gallery-link'))?.click();
  const shown = () =>
    /** @type {HTMLImageElement[]} */ ([...document.querySelectorAll('dialog[open] img')]).some(
      (image) => image.complete && image.naturalWidth > 0,
    );
  while (!shown()) await frame();
  await frame();
  const took = performance.now() - began;
  document.querySelector('dialog[open]')?.dispatchEvent(new Event('cancel', { cancelable: true })); // as Escape does
  while (document.querySelector('dialog[open]') || location.hash) await frame();
  return took;
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {{ frames: number, starts: number }} rounds
 */
async function measure_page(browser, url, rounds) {
  const starts = [];
  for (let i = 0; i < rounds.starts; i += 1) {
    const page = await open(browser, url, { view: 'plain' });
    starts.push(await page.evaluate(first_paint));
    await page.context().close();
  }
  const page = await open(browser, url, { view: 'painted', storage: { 'lacit.consent': 'declined' } });
  await page.waitForTimeout(1500); // pictures arrive
  const first_layout_ms = await page.evaluate(() => /** @type {any} */ (window).lacit.stats().lastLayoutMs);
  const scroll = await measure_kind(page, 'scroll', rounds.frames);
  const way = await page.evaluate(scroll_to_end, 80);
  await page.evaluate(() =>
    document.querySelector('.gallery-link')?.scrollIntoView({ block: 'center', behavior: 'instant' }),
  );
  await page.waitForTimeout(1000);
  const opens = [];
  for (let i = 0; i < 6; i += 1) opens.push(await page.evaluate(open_lightbox));
  await page.context().close();
  const [first_open_ms = NaN, ...later] = opens;
  return { first_paint_ms: median(starts), first_layout_ms, scroll, ...way, first_open_ms, open_ms: median(later) };
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {{ frames: number, starts: number }} rounds
 */
export async function measure_galleries(browser, rounds) {
  const results = [];
  for (const count of [50, 1000, 10_000]) {
    const server = await serve_folders(build_many_pictures(count, join(root, 'build/bench', `pictures-${count}`)));
    results.push({ count, ...(await measure_page(browser, `${server.origin}/many/`, rounds)) });
    await server.stop();
    console.error(`  gallery of ${count} pictures: done`);
  }
  return results;
}
