// The keyboard's way through the page in each engine: the plain view's order, focus always to be seen.
import assert from 'node:assert/strict';
import { painted, still, suite } from './support/suite.mjs';

/** @typedef {import('./support/tab.d.ts').Tab} Tab */

/**
 * Runs in the page. What has focus, and whether it can be seen (WCAG 2.4.7, 2.4.11).
 */
function focused() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const box = element.getBoundingClientRect();
  const pinned = document.querySelector('.header')?.getBoundingClientRect().bottom ?? 0;
  const of_frame = element.closest('.header, .crisis-bar, .skip-link') !== null;
  return {
    name: element.getAttribute('data-n'),
    seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 0,
    covered: !of_frame && box.top < pinned - 1,
  };
}

/** Tab until the page is through, or for so many steps. @param {Tab} tab @param {number} most */
async function walk(tab, most) {
  const stops = [];
  for (let i = 0; i < most; i += 1) {
    await tab.press('Tab');
    const stop = await tab.evaluate(focused);
    if (!stop) break;
    await painted(tab);
    stops.push((await tab.evaluate(focused)) ?? stop);
  }
  return stops;
}

/** Until the pixels differ: WebKit's screenshots may be a frame behind. @param {Tab} tab @param {Buffer} before */
async function changed(tab, before) {
  for (let tries = 0; tries < 50; tries += 1) {
    const now = await tab.screenshot();
    if (!now.equals(before)) return now;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return assert.fail('the pixels stay as they are');
}

await suite('focus', (check, engine) => {
  for (const width of [480, 1280]) {
    check(`Tab goes through the page as in the text view, everything in sight, at ${width} px`, async ({ visit }) => {
      const orders = [];
      for (const view of /** @type {const} */ (['plain', 'painted'])) {
        const tab = await visit('/', { view, width, height: 600 });
        const stops = await walk(tab, 60);
        for (const stop of stops) {
          assert.ok(stop.seen, `${view}: node ${stop.name} has focus out of sight`);
          assert.ok(!stop.covered, `${view}: node ${stop.name} has focus under the header`);
        }
        orders.push(stops.map((stop) => stop.name));
      }
      assert.ok((orders[0] ?? []).length >= 15, `${orders[0]?.length} stops`);
      assert.deepEqual(orders[1], orders[0]);
    });
  }

  check('Shift and Tab go back the same way', async ({ visit }) => {
    const tab = await visit('/', { width: 1280 });
    const there = (await walk(tab, 8)).map((stop) => stop.name);
    const back = [];
    for (let i = 0; i < 7; i += 1) {
      await tab.press('Tab', ['Shift']);
      back.push((await tab.evaluate(focused))?.name);
    }
    assert.deepEqual(back, there.slice(0, 7).reverse());
  });

  check('the ring is painted', async ({ visit }) => {
    const tab = await visit('/', { width: 1280 });
    await walk(tab, 4);
    await tab.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
    await painted(tab);
    const without = await still(tab); // the last ring has gone from the screenshots
    await walk(tab, 1); // goes on from where the focus was
    const with_ring = await changed(tab, without);
    await tab.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
    await changed(tab, with_ring);
  });

  check('the skip link leads past the navigation, and Tab goes on from there', async ({ visit }) => {
    const tab = await visit('/training/', { width: 1280 });
    await tab.press('Tab');
    assert.equal(await tab.evaluate(() => document.activeElement?.getAttribute('href')), '#main');
    await tab.press('Enter');
    await painted(tab);
    await tab.press('Tab');
    const inside = await tab.evaluate(() => document.querySelector('main')?.contains(document.activeElement));
    assert.equal(inside, true, `${engine}: focus is in the content`);
  });

  check('Escape closes the menu and gives focus back to its button', async ({ visit }) => {
    const tab = await visit('/', { width: 768 });
    await tab.evaluate(() => document.querySelector('summary')?.focus());
    await tab.press('Enter');
    assert.equal(await tab.evaluate(() => document.querySelector('details')?.open), true);
    await tab.press('Tab');
    await tab.press('Escape');
    assert.equal(await tab.evaluate(() => document.querySelector('details')?.open), false);
    assert.equal(await tab.evaluate(() => document.activeElement?.localName), 'summary');
  });
});
