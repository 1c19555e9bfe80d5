// What others change in a page is seen in every engine, and what is painted fits: tests/browser/painted/truth.test.mjs tries more.
import assert from 'node:assert/strict';
import { changes_of_words } from '../browser/support/changes.mjs';
import { lines_off } from '../browser/support/overlay.mjs';
import { painted, suite, until } from './support/suite.mjs';

/** @typedef {import('./support/tab.d.ts').Tab} Tab */

const limits = { across: 2, down: 2 };

/** What of main's words nobody sees: transparent in the document, though C++ does not know them. @param {Tab} tab */
const unseen = (tab) =>
  tab.evaluate(() =>
    [...document.querySelectorAll('main .own, main font, main mark')]
      .map((element) => element.closest('font') ?? element)
      .filter(
        (element) => element.getClientRects().length > 0 && getComputedStyle(element).color === 'rgba(0, 0, 0, 0)',
      )
      .map((element) => element.outerHTML.slice(0, 80)),
  );

/** @param {Tab} tab */
const given_up = (tab) =>
  until(tab, () => document.documentElement.dataset.view === 'plain' || document.querySelector('main .own') !== null);
/** @param {Tab} tab */
const painted_again = (tab) =>
  until(tab, () => document.documentElement.dataset.view === 'painted' && document.querySelector('.own') === null);

/** @param {Tab} tab */
async function is_true(tab) {
  await painted(tab);
  await painted(tab);
  assert.deepEqual(await unseen(tab), []);
  const view = await tab.evaluate(() => document.documentElement.dataset.view);
  if (view === 'painted') assert.deepEqual(await tab.evaluate(lines_off, limits), []);
}

await suite('truth', (check) => {
  for (const name of [
    'every text of main in two fonts, as a translator does it, without a mark on the root',
    'a font at the end of each paragraph',
    'other words in the heading alone',
    'a box of somebody between the sections',
  ]) {
    check(`11.D18: ${name}`, async ({ visit }) => {
      const tab = await visit('/');
      await tab.evaluate(/** @type {any} */ (changes_of_words[name]?.make));
      await given_up(tab);
      await is_true(tab);
      await tab.evaluate(() => /** @type {any} */ (window).undo());
      await painted_again(tab);
      await is_true(tab);
    });
  }

  for (const css of [
    'main p { letter-spacing: 0.12em }',
    'h1 { font-size: 30px !important }',
    'main p { font-family: serif !important }',
  ]) {
    check(`11.D18: ${css}`, async ({ visit }) => {
      const tab = await visit('/');
      await tab.evaluate((text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        document.adoptedStyleSheets = [sheet];
      }, css);
      await given_up(tab);
      await is_true(tab);
      await tab.evaluate(() => void (document.adoptedStyleSheets = []));
      await painted_again(tab);
      await is_true(tab);
    });
  }
});
