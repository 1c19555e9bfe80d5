// CPU time of C++ frames, without the GPU's share: the program measures itself, from begin to end of ImGui's drawing,
// before anything goes to WebGL.
import { open } from '../browser/support/browser.mjs';
import { median, quantile } from './numbers.mjs';

/**
 * @typedef {'first' | 'scroll'} Kind first: layout and paint of everything, as for a first paint; scroll: only the scroll
 *   position is another
 * @typedef {{ rounds: number, median_ms: number, p95_ms: number }} Frames
 */

/**
 * Runs in the page.
 * @param {{ kind: Kind, rounds: number }} wanted
 * @returns {Promise<number[]>} milliseconds a frame
 */
async function run_frames({ kind, rounds }) {
  const lacit = /** @type {any} */ (window).lacit;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const room = document.documentElement.scrollHeight - innerHeight;
  const times = [];
  for (let i = 1; i <= rounds; i += 1) {
    const before = lacit.stats().frames;
    if (kind === 'first') dispatchEvent(new Event('resize'));
    else scrollTo({ top: (i * 37) % room, behavior: 'instant' });
    while (lacit.stats().frames === before) await frame();
    const { lastFrameMs, lastLayoutMs } = lacit.stats();
    times.push(kind === 'first' ? lastLayoutMs + lastFrameMs : lastFrameMs);
  }
  return times;
}

/**
 * @param {import('playwright-core').Page} page in the painted view
 * @param {Kind} kind
 * @param {number} rounds
 * @returns {Promise<Frames>}
 */
export async function measure_kind(page, kind, rounds) {
  await page.evaluate(run_frames, { kind, rounds: 10 }); // the browser compiles hot code anew while it runs
  const times = await page.evaluate(run_frames, { kind, rounds });
  return { rounds, median_ms: median(times), p95_ms: quantile(times, 0.95) };
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {number} rounds
 */
export async function measure_frames(browser, url, rounds) {
  const page = await open(browser, url, { view: 'painted', storage: { 'lacit.consent': 'declined' } });
  await page.waitForTimeout(1500); // pictures arrive
  const isolated = await page.evaluate(() => crossOriginIsolated);
  const first = await measure_kind(page, 'first', rounds);
  const scroll = await measure_kind(page, 'scroll', rounds);
  await page.context().close();
  return { isolated, first, scroll };
}
