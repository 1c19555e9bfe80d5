// The theme button.
import assert from 'node:assert/strict';
import { suite } from '../support/suite.mjs';

/** @param {import('playwright-core').Page} page */
const theme = (page) => page.evaluate(() => document.documentElement.dataset.theme ?? 'system');
/** @param {import('playwright-core').Page} page */
const ground = (page) => page.evaluate(() => getComputedStyle(document.body).getPropertyValue('--paper'));

await suite('theme', (check) => {
  check('the button goes from system to light to dark and back, and its label says which holds', async ({ visit }) => {
    const page = await visit('/');
    const button = page.locator('[data-behaviour=theme]');
    const labels = [await button.textContent()];
    const themes = [await theme(page)];
    for (let press = 0; press < 3; ++press) {
      await button.click();
      labels.push(await button.textContent());
      themes.push(await theme(page));
    }
    assert.deepEqual(themes, ['system', 'light', 'dark', 'system']);
    assert.equal(new Set(labels).size, 3);
    assert.equal(labels[3], labels[0]);
    for (const label of labels) assert.match(label ?? '', /\S/);
  });

  check('the choice is announced, kept, and applied before the first paint', async ({ visit }) => {
    const page = await visit('/', { colorScheme: 'light' });
    const button = page.locator('[data-behaviour=theme]');
    await button.click();
    await button.click();
    const label = (await button.textContent()) ?? '';
    await page.locator('body > [role=status]', { hasText: label }).waitFor({ state: 'attached' });
    await page.route('**/boot.*.js', (route) => route.abort());
    await page.reload({ waitUntil: 'domcontentloaded' });
    assert.equal(await theme(page), 'dark');
  });

  check('a chosen theme overrules the system both ways', async ({ visit }) => {
    const light = await visit('/', { colorScheme: 'dark', storage: { 'lacit.theme': 'light' } });
    const dark = await visit('/', { colorScheme: 'light', storage: { 'lacit.theme': 'dark' } });
    const system_light = await visit('/', { colorScheme: 'light' });
    const system_dark = await visit('/', { colorScheme: 'dark' });
    assert.equal(await ground(light), await ground(system_light));
    assert.equal(await ground(dark), await ground(system_dark));
    assert.notEqual(await ground(dark), await ground(light));
  });

  check('the browser bar takes the chosen theme, and the system theme again', async ({ visit }) => {
    const page = await visit('/');
    const metas = () =>
      page.locator('meta[name=theme-color]').evaluateAll((all) => all.map((m) => m.getAttribute('media')));
    const before = await metas();
    const button = page.locator('[data-behaviour=theme]');
    await button.click();
    assert.deepEqual(await metas(), ['all', 'not all']);
    await button.click();
    assert.deepEqual(await metas(), ['not all', 'all']);
    await button.click();
    assert.deepEqual(await metas(), before);
  });

  check('another tab of the site follows', async ({ visit, origin }) => {
    const page = await visit('/');
    const other = await page.context().newPage();
    await other.goto(`${origin}/about/`);
    await page.locator('[data-behaviour=theme]').click();
    await other.waitForFunction(() => document.documentElement.dataset.theme === 'light');
  });

  check('without storage the button still works', async ({ visit }) => {
    const page = await visit('/');
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await page.reload();
    await page.locator('[data-behaviour=theme]').click();
    assert.equal(await theme(page), 'light');
  });
});
