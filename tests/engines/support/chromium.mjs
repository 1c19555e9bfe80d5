// Chromium by Playwright.
import { launch } from '../../browser/support/browser.mjs';

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
  const { keyboard, mouse } = page;
  /** @param {string[]} keys @param {() => Promise<void>} act */
  const while_held = async (keys, act) => {
    for (const key of keys) await keyboard.down(key);
    await act();
    for (const key of keys) await keyboard.up(key);
  };
  return {
    go: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    evaluate: (run, argument) => page.evaluate(/** @type {any} */ (run), argument),
    screenshot: () => page.screenshot(),
    press: (key, held = []) => while_held(held, () => keyboard.press(key)),
    type: (text) => keyboard.type(text),
    move: (x, y) => mouse.move(x, y),
    click: (x, y, { count = 1, held = [] } = {}) => while_held(held, () => mouse.click(x, y, { clickCount: count })),
    async drag(from, to) {
      await mouse.move(from.x, from.y);
      await mouse.down();
      await mouse.move(to.x, to.y, { steps: 4 });
      await mouse.up();
    },
    async wheel(x, y, down) {
      await mouse.move(x, y);
      await mouse.wheel(0, down);
    },
    resize: (width, height) => page.setViewportSize({ width, height }),
    close: () => page.context().close(),
  };
}
