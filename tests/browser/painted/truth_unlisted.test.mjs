// A block is painted only while it is true (support/truth.mjs), also where a style comes as those of extensions do: in no
// list of the document's.
import assert from 'node:assert/strict';
import { eventually } from '../support/pixels.mjs';
import { at_rest } from '../support/rest.mjs';
import { suite } from '../support/suite.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** As developer tools do it, and chrome.scripting.insertCSS: the style sheet is in no list. @param {Page} page @param {string} text */
async function insert(page, text) {
  const tools = await page.context().newCDPSession(page);
  await tools.send('Page.enable');
  await tools.send('DOM.enable');
  await tools.send('CSS.enable');
  const { frameTree } = await tools.send('Page.getFrameTree');
  const { styleSheetId } = await tools.send('CSS.createStyleSheet', { frameId: frameTree.frame.id });
  const set = (/** @type {string} */ words) => tools.send('CSS.setStyleSheetText', { styleSheetId, text: words });
  await set(text);
  return () => set('');
}

/** Somebody who looks at the page. @param {Page} page */
async function use(page) {
  for (let i = 0; i < 2; i += 1) await page.mouse.move(600 + i, 300 + i);
}

/**
 * Each try of the page's that fails doubles its wait for the next one (web/painted/retry.js).
 * @param {() => Promise<boolean>} holds @param {string} what
 */
const patiently = (holds, what) =>
  eventually(holds, what)
    .catch(() => eventually(holds, what))
    .catch(() => eventually(holds, what));

/** @param {Page} page */
const is_drawn_whole = (page) =>
  page.evaluate(() => document.documentElement.dataset.view === 'painted' && !document.querySelector('.own'));

await suite('unlisted styles', (check, view) => {
  if (view !== 'painted') return;
  for (const [what, css] of Object.entries({
    'a header that is not pinned': 'header { position: absolute !important }',
    'edges of sections': 'main section { border: 4px solid red !important }',
    'narrow gaps': 'main * { gap: 5px !important }',
    'a narrow main part': 'main { max-width: 700px !important }',
    'other grounds': 'section, main > * { background: #fee !important }',
    'moved headings': 'h2 { position: relative !important; left: 20px !important }',
    'no pictures': 'img, picture { display: none !important }',
  })) {
    check(`11.D18: ${what}, by a style sheet in no list`, async ({ visit }) => {
      const page = await visit('/about/', { storage: { 'lacit.consent': 'declined' } });
      await at_rest(page);
      const undo = await insert(page, css);
      await patiently(async () => {
        await use(page);
        return !(await is_drawn_whole(page));
      }, 'it is not noticed');
      await undo();
      await patiently(async () => {
        await use(page);
        return is_drawn_whole(page);
      }, 'it does not come back');
    });
  }

  check('11.D18: words that script marks are seen on their marks', async ({ visit }) => {
    const page = await visit('/');
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('::highlight(found) { background-color: yellow }');
      document.adoptedStyleSheets = [sheet];
      const range = new Range();
      range.selectNodeContents(/** @type {Node} */ (document.querySelector('h1')));
      CSS.highlights.set('found', new Highlight(range));
    });
    await use(page);
    await page.waitForFunction(() => document.documentElement.dataset.view === 'plain');
    await page.evaluate(() => CSS.highlights.clear());
    await use(page);
    await page.waitForFunction(() => document.documentElement.dataset.view === 'painted');
  });

  check('11.D18: what the browser draws lies under the consent banner, be it all of the page', async ({ visit }) => {
    const page = await visit('/');
    await page.evaluate(() => {
      const [first, second] = document.querySelectorAll('main section');
      if (first && second) first.before(second);
    });
    await page.waitForSelector('main.own');
    await at_rest(page);
    const over = await page.evaluate(() => {
      const { left, top, width, height } = /** @type {Element} */ (
        document.querySelector('.consent')
      ).getBoundingClientRect();
      return [0.1, 0.5, 0.9].map((part) => {
        const element = document.elementFromPoint(left + part * width, top + height / 2);
        return element?.closest('main') ? 'main' : 'banner';
      });
    });
    assert.deepEqual(over, ['banner', 'banner', 'banner']);
    const cut = await page.evaluate(() => document.querySelector('main')?.style.clipPath ?? '');
    assert.match(cut, /^inset\(.* \d+.*px\)$/);
  });
});
