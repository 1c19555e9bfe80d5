// Nothing moves while the page comes: neither in the plain view nor when the painted view takes over (CLS 0). The font is in
// the browser's cache, since the start page is asked for first: where it comes late, the painted view brings it, and the page
// may move once.
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { settled } from '../support/browser.mjs';
import { pages } from '../support/pages.mjs';
import { suite } from '../support/suite.mjs';

/** @returns {Promise<string[]>} runs in the page: what moved, and by how much */
function shifts() {
  return new Promise((resolve) => {
    /** @type {string[]} */
    const moved = [];
    const observer = new PerformanceObserver((list) => {
      for (const entry of /** @type {any[]} */ (list.getEntries())) {
        for (const { node } of entry.sources) moved.push(`${entry.value} ${node?.className ?? node?.nodeName}`);
      }
    });
    observer.observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(moved), 100);
  });
}

await suite('stable', (check, view) => {
  for (const width of [360, 1280]) {
    check(`no page moves while it loads at ${width} px`, async ({ visit }) => {
      const page = await visit('/', { viewport: { width, height: 800 } });
      for (const path of pages) {
        await page.goto(new URL(path, page.url()).href);
        await settled(page, view);
        // eslint-disable-next-line no-restricted-syntax -- time itself: what comes late would move the page
        await delay(500);
        assert.deepEqual(await page.evaluate(shifts), [], path);
      }
    });
  }
});
