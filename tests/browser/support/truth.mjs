// A block is painted only while it is true. Whatever others change, the visitor sees what the text view would show with the
// same change: the same page is looked at in both views. Once it is undone, everything is painted again.
import assert from 'node:assert/strict';
import { PNG } from 'pngjs';
import { lines_off } from './overlay.mjs';
import { eventually } from './pixels.mjs';
import { at_rest } from './rest.mjs';
import { suite } from './suite.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** Of the window's pixels; a block at another place, or of other words, is 10 times as many. */
const most_different = 0.0012;
const most_off = { across: 1.6, down: 1.7 };

/** Checks of a suite, since each mostly waits. */
export const at_once = 4;
/** Milliseconds; some of what others do is only found when it is looked for (web/base/others_sheets.js). */
const told_after = 2000;

/** @param {Page} page */
const state = (page) =>
  page.evaluate(() => ({
    view: document.documentElement.dataset.view,
    own: document.querySelectorAll('.own').length,
    frames: /** @type {any} */ (window).lacit?.stats().frames,
    focus: document.activeElement?.localName,
    top: scrollY,
    height: document.documentElement.scrollHeight,
  }));

/** @param {Page[]} pages @param {number} top CSS pixels */
const scroll_to = (pages, top) =>
  Promise.all(
    pages.map(async (page) => {
      await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), top);
      await at_rest(page);
    }),
  );

/** How much of the window looks otherwise. @param {Page} one @param {Page} other */
async function difference(one, other) {
  const [a, b] = await Promise.all([one.screenshot(), other.screenshot()]);
  const [ours, theirs] = [PNG.sync.read(a).data, PNG.sync.read(b).data];
  let count = 0;
  for (let i = 0; i < ours.length; i += 4) {
    const apart = [0, 1, 2].reduce((sum, k) => sum + Math.abs((ours[i + k] ?? 0) - (theirs[i + k] ?? 0)), 0);
    if (apart > 200) count += 1;
  }
  return (count * 4) / ours.length;
}

/**
 * @param {{ visit: import('./suite.mjs').Site['visit'] }} site
 * @param {(page: Page) => Promise<unknown>} make
 * @param {((page: Page) => Promise<unknown>) | null} undo
 * @param {boolean} [stays_painted]
 */
export async function seen_alike({ visit }, make, undo, stays_painted = false) {
  const options = { storage: { 'lacit.consent': 'declined' }, reducedMotion: /** @type {const} */ ('reduce') };
  const [painted, plain] = await Promise.all([
    visit('/', { ...options, view: 'painted' }),
    visit('/', { ...options, storage: { ...options.storage, 'lacit.view': 'plain' }, view: 'plain' }),
  ]);
  await plain.reload(); // with the fonts that may have come too late for it the first time (font-display: optional)
  await Promise.all([painted, plain].map(at_rest));
  await Promise.all([painted, plain].map(make));
  // eslint-disable-next-line no-restricted-syntax -- time itself: some changes are only looked for
  await painted.waitForTimeout(told_after);
  for (const top of [0, 700]) {
    await scroll_to([painted, plain], top);
    const part = await difference(painted, plain);
    assert.ok(
      part < most_different,
      `${(100 * part).toFixed(2)} % of the window differs at ${top}: ${JSON.stringify(await state(painted))}`,
    );
    const now = await state(painted);
    if (now.view === 'painted') await fits(painted);
    if (stays_painted) assert.deepEqual([now.view, now.own], ['painted', 0]);
  }
  const before = await state(painted);
  await at_rest(painted);
  if (!undo) return;
  await undo(painted);
  // eslint-disable-next-line no-restricted-syntax -- time itself: some changes are only looked for
  await painted.waitForTimeout(told_after);
  await painted.waitForFunction(
    () => document.documentElement.dataset.view === 'painted' && !document.querySelector('.own'),
  );
  await at_rest(painted);
  const after = await state(painted);
  await fits(painted);
  // What becomes shorter above the window takes the scroll position along (CSS Scroll Anchoring 1).
  const shorter = Math.abs(after.height - before.height);
  assert.ok(Math.abs(after.top - before.top) <= shorter, `the page stays where it was: ${before.top}, ${after.top}`);
  await at_rest(painted);
}

/** Every line where C++ put it, in this frame or in the next ones. @param {Page} page */
export async function fits(page) {
  /** @type {unknown[]} */
  let off = [];
  await eventually(async () => (off = await page.evaluate(lines_off, most_off)).length === 0, '').catch(() => {});
  assert.deepEqual(off, []);
}

/** @param {Page} page @param {string} css */
const set_style = (page, css) =>
  page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, css);

/** @param {Page} page */
export const undo = (page) => page.evaluate(() => /** @type {any} */ (window).undo());

/**
 * A suite of styles, each by a sheet that nobody is told of.
 * @param {string} name
 * @param {Record<string, string>} sheets
 */
export const seen_by_sheets = (name, sheets) =>
  suite(
    name,
    (check, view) => {
      if (view !== 'painted') return;
      for (const [what, css] of Object.entries(sheets)) {
        check(`11.D18: ${what}, by a sheet that nobody is told of`, (site) =>
          seen_alike(
            site,
            (page) => set_style(page, css),
            (page) => set_style(page, ''),
          ),
        );
      }
    },
    undefined,
    at_once,
  );
