// What the window shows of an element, as pixels.
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { PNG } from 'pngjs';

/**
 * @param {import('playwright-core').Page} page
 * @param {string | import('playwright-core').Locator} element
 * @returns {Promise<PNG>} device pixels
 */
export async function pixels_of(page, element) {
  const locator = typeof element === 'string' ? page.locator(element).first() : element;
  const box = await locator.boundingBox();
  assert.ok(box, String(element));
  return PNG.sync.read(await page.screenshot({ clip: box }));
}

/** @param {PNG} png */
export function colours_in({ data }) {
  const found = new Set();
  for (let i = 0; i < data.length; i += 4) found.add(data.readUInt32BE(i));
  return found.size;
}

/**
 * Waits for what is decoded, uploaded and drawn in the browser's own time.
 * @param {() => Promise<boolean>} holds
 * @param {string} what
 */
export async function eventually(holds, what) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await holds()) return;
    await delay(200);
  }
  assert.fail(what);
}

/** @param {import('playwright-core').Page} page @param {string | import('playwright-core').Locator} element */
export const shows_picture = (page, element) =>
  eventually(async () => colours_in(await pixels_of(page, element)) > 20, `a picture in ${element}`);
