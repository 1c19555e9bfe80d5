// Nothing is painted unless something changed.
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { suite } from './support/suite.mjs';

/** @param {import('playwright-core').Page} page @returns {Promise<number>} */
const frames = (page) => page.evaluate(() => /** @type {any} */ (window).lacit.stats().frames);

await suite('idle', (check, view) => {
  if (view !== 'painted') return;

  check('no frame while nothing happens', async ({ visit }) => {
    const page = await visit('/');
    await delay(1500); // pictures arrive
    const before = await frames(page);
    await delay(3000);
    assert.equal(await frames(page), before);
  });

  check('a scroll is painted, and then it is still again', async ({ visit }) => {
    const page = await visit('/');
    await delay(1500);
    const before = await frames(page);
    await page.mouse.wheel(0, 400);
    await page.waitForFunction((count) => /** @type {any} */ (window).lacit.stats().frames > count, before);
    await delay(1500);
    const after = await frames(page);
    await delay(1500);
    assert.equal(await frames(page), after);
  });

  check('the canvas shows what the page says after a filter, a menu and a theme change', async ({ visit }) => {
    const page = await visit('/', { viewport: { width: 700, height: 800 } });
    const height = () => page.evaluate(() => document.querySelector('.more-panel')?.getBoundingClientRect().height ?? 0);
    await page.locator('summary.more-summary').click();
    await page.waitForFunction(() => (document.querySelector('.more-panel')?.getBoundingClientRect().height ?? 0) > 300);
    assert.ok((await height()) > 300);
  });
});
