// Scrolling is the browser's own in each engine: every way of it ends where the text view ends, and the canvas follows.
import assert from 'node:assert/strict';
import { ink_box, two_screenshots, visible_lines } from '../browser/support/ink.mjs';
import { lasting_fault, painted, settled, suite, until } from './support/suite.mjs';

/** @typedef {import('./support/tab.d.ts').Tab} Tab */

/** @param {Tab} tab */
const top_of = (tab) => tab.evaluate(() => Math.round(scrollY));

/** Until the position holds still: engines scroll smoothly on keys, and begin late. @param {Tab} tab */
async function at_rest(tab) {
  let now = await top_of(tab);
  for (let still = 0; still < 3;) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    const next = await top_of(tab);
    still = next === now ? still + 1 : 0;
    now = next;
  }
  return now;
}

/** The canvas shows what the page shows there. @param {Tab} tab @param {string} where */
async function canvas_follows(tab, where) {
  await painted(tab);
  const fault = await lasting_fault(async () => {
    const lines = await tab.evaluate(visible_lines, 1);
    const { painted: canvas, spans } = await two_screenshots(tab);
    assert.ok(lines.length > 3, `${where}: ${lines.length} lines in sight`);
    const off = lines.find(({ region }) => {
      const [ink, span] = [ink_box(canvas, region), ink_box(spans, region)];
      return !ink || !span || Math.abs(ink.top - span.top) > 2;
    });
    return off?.text ?? '';
  });
  assert.equal(fault, '', where);
}

/** @type {[string, (tab: Tab) => Promise<void>][]} */
const ways = [
  ['the wheel', (tab) => tab.wheel(300, 400, 500)],
  ['Page Down', (tab) => tab.press('PageDown')],
  ['the space bar', (tab) => tab.press(' ')],
  ['an arrow key', (tab) => tab.press('ArrowDown')],
  ['End', (tab) => tab.press('End')],
  ['an anchor', (tab) => tab.evaluate(() => void (location.hash = '#contact'))],
  ['scrollIntoView', (tab) => tab.evaluate(() => document.querySelector('footer')?.scrollIntoView())],
];

/**
 * @param {Tab} tab
 * @param {(name: string) => Promise<void>} look called at each end
 * @returns {Promise<Map<string, number>>} where each way ends from the top, CSS pixels
 */
async function walk_all_ways(tab, look) {
  const ends = new Map();
  for (const [name, scroll] of ways) {
    await tab.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await at_rest(tab);
    await scroll(tab);
    ends.set(name, await at_rest(tab));
    await look(name);
  }
  return ends;
}

await suite('scrolling', (check) => {
  check('every way ends where it ends in the text view, and the canvas follows', async ({ visit }) => {
    const plain = await walk_all_ways(await visit('/', { view: 'plain', width: 800 }), async () => {});
    const tab = await visit('/', { view: 'painted', width: 800 });
    const over_canvas = await walk_all_ways(tab, (name) => canvas_follows(tab, name));
    for (const [name] of ways) {
      const [wanted = 0, found = 0] = [plain.get(name), over_canvas.get(name)];
      assert.ok(wanted > 20, `${name} scrolls`);
      assert.ok(Math.abs(wanted - found) <= 30, `${name}: ${wanted} in the text view, ${found} over the canvas`);
    }
    await tab.press('Home');
    assert.equal(await at_rest(tab), 0);
  });

  check('a reload and a way back come to the same place', async ({ visit, origin }) => {
    const tab = await visit('/what-is-cit/', { width: 800 });
    await tab.evaluate(() => scrollTo({ top: 900, behavior: 'instant' }));
    await at_rest(tab);
    await tab.reload();
    await settled(tab, 'painted');
    assert.equal(await at_rest(tab), 900);
    await canvas_follows(tab, 'after the reload');
    await tab.go(`${origin}/robots.txt`);
    await tab.evaluate(() => void setTimeout(() => history.back())); // after the driver has its answer
    await until(tab, () => location.pathname === '/what-is-cit/');
    await settled(tab, 'painted');
    assert.equal(await at_rest(tab), 900);
    await canvas_follows(tab, 'after the way back');
  });
});
