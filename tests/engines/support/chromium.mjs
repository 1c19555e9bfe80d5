// Chromium by Playwright.
import { launch } from '../../browser/support/browser.mjs';
import { hands } from './hands.mjs';

/** @typedef {import('./tab.d.ts').Tab} Tab */

/** @returns {Promise<import('./tab.d.ts').Engine>} */
export async function start_chromium() {
  const browser = await launch();
  return {
    name: 'chromium',
    async open({ width = 1280, height = 800, ratio = 1 } = {}) {
      const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: ratio });
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      return tab_of(await context.newPage());
    },
    close: () => browser.close(),
  };
}

/** @param {import('playwright-core').Page} page @returns {Tab} */
function tab_of(page) {
  return {
    ...hands(page),
    go: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    evaluate: (run, argument) => page.evaluate(/** @type {any} */ (run), argument),
    screenshot: () => page.screenshot(),
    async wheel(x, y, down) {
      await page.mouse.move(x, y);
      await page.mouse.wheel(0, down);
    },
    resize: (width, height) => page.setViewportSize({ width, height }),
    close: () => page.context().close(),
  };
}
