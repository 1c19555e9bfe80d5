// Which view a visitor gets, and the button that changes it.
import assert from 'node:assert/strict';
import { suite } from '../support/suite.mjs';

/** Longer than the idle limit after which the painted view would start. */
const long_enough_ms = 3000;

/** @param {import('playwright-core').Page} page */
const shown = (page) => page.evaluate(() => document.documentElement.dataset.view);

await suite('view switch', (check, view) => {
  check('the button offers the other view', async ({ visit }) => {
    const page = await visit('/');
    const button = page.locator('[data-behaviour=view]');
    const [text_view, painted_view] = ((await button.getAttribute('data-value')) ?? '').split('|');
    assert.equal(await button.textContent(), view === 'plain' ? painted_view : text_view);
  });

  if (view === 'painted') define_painted(check);
});

/** @param {import('../support/suite.mjs').Check} check */
function define_painted(check) {
  check(
    'Text view comes at once, is announced, and is kept; the button brings the painted view back',
    async ({ visit }) => {
      const page = await visit('/');
      const button = page.locator('[data-behaviour=view]');
      const [text_view = '', painted_view] = ((await button.getAttribute('data-value')) ?? '').split('|');
      await button.click();
      assert.equal(await shown(page), 'plain');
      await page.locator('body > [role=status]', { hasText: text_view }).waitFor({ state: 'attached' });
      assert.equal(await button.textContent(), painted_view);
      await page.reload();
      // eslint-disable-next-line no-restricted-syntax -- time itself: the painted view would start by then
      await page.waitForTimeout(long_enough_ms);
      assert.equal(await shown(page), 'plain');
      await button.click();
      await page.waitForFunction(() => document.documentElement.dataset.view === 'painted');
      assert.equal(await button.textContent(), text_view);
    },
  );

  const obstacles = /** @type {[RegExp, (page: import('playwright-core').Page) => Promise<unknown>][]} */ ([
    [/forced colors/, (page) => page.emulateMedia({ forcedColors: 'active' })],
    [
      /data/,
      (page) => page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } })),
    ],
    [
      /translated/,
      (page) =>
        page.addInitScript(() => {
          addEventListener('DOMContentLoaded', () => document.documentElement.classList.add('translated-ltr'));
        }),
    ],
    [
      /WebGL2/,
      (page) =>
        page.addInitScript(() => {
          HTMLCanvasElement.prototype.getContext = () => null;
        }),
    ],
    [/./, (page) => page.route('**/painted.*.js', (route) => route.abort())],
  ]);
  for (const [reason, make] of obstacles) {
    check(`${reason}: the text view stays, with one line in the console`, async ({ visit, origin }) => {
      const page = await visit('/', { view: 'plain' });
      await page.evaluate(() => localStorage.removeItem('lacit.view'));
      await make(page);
      const said = page.waitForEvent('console', (message) => message.text().includes('text view'));
      await page.goto(`${origin}/`);
      assert.match((await said).text(), reason);
      assert.equal(await shown(page), 'plain');
      assert.equal(await page.locator('h1').isVisible(), true);
    });
  }

  check(
    '11.D19: «Drawn view» pressed while data is to be saved starts it, and again on the next page',
    async ({ visit, origin }) => {
      const page = await visit('/', { view: 'plain' });
      await page.evaluate(() => localStorage.removeItem('lacit.view'));
      await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
      await page.goto(`${origin}/`);
      // eslint-disable-next-line no-restricted-syntax -- time itself: it must not start by itself
      await page.waitForTimeout(long_enough_ms);
      assert.equal(await shown(page), 'plain');
      await page.locator('[data-behaviour=view]').click();
      await page.waitForFunction(() => document.documentElement.dataset.view === 'painted');
      await page.goto(`${origin}/about/`);
      await page.waitForFunction(() => document.documentElement.dataset.view === 'painted');
      await page.locator('[data-behaviour=view]').click();
      assert.equal(await shown(page), 'plain');
    },
  );

  check('the painted view chosen on a page reached without reload paints that page', async ({ visit }) => {
    const page = await visit('/', { view: 'plain' });
    await page.locator('footer a[href="/privacy/"]').first().click();
    await page.waitForURL('**/privacy/');
    await page.locator('[data-behaviour=view]').click();
    await page.waitForFunction(() => document.documentElement.dataset.view === 'painted');
    const tree = await page.evaluate(() => document.documentElement.dataset.tree);
    const own = await page.evaluate(
      async () => /data-tree="([^"]*)"/.exec(await (await fetch(location.href)).text())?.[1],
    );
    assert.equal(tree, own);
  });
}
