// Text on the canvas is text: selected, copied and found as on a page without canvas. The plain view is the measure.
import assert from 'node:assert/strict';
import { pages } from '../browser/support/pages.mjs';
import { settled, still, suite, until } from './support/suite.mjs';
import { copied, selected, show_words } from './support/words.mjs';

/** @typedef {import('./support/tab.d.ts').Tab} Tab */

const from = 'specialized training';
const to = 'injuries and fatalities';

/** Drags from inside of one point of the list to inside of the next. @param {Tab} tab */
async function drag_over_two_points(tab) {
  await show_words(tab, 'specialized');
  const [start, end] = await tab.evaluate(
    (words) =>
      words.map((wanted) => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const node = /** @type {Text} */ (walker.currentNode);
          const at = node.data.indexOf(wanted.split(' ')[0] ?? '');
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 4);
          const { left, right, top, bottom } = range.getBoundingClientRect();
          return { left, right, y: (top + bottom) / 2 };
        }
        return { left: 0, right: 0, y: 0 };
      }),
    [from, to],
  );
  if (!start || !end) throw new Error('no such words');
  await tab.drag({ x: start.left, y: start.y }, { x: end.right, y: end.y });
}

/** As people compare texts: without regard to how many empty lines stand between blocks. @param {string} text */
const lines = (text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

await suite('text', (check) => {
  check('everything selected reads as in the text view, on all pages', async ({ visit, origin }) => {
    const plain = await visit('/', { view: 'plain' });
    const painted = await visit('/', { view: 'painted' });
    for (const path of pages) {
      const texts = [];
      for (const [tab, view] of /** @type {const} */ ([
        [plain, 'plain'],
        [painted, 'painted'],
      ])) {
        await tab.evaluate((kept) => localStorage.setItem('lacit.view', kept), view);
        await tab.go(origin + path);
        await settled(tab, view);
        await tab.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('main') ?? document.body));
        texts.push(lines(await selected(tab)));
      }
      assert.deepEqual(texts[1], texts[0], path);
      assert.ok((texts[0] ?? []).length > 2, 'there is something to read');
    }
  });

  check(
    'a drag over two points selects and copies what lies between, without breaks at painted line ends',
    async ({ visit }) => {
      const results = [];
      for (const view of /** @type {const} */ (['plain', 'painted'])) {
        const tab = await visit('/', { view, width: 800 });
        await drag_over_two_points(tab);
        const text = await selected(tab);
        results.push({ text: lines(text), copied: lines(await copied(tab)) });
      }
      assert.deepEqual(results[1], results[0]);
      assert.equal(results[1]?.copied.length, 2, 'two points, two lines');
      assert.match(results[1]?.copied[0] ?? '', /^specialized training, .*crises\.$/);
    },
  );

  check('two clicks take a word, three a paragraph, Shift and arrows a letter more', async ({ visit }) => {
    const tab = await visit('/', { width: 800 });
    const word = await show_words(tab, 'enhancing');
    const middle = (word.left + word.right) / 2;
    await tab.click(middle, word.y, { count: 2 });
    assert.equal((await selected(tab)).trim(), 'enhancing');
    await tab.press('ArrowRight', ['Shift']);
    assert.ok((await selected(tab)).length > 'enhancing'.length);
    await tab.click(5, word.y); // nothing
    await tab.click(middle, word.y, { count: 3 });
    assert.match((await selected(tab)).trim(), /^CIT programs provide officers with specialized training, .*crises\.$/);
  });

  check('all of it: Ctrl+A and Ctrl+C carry the first words and the last', async ({ visit }) => {
    const tab = await visit('/');
    await tab.press('a', ['Control']);
    const text = await copied(tab);
    for (const words of ['Improving safety for first responders, families', 'Drop us a line!', 'Quick exit']) {
      assert.ok(text.includes(words), `«${words}» is in it`);
    }
  });

  check(
    'find scrolls to the words, through the ends of painted lines, and its mark shows over the canvas',
    async ({ visit }) => {
      const tab = await visit('/', { width: 800 });
      const sentence = 'enhancing their skills in safely responding to individuals';
      const before = await tab.evaluate(() => scrollY);
      assert.equal(await tab.evaluate((words) => /** @type {any} */ (window).find(words), sentence), true);
      await until(tab, (top) => scrollY > top, before);
      assert.equal((await selected(tab)).replace(/\s+/g, ' '), sentence);
      const inside = await tab.evaluate(() => {
        const box = getSelection()?.getRangeAt(0).getBoundingClientRect();
        return box !== undefined && box.top > 0 && box.bottom < innerHeight;
      });
      assert.equal(inside, true);
      const marked = await still(tab);
      await tab.evaluate(() => getSelection()?.removeAllRanges());
      assert.ok(!marked.equals(await still(tab)), 'the mark was visible');
    },
  );
});
