// Nothing is painted unless something changed.
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { eventually } from '../support/pixels.mjs';
import { at_rest, frames } from '../support/rest.mjs';
import { screenshot_with } from '../support/style.mjs';
import { suite } from '../support/suite.mjs';

/** The canvas alone, without what the browser itself draws over it. @param {import('playwright-core').Page} page */
async function canvas_pixels(page) {
  return (await screenshot_with(page, 'body > :not(canvas) { opacity: 0 !important }')).toString('base64');
}

await suite('idle', (check, view) => {
  if (view !== 'painted') return;

  check('no frame while nothing happens', async ({ visit }) => {
    const page = await visit('/');
    await at_rest(page);
    const before = await frames(page);
    // eslint-disable-next-line no-restricted-syntax -- time itself: frames would come of timers, if they came
    await delay(3000);
    assert.equal(await frames(page), before);
  });

  check('a scroll is painted, and then it is still again', async ({ visit }) => {
    const page = await visit('/');
    await at_rest(page);
    const before = await frames(page);
    await page.mouse.wheel(0, 400);
    await page.waitForFunction((count) => /** @type {any} */ (window).lacit.stats().frames > count, before);
    await at_rest(page);
    const after = await frames(page);
    // eslint-disable-next-line no-restricted-syntax -- time itself: frames would come of timers, if they came
    await delay(1500);
    assert.equal(await frames(page), after);
  });

  /** @type {[string, string, (page: import('playwright-core').Page) => Promise<unknown>][]} */
  const changes = [
    ['a menu that opens', '/', (page) => page.locator('summary.more-summary').click()],
    ['a question that opens', '/training/', (page) => page.locator('summary.faq-question').first().click()],
    ['a filter', '/crisis-resources/', (page) => page.locator('input[type="search"]').first().fill('veteran')],
    ['another theme', '/', (page) => page.emulateMedia({ colorScheme: 'dark' })],
    ['more contrast', '/', (page) => page.emulateMedia({ contrast: 'more' })],
    ['a tick', '/#contact', (page) => page.locator('input[type="checkbox"]').check()],
    ['the pointer over a button', '/', (page) => page.locator('a.button-primary').first().hover()],
    ['focus by the keyboard', '/', (page) => page.keyboard.press('Tab')],
  ];
  for (const [what, path, act] of changes) {
    check(`${what} is painted`, async ({ visit }) => {
      const page = await visit(path, { viewport: { width: 700, height: 800 }, reducedMotion: 'reduce' });
      if (what === 'a question that opens') await page.locator('summary.faq-question').first().scrollIntoViewIfNeeded();
      await at_rest(page);
      const before = await canvas_pixels(page);
      await act(page);
      await eventually(async () => (await canvas_pixels(page)) !== before, 'other pixels');
    });
  }
});
