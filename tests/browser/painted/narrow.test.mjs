// Windows narrower than 400 % zoom makes them (WCAG 1.4.10): both views agree on every page, so the painted one stays.
import assert from 'node:assert/strict';
import { settled } from '../support/browser.mjs';
import { pages } from '../support/pages.mjs';
import { next_frame } from '../support/rest.mjs';
import { suite } from '../support/suite.mjs';

/** @typedef {import('playwright-core').Page} Page */

const widths = [300, 280, 256, 240]; // 256 is 500 % of 1280

/** Comes back from the text view, which is when the two are compared. @param {Page} page */
async function reenter(page) {
  for (const view of /** @type {const} */ (['plain', 'painted'])) {
    await page.evaluate((detail) => document.dispatchEvent(new CustomEvent('lacit:view', { detail })), view);
    await settled(page, view);
  }
}

await suite('narrow windows', (check, view) => {
  for (const path of [...pages, '/nowhere/']) {
    check(`${path} at ${widths.join(', ')} CSS pixels`, async ({ visit }) => {
      const page = await visit(path, { viewport: { width: 360, height: 640 } });
      for (const width of widths) {
        await page.setViewportSize({ width, height: 640 });
        await next_frame(page);
        if (view === 'painted') await reenter(page);
        // Nothing to scroll to at the side, in either view (WCAG 1.4.10).
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width}`);
      }
    });
  }
});
