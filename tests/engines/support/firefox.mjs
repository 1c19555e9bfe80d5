// Firefox by Puppeteer over WebDriver BiDi: Playwright drives only a Firefox of its own.
import puppeteer from 'puppeteer-core';
import { start_display } from './xvfb.mjs';

/** @typedef {import('./tab.d.ts').Tab} Tab */

/**
 * @param {Record<string, unknown>} [preferences] beside those that every test needs
 * @returns {Promise<import('./tab.d.ts').Engine>}
 */
export async function start_firefox(preferences = {}) {
  const display = await start_display();
  /** @type {Map<number, import('puppeteer-core').Browser>} the ratio is the whole browser's */
  const browsers = new Map();
  /** @param {number} ratio */
  const browser_of = async (ratio) => {
    const running = browsers.get(ratio);
    if (running) return running;
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
      headless: false,
      env: { ...process.env, DISPLAY: display.name, HOME: process.env.HOME ?? '/root' },
      extraPrefsFirefox: { ...needed, ...preferences, 'layout.css.devPixelsPerPx': String(ratio) },
    });
    browsers.set(ratio, browser);
    return browser;
  };
  return {
    name: 'firefox',
    async open({ width = 1280, height = 800, ratio = 1 } = {}) {
      const context = await (await browser_of(ratio)).createBrowserContext();
      const page = await context.newPage();
      await page.setViewport({ width, height });
      return tab_of(page, () => context.close());
    },
    async close() {
      for (const browser of browsers.values()) await browser.close();
      await display.stop();
    },
  };
}

const needed = {
  'webgl.force-enabled': true, // software GL is on Firefox's block list
  'dom.events.testing.asyncClipboard': true, // reading needs no click on «Paste»
  'browser.startup.homepage': 'about:blank',
  'datareporting.policy.dataSubmissionEnabled': false,
};

/** @param {import('puppeteer-core').Page} page @param {() => Promise<void>} close @returns {Tab} */
function tab_of(page, close) {
  const { keyboard, mouse } = page;
  /** @param {string[]} keys @param {() => Promise<void>} act */
  const while_held = async (keys, act) => {
    for (const key of keys) await keyboard.down(/** @type {any} */ (key));
    await act();
    for (const key of keys) await keyboard.up(/** @type {any} */ (key));
  };
  return {
    go: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    evaluate: (run, argument) => page.evaluate(/** @type {any} */ (run), argument),
    screenshot: async () => Buffer.from(await page.screenshot()),
    press: (key, held = []) => while_held(held, () => keyboard.press(/** @type {any} */ (key))),
    type: (text) => keyboard.type(text),
    move: (x, y) => mouse.move(x, y),
    click: (x, y, { count = 1, held = [] } = {}) => while_held(held, () => mouse.click(x, y, { count })),
    async drag(from, to) {
      await mouse.move(from.x, from.y);
      await mouse.down();
      await mouse.move(to.x, to.y, { steps: 4 });
      await mouse.up();
    },
    async wheel(x, y, down) {
      await mouse.move(x, y);
      await mouse.wheel({ deltaY: down });
    },
    resize: async (width, height) => void (await page.setViewport({ width, height })),
    close,
  };
}
