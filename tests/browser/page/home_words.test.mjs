// The home page carries the words of LA CIT's own page (tests/fixtures/home-page.txt), all of them, in their order, and
// also where no script runs.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite } from '../support/suite.mjs';

const source = readFileSync(new URL('../../fixtures/home-page.txt', import.meta.url), 'utf8');
/** @param {string} text */
const plain_spaces = (text) => text.replace(/[\s\u00a0]+/g, ' ').trim();
const lines = source
  .split('\n')
  .map((line) => plain_spaces(line.replace('•', '')))
  .filter(Boolean);

const body_begins = lines.findIndex((line) => line.startsWith('Improving safety'));
const consent_begins = lines.findIndex((line) => line.startsWith('This website uses cookies'));
// The builder that the old site was made with, and a service that this site uses only where it is configured.
const not_ours = (/** @type {string} */ line) => line === 'Powered by' || line.includes('reCAPTCHA');
const navigation = [...new Set(lines.slice(0, body_begins))].filter((line) => line !== 'More');
const body = lines.slice(body_begins, consent_begins).filter((line) => !not_ours(line));
const consent = lines.slice(consent_begins);

/** @param {string} text @param {string[]} wanted */
function assert_in_order(text, wanted) {
  let at = 0;
  for (const line of wanted) {
    const found = text.indexOf(line, at);
    assert.notEqual(found, -1, `«${line}» is missing, or stands before the line above it`);
    at = found + line.length;
  }
}

/** @param {import('playwright-core').Page} page @param {string} selector */
const words_of = async (page, selector) => plain_spaces(await page.locator(selector).innerText());

await suite('home words', (check, view) => {
  check('all words of the source are there, in order', async ({ visit }) => {
    assert.ok(navigation.length === 9 && body.length > 25 && consent.length === 3, 'the source has been read');
    const page = await visit('/');
    assert_in_order(await words_of(page, 'body'), [...body]);
    for (const line of consent) assert.ok((await words_of(page, '[data-behaviour="consent"]')).includes(line), line);
  });

  if (view !== 'plain') return;
  check('without script they are all visible too', async ({ visit }) => {
    const page = await visit('/', { javaScriptEnabled: false });
    assert_in_order(await words_of(page, 'body'), body);
    assert_in_order(await words_of(page, 'header'), navigation);
  });
});
