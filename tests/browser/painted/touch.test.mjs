// Fingers and drags: two fingers magnify without blur, what is selected can be dragged.
import assert from 'node:assert/strict';
import { at_rest, frames } from '../support/rest.mjs';
import { suite } from '../support/suite.mjs';

/** @typedef {import('playwright-core').Page} Page */

const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
const declined = { 'lacit.consent': 'declined' };

/** Where a word stands, in CSS pixels of the viewport. @param {Page} page @param {string} word */
async function place_of(page, word) {
  return page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = /** @type {Text} */ (walker.currentNode);
      const at = node.data.indexOf(wanted);
      if (at < 0) continue;
      node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const box = range.getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }
    throw new Error(`no «${wanted}»`);
  }, word);
}

await suite('touch', (check, view) => {
  check('selected words dragged into a field are written there', async ({ visit }) => {
    const page = await visit('/', { viewport: { width: 1280, height: 1000 }, storage: declined });
    const from = await place_of(page, 'Drop us a line');
    await page.mouse.click(from.x, from.y, { clickCount: 2 });
    const word = await page.evaluate(() => String(getSelection()).trim());
    const at = await page.evaluate(() => {
      const box = getSelection()?.getRangeAt(0).getBoundingClientRect() ?? new DOMRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    });
    const field = await page.locator('input[name="name"]').boundingBox();
    assert.ok(field && word.length > 1);
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(field.x + 40, field.y + 20, { steps: 8 });
    await page.mouse.up();
    assert.equal((await page.locator('input[name="name"]').inputValue()).trim(), word);
  });

  if (view !== 'painted') return;

  check('magnified by two fingers, letters are drawn with as many more pixels; then at rest', async ({ visit }) => {
    const page = await visit('/', { ...phone, storage: declined });
    const cdp = await page.context().newCDPSession(page);
    const sharpness = () =>
      page.evaluate(() => {
        const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('#lacit-canvas'));
        return canvas.width / canvas.getBoundingClientRect().width;
      });
    assert.equal(await sharpness(), 2);
    await cdp.send('Emulation.setPageScaleFactor', { pageScaleFactor: 2 });
    await at_rest(page);
    assert.equal(await sharpness(), 4);
    const before = await frames(page);
    // eslint-disable-next-line no-restricted-syntax -- time itself: frames would come of timers, if they came
    await page.waitForTimeout(1000);
    assert.equal(await frames(page), before, 'no frame while nothing happens');
    await cdp.send('Emulation.setPageScaleFactor', { pageScaleFactor: 5 });
    await at_rest(page);
    const pixels = await page.evaluate(() => {
      const { width, height } = /** @type {HTMLCanvasElement} */ (document.querySelector('#lacit-canvas'));
      return width * height;
    });
    assert.ok(pixels <= 9.1e6, `${pixels} pixels`);
    await cdp.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1 });
    await at_rest(page);
    assert.equal(await sharpness(), 2);
  });
});
