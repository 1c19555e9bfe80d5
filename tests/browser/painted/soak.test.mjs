// An hour of use in a few minutes: 10,000 random actions of a visitor, with a seed, end with memory flat and no complaint.
import assert from 'node:assert/strict';
import { dice } from '../../support/dice.mjs';
import { settled } from '../support/browser.mjs';
import { at_rest } from '../support/rest.mjs';
import { suite } from '../support/suite.mjs';

/** @typedef {import('playwright-core').Page} Page */

const actions_in_all = 10_000;
const batch = 20; // sent one after the other without waiting for each to be painted, as quick hands do
const seed = Number(process.env.LACIT_SEED ?? 20261123);

const sizes = [
  [360, 740],
  [768, 1024],
  [1280, 800],
];
const keys = ['Tab', 'Tab', 'Shift+Tab', 'Escape', 'PageDown', 'PageUp', 'ArrowDown', 'Enter', 'End', 'Home'];
const letters = 'abcdefghij lmnoprst';

/**
 * Runs in the page. One step at a time, and only where there are two: a lightbox that closes goes back too, and both at
 * once could lead out of the document.
 */
function back_in_this_document() {
  const { navigation } = /** @type {any} */ (window);
  const held = /** @type {{ going_back?: boolean }} */ (window);
  if (held.going_back || !navigation.entries()[navigation.currentEntry.index - 2]?.sameDocument) return;
  held.going_back = true;
  addEventListener('popstate', () => (held.going_back = false), { once: true });
  history.back();
}

/** Runs in the page. Quick exit would empty the page, and with it what leaked; it has tests of its own. */
function keep_this_document() {
  Object.assign(window, { same_document: true });
  const stay_here = (/** @type {Event} */ event) => {
    if (event.target instanceof Element && event.target.closest('[data-behaviour="quick-exit"]'))
      event.stopImmediatePropagation();
  };
  addEventListener('click', stay_here, { capture: true });
}

/** What visitors do, and how often of a hundred. @type {[number, (page: Page, roll: () => number) => Promise<unknown>][]} */
const habits = [
  [30, (page, roll) => page.mouse.wheel(0, (roll() - 0.4) * 1200)],
  [28, (page, roll) => page.mouse.move(roll() * 360, roll() * 700)],
  [20, (page, roll) => page.keyboard.press(keys[Math.floor(roll() * keys.length)] ?? 'Tab')],
  [8, (page, roll) => page.keyboard.type(letters[Math.floor(roll() * letters.length)] ?? 'a')],
  [6, (page, roll) => page.mouse.click(roll() * 360, 60 + roll() * 600)],
  [3, (page) => page.evaluate(back_in_this_document)],
  [2, (page) => page.locator('[data-behaviour=theme]').first().dispatchEvent('click')],
  [
    2,
    (page, roll) => {
      const [width = 0, height = 0] = sizes[Math.floor(roll() * sizes.length)] ?? [];
      return page.setViewportSize({ width, height });
    },
  ],
  [1, (page) => page.locator('header a[href="/about/"]').first().dispatchEvent('click')],
];

/** @param {Page} page @param {() => number} roll */
async function act(page, roll) {
  let left = roll() * 100;
  for (const [share, habit] of habits) {
    left -= share;
    // A page that is going away refuses; the next action meets the next page.
    if (left < 0) return void (await habit(page, roll).catch(() => {}));
  }
}

/** What lives as long as the document, by name. */
const lasting = ['window', 'document', 'document.documentElement', 'document.body', 'document.fonts', 'visualViewport'];

/** @param {import('playwright-core').CDPSession} session @returns {Promise<Record<string, number>>} listeners of each */
async function lasting_listeners(session) {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const expression of lasting) {
    const { result } = await session.send('Runtime.evaluate', { expression });
    const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId ?? '' });
    for (const { type } of listeners) counts[`${expression} ${type}`] = (counts[`${expression} ${type}`] ?? 0) + 1;
  }
  return counts;
}

/**
 * Memory after all that is garbage is gone, on the start page, which is reached in the same document.
 * @param {Page} page
 */
async function weigh(page) {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.locator('header a[href="/"]').first().dispatchEvent('click', {}, { timeout: 9000 });
  await page.waitForFunction(() => location.pathname === '/' && document.querySelector('.hero-heading'), null, {
    timeout: 9000,
  });
  await page.evaluate(() => document.dispatchEvent(new CustomEvent('lacit:view', { detail: 'painted' })));
  await settled(page, 'painted');
  await at_rest(page);
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  const lasts = await lasting_listeners(session);
  await session.detach();
  const of = (/** @type {string} */ name) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners'), lasts };
}

/**
 * The same document all the time, since a new one would hide what the old one leaked: what would leave the page (other
 * sites, pictures, what is sent) is answered by «no content», which keeps it (HTML 7.4.2.3).
 * @param {Page} page
 * @param {string} origin
 */
async function stay(page, origin) {
  page.context().on('page', (other) => void (other === page || other.close().catch(() => {})));
  await page.route('**/*', (route) => {
    const request = route.request();
    const stays = request.url().startsWith(origin) && !request.isNavigationRequest();
    return stays ? route.continue() : route.fulfill({ status: 204 });
  });
}

await suite('soak', (check, view) => {
  if (view !== 'painted') return;
  check(`${actions_in_all} random actions (LACIT_SEED=${seed})`, async ({ visit, origin }) => {
    const page = await visit('/', { viewport: { width: 360, height: 740 }, storage: { 'lacit.consent': 'declined' } });
    /** @type {string[]} */
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('crash', () => complaints.push('the page crashed'));
    await stay(page, origin);
    page.setDefaultTimeout(1000); // what is not there is not waited for
    await page.evaluate(keep_this_document);
    const roll = dice(seed);
    /** @type {Awaited<ReturnType<typeof weigh>>[]} */
    const weights = [];
    for (let done = 0; done < actions_in_all; done += batch) {
      if (done % 2500 === 0) weights.push(await weigh(page));
      await Promise.all(Array.from({ length: batch }, () => act(page, roll)));
    }
    weights.push(await weigh(page));
    const [, early, , , last] = weights;
    assert.ok(early && last);
    assert.deepEqual(complaints, []);
    assert.equal(await page.evaluate(() => 'same_document' in window), true, 'it was one document all the time');
    assert.ok(last.heap < early.heap * 1.1 + 1e6, `heap: ${weights.map(({ heap }) => Math.round(heap / 1000))} kB`);
    assert.deepEqual(last.lasts, early.lasts, 'what stays has the same listeners');
    // Blink keeps a few pages with fields that were left, in the text view as well, the more the slower the machine, and
    // with them their fields' listeners; a leak of ours would keep hundreds.
    assert.ok(last.nodes < early.nodes * 3, `nodes: ${weights.map(({ nodes }) => nodes)}`);
    assert.ok(last.listeners < early.listeners * 3, `listeners: ${weights.map(({ listeners }) => listeners)}`);
  });
});
