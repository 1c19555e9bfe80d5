// Both views agree where the painted one, entered from the text view, which is when the two are compared, stays, and draws
// every block itself.
import assert from 'node:assert/strict';
import { settled } from './browser.mjs';
import { next_frame } from './rest.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page */
async function reenter(page) {
  for (const view of /** @type {const} */ (['plain', 'painted'])) {
    await page.evaluate((detail) => document.dispatchEvent(new CustomEvent('lacit:view', { detail })), view);
    await settled(page, view);
  }
}

/**
 * At each width. In either view there is nothing to scroll to at the side (WCAG 1.4.10).
 * @param {Page} page
 * @param {import('./browser.mjs').View} view
 * @param {number[]} widths CSS pixels
 */
export async function agrees(page, view, widths) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 640 });
    await next_frame(page);
    if (view === 'painted') await reenter(page);
    const own = await page.evaluate(() => [...document.querySelectorAll('.own')].map((block) => block.textContent));
    assert.deepEqual(own, [], `${width}: what the browser draws`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width}: too wide`);
  }
}
