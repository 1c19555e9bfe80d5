// Chromium for the browser tests, and pages opened in one of the two views.
import { chromium } from 'playwright-core';

/** Software GL is chosen by Chromium itself; root needs --no-sandbox. @param {import('playwright-core').LaunchOptions} [options] */
export function launch(options) {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args, ...options });
}

/** @typedef {'plain' | 'painted'} View */

/**
 * Opens a page and waits until its view is there.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {{ view?: View, storage?: Record<string, string> } & import('playwright-core').BrowserContextOptions} [options]
 */
export async function open(browser, url, { view = 'plain', storage = {}, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const kept = view === 'plain' ? { 'lacit.view': 'plain', ...storage } : storage;
  await context.addInitScript(seed, kept);
  await page.goto(url, { waitUntil: 'load' });
  if (options.javaScriptEnabled !== false) await settled(page, view);
  return page;
}

/**
 * Runs before the page's own scripts, on every page: only what is not there yet, and not again after the first page.
 * @param {Record<string, string>} kept
 */
function seed(kept) {
  if (sessionStorage.getItem('test.seeded')) return;
  sessionStorage.setItem('test.seeded', 'yes');
  for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, value);
}

/**
 * Waits for the view. The behaviours run by the load event, since deferred modules come before it (HTML 8.4); the painted
 * view comes when the page is idle after it.
 * @param {import('playwright-core').Page} page
 * @param {View} view
 */
export async function settled(page, view) {
  await page.waitForFunction((wanted) => document.documentElement.dataset.view === wanted, view);
}

/**
 * Closes the page with its context; a context a page keeps the tests apart.
 * @param {import('playwright-core').Page} page
 */
export async function close(page) {
  const context = page.context();
  await context.unrouteAll({ behavior: 'ignoreErrors' }); // requests that are on their way are nobody's any more
  if (!page.isClosed()) await page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.close();
}
