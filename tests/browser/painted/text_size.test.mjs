// Visitors set text in their own way: the painted view gives way to it, and comes back when it fits again.
import assert from 'node:assert/strict';
import { suite } from '../support/suite.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** The values of WCAG 1.4.12, each by itself as well, and what else visitors' styles do. */
const own_styles = {
  'all of WCAG 1.4.12':
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
  'letter spacing': '* { letter-spacing: 0.12em !important }',
  'word spacing': '* { word-spacing: 0.16em !important }',
  'line height': '* { line-height: 2 !important }',
  'paragraph spacing': 'p { margin-bottom: 2em !important }',
  'another font': '* { font-family: serif !important }',
  'larger text': '* { font-size: 24px !important }',
};

/** @param {Page} page @param {string} css empty: the page's own again */
const set_style = (page, css) =>
  page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, css);

/** @param {Page} page @param {string} view */
const in_view = (page, view) =>
  page.waitForFunction((wanted) => document.documentElement.dataset.view === wanted, view);

/** Words outside of the window, or cut off by their box. @param {Page} page */
const lost_words = (page) =>
  page.evaluate(() => {
    const wide = document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : [];
    const cut = [...document.querySelectorAll('main [data-n]')].filter((element) => {
      const { overflowX } = getComputedStyle(element);
      return (
        overflowX !== 'visible' &&
        element.scrollWidth > element.clientWidth + 1 &&
        !element.matches('input, textarea, select')
      );
    });
    return [...wide, ...cut.map((element) => element.outerHTML.slice(0, 100))];
  });

await suite('text size', (check, view) => {
  if (view !== 'painted') return;
  for (const [name, css] of Object.entries(own_styles)) {
    check(`${name}: the visitor's text, with nothing lost; painted again without it`, async ({ visit }) => {
      const page = await visit('/', { viewport: { width: 360, height: 800 } });
      await set_style(page, css);
      await in_view(page, 'plain');
      assert.deepEqual(await lost_words(page), []);
      await set_style(page, '');
      await in_view(page, 'painted');
    });
  }

  check('400 %: at 320 px nothing scrolls sideways', async ({ visit, origin }) => {
    const page = await visit('/', { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });
    for (const path of ['/', '/crisis-resources/', '/what-is-cit/']) {
      await page.goto(origin + path);
      await in_view(page, 'painted');
      assert.deepEqual(await lost_words(page), [], path);
    }
  });
});
