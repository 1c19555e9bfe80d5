// One server and one browser for a test file, and its tests once in each view of the site.
import { after, describe, test } from 'node:test';
import { close, launch, open } from './browser.mjs';
import { start_server } from './server.mjs';

/**
 * @typedef {import('./browser.mjs').View} View
 * @typedef {Parameters<typeof open>[2]} Options
 * @typedef {object} Site
 * @property {string} origin
 * @property {View} view
 * @property {(path: string, options?: Options) => Promise<import('playwright-core').Page>} visit opens a page of the
 *   site in the suite's view; it is closed when the test ends
 */

/**
 * @typedef {(title: string, body: (site: Site) => Promise<void>) => void} Check
 * @param {string} name
 * @param {(check: Check, view: View) => void} define
 * @param {string} [site] folder, where it is not the site that was built
 * @param {number} [concurrency] of checks that mostly wait
 */
export async function suite(name, define, site, concurrency = 1) {
  const server = await start_server(site);
  const browser = await launch();
  after(async () => {
    await browser.close();
    await server.stop();
  });
  for (const view of /** @type {const} */ (['plain', 'painted'])) {
    /** @type {Check} */
    const check = (title, body) => void test(title, run(server.origin, browser, view, body));
    describe(`${name}, ${view} view`, { concurrency }, () => define(check, view));
  }
}

/**
 * @param {string} origin
 * @param {import('playwright-core').Browser} browser
 * @param {View} view
 * @param {(site: Site) => Promise<void>} body
 */
function run(origin, browser, view, body) {
  return async () => {
    /** @type {import('playwright-core').Page[]} */
    const opened = [];
    /** @type {Site['visit']} */
    const visit = async (path, options) => {
      const page = await open(browser, origin + path, { view, ...options });
      opened.push(page);
      return page;
    };
    try {
      await body({ origin, view, visit });
    } finally {
      for (const page of opened) await close(page);
    }
  };
}
