// Firefox by Puppeteer over WebDriver BiDi: Playwright drives only a Firefox of its own.
import puppeteer from 'puppeteer-core';
import { hands } from './hands.mjs';
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
    display: display.name,
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
  return {
    ...hands(page),
    go: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    evaluate: (run, argument) => page.evaluate(/** @type {any} */ (run), argument),
    screenshot: async () => Buffer.from(await page.screenshot()),
    async wheel(x, y, down) {
      await page.mouse.move(x, y);
      await page.mouse.wheel({ deltaY: down });
    },
    resize: async (width, height) => void (await page.setViewport({ width, height })),
    close,
  };
}
