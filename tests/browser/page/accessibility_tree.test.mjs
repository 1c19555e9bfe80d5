// Screen readers are told the same of the painted page as of the plain one: every role, name and state, in order.
import assert from 'node:assert/strict';
import { accessibility_of } from '../support/accessibility.mjs';
import { pages } from '../support/pages.mjs';
import { at_rest } from '../support/rest.mjs';
import { suite } from '../support/suite.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** The button names the view that it leads to: the one thing in which the two differ. @param {string[]} lines */
const but_the_switch = (lines) => lines.map((line) => line.replace(/(Text|Drawn) view/g, 'the other view'));

/** @type {[string, string, (page: Page) => Promise<unknown>][]} */
const states = [
  ['with a menu open', '/', (page) => page.locator('summary:visible').first().click()],
  ['with an answer open', '/training/', (page) => page.locator('summary.faq-question').first().click()],
  [
    'while filtered',
    '/crisis-resources/',
    async (page) => {
      await page.locator('input[type=search]').first().fill('veteran');
      await page.waitForFunction(() => document.querySelector('[data-behaviour=filter-count]')?.textContent);
      await at_rest(page);
    },
  ],
  [
    'after navigation',
    '/',
    async (page) => {
      await page.locator('footer a[href="/privacy/"]').first().click();
      await page.waitForURL('**/privacy/');
      await page.waitForFunction(() => document.activeElement?.localName === 'h1');
      await page.locator('body > [role=status]', { hasText: await page.title() }).waitFor({ state: 'attached' });
      await at_rest(page);
    },
  ],
];

await suite('accessibility tree', (check, view) => {
  if (view !== 'painted') return;
  const options = { viewport: { width: 700, height: 900 }, storage: { 'lacit.consent': 'declined' } };

  for (const path of pages) {
    check(`${path} is told alike in both views`, async ({ visit }) => {
      const plain = but_the_switch(await accessibility_of(await visit(path, { ...options, view: 'plain' })));
      const painted = but_the_switch(await accessibility_of(await visit(path, options)));
      assert.ok(plain.length > 40, `${plain.length} nodes`);
      assert.deepEqual(painted, plain);
    });
  }

  for (const [what, path, act] of states) {
    check(`${path} ${what} is told alike in both views`, async ({ visit }) => {
      const trees = [];
      for (const which of /** @type {const} */ (['plain', 'painted'])) {
        const page = await visit(path, { ...options, view: which });
        const before = await accessibility_of(page);
        await act(page);
        const after = but_the_switch(await accessibility_of(page));
        assert.notDeepEqual(after, but_the_switch(before), 'the state is told');
        trees.push(after);
      }
      assert.deepEqual(trees[1], trees[0]);
    });
  }
});
