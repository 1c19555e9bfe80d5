// Reader mode finds the article in both views: Firefox's own finder, on the page as it is while it is shown.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { suite } from '../support/suite.mjs';

const readability = readFileSync(createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js'), 'utf8');

/** @param {import('playwright-core').Page} page */
const article_of = (page) =>
  page.evaluate(() => {
    const { Readability } = /** @type {any} */ (window);
    const found = new Readability(document.cloneNode(true)).parse();
    return {
      title: String(found?.title ?? ''),
      text: String(found?.textContent ?? '')
        .replace(/\s+/g, ' ')
        .trim(),
    };
  });

await suite('reader mode', (check, view) => {
  for (const [path, title, words] of [
    ['/what-is-cit/', /What Is CIT/i, 'In September 1987, police in Memphis killed a man'],
    [
      '/',
      /LA CIT/,
      'CIT programs provide officers with specialized training, enhancing their skills in safely responding',
    ],
  ]) {
    check(`${path} has its words, those of the frame left out`, async ({ visit }) => {
      const page = await visit(String(path), { storage: { 'lacit.consent': 'declined' } });
      await page.evaluate(readability);
      const article = await article_of(page);
      assert.match(article.title, /** @type {RegExp} */ (title));
      assert.ok(article.text.includes(String(words)), article.text.slice(0, 300));
      assert.ok(!article.text.includes('Quick exit'), 'the crisis bar is not part of the article');
      if (view === 'painted') {
        const plain = await visit(String(path), { view: 'plain', storage: { 'lacit.consent': 'declined' } });
        await plain.evaluate(readability);
        assert.equal(article.text, (await article_of(plain)).text);
      }
    });
  }
});
