// A browser's translation replaces the page's words: what it wrote is what the visitor sees, never the old pixels.
import assert from 'node:assert/strict';
import { suite } from '../support/suite.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** As Chrome does it: each text in two `<font>` elements, then the class on the root. @param {Page} page */
const translate = (page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
    /** @type {[Element, Text][]} */
    const changed = [];
    for (const text of texts.filter((node) => node.data.trim() !== '')) {
      const outer = document.createElement('font');
      const inner = document.createElement('font');
      outer.style.cssText = inner.style.cssText = 'vertical-align: inherit';
      inner.textContent = text.data.toUpperCase();
      outer.append(inner);
      text.replaceWith(outer);
      changed.push([outer, text]);
    }
    Object.assign(window, { changed });
    document.documentElement.lang = 'es';
    document.documentElement.classList.add('translated-ltr');
  });

/** @param {Page} page */
const untranslate = (page) =>
  page.evaluate(() => {
    for (const [font, text] of /** @type {any} */ (window).changed) font.replaceWith(text);
    document.documentElement.classList.remove('translated-ltr');
    document.documentElement.lang = 'en';
  });

await suite('translation', (check, view) => {
  check('a translated page shows the translated words, at once and on the next page', async ({ visit }) => {
    const page = await visit('/');
    await translate(page);
    await page.waitForFunction(() => document.documentElement.dataset.view === 'plain');
    const heading = await page.locator('h1').evaluate((h1) => ({
      words: h1.textContent,
      color: getComputedStyle(h1.querySelector('font') ?? h1).color,
    }));
    assert.match(heading.words ?? '', /^IMPROVING SAFETY/);
    assert.notEqual(heading.color, 'rgba(0, 0, 0, 0)');
    await page.locator('footer a[href="/privacy/"]').first().click();
    await page.waitForURL('**/privacy/');
    // eslint-disable-next-line no-restricted-syntax -- time itself: the painted view would come back a little later
    await page.waitForTimeout(500);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.view), 'plain');
  });

  if (view === 'painted') {
    check('the original again: the page is painted again', async ({ visit }) => {
      const page = await visit('/');
      await translate(page);
      await page.waitForFunction(() => document.documentElement.dataset.view === 'plain');
      await untranslate(page);
      await page.waitForFunction(() => document.documentElement.dataset.view === 'painted');
      assert.equal((await page.locator('h1 .line').count()) > 0, true);
    });
  }
});
