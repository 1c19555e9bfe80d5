// One server for a test file, and its tests once in each of the three engines.
import { after, before, describe, test } from 'node:test';
import { start_server } from '../../browser/support/server.mjs';
import { start_chromium } from './chromium.mjs';
import { start_firefox } from './firefox.mjs';
import { start_webkit } from './webkit.mjs';

/**
 * @typedef {import('./tab.d.ts').Tab} Tab
 * @typedef {import('./tab.d.ts').Engine} Engine
 * @typedef {object} Site
 * @property {string} origin
 * @property {Engine['name']} engine
 * @property {(path: string, options?: import('./tab.d.ts').TabOptions & { view?: View }) => Promise<Tab>} visit opens a
 *   page in a new tab without the consent banner; it is closed when the test ends
 * @typedef {'plain' | 'painted'} View
 */

const starts = { chromium: start_chromium, firefox: start_firefox, webkit: start_webkit };
const within_ms = 30_000;

/** LACIT_ENGINES=firefox,webkit leaves the others out. @returns {(keyof typeof starts)[]} */
export function chosen() {
  const all = /** @type {(keyof typeof starts)[]} */ (Object.keys(starts));
  const named = process.env.LACIT_ENGINES?.split(',');
  return named ? all.filter((name) => named.includes(name)) : all;
}

/**
 * @param {string} title
 * @param {(check: (title: string, body: (site: Site) => Promise<void>) => void, engine: Engine['name']) => void} define
 * @param {string} [site] folder, where it is not the site that was built
 */
export async function suite(title, define, site) {
  const server = await start_server(site);
  after(() => server.stop());
  // All at once: where the first engine's tests end before the next one's are there, node takes the file for done.
  for (const name of chosen()) {
    describe(`${title}, ${name}`, () => {
      /** @type {Engine} */
      let engine;
      before(async () => void (engine = await starts[name]()));
      after(() => engine?.close());
      define((what, body) => void test(what, () => run(server.origin, engine, body)), name);
    });
  }
}

/** @param {string} origin @param {Engine} engine @param {(site: Site) => Promise<void>} body */
async function run(origin, engine, body) {
  /** @type {Tab[]} */
  const tabs = [];
  /** @type {Site['visit']} */
  const visit = async (path, { view = 'painted', ...options } = {}) => {
    const tab = await engine.open(options);
    tabs.push(tab);
    await tab.go(`${origin}/robots.txt`); // a place of the same origin to keep choices in
    await tab.evaluate((kept) => localStorage.setItem('lacit.view', kept), view);
    await tab.evaluate(() => localStorage.setItem('lacit.consent', 'declined'));
    await tab.go(origin + path);
    await settled(tab, view);
    return tab;
  };
  try {
    await body({ origin, engine: engine.name, visit });
  } finally {
    for (const tab of tabs) await tab.close();
  }
}

/** Waits for the view. @param {Tab} tab @param {View} view */
export async function settled(tab, view) {
  await until(tab, (wanted) => document.documentElement.dataset.view === wanted, view);
  await painted(tab);
}

/** Two frames: what was asked for in the first is there in the second. @param {Tab} tab */
export function painted(tab) {
  return tab.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  );
}

/**
 * @template T
 * @param {Tab} tab
 * @param {(argument: T) => unknown} holds runs in the page
 * @param {T} [argument]
 */
export async function until(tab, holds, argument) {
  const deadline = Date.now() + within_ms;
  // A page that is going away answers nothing.
  while (!(await tab.evaluate(/** @type {any} */ (holds), argument).catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`in vain waited for ${holds} of ${JSON.stringify(argument)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * Looks again where there is a fault: an engine's picture of its window can be older than what its page says.
 * @param {() => Promise<string>} look @returns {Promise<string>} the fault that stays, or nothing
 */
export async function lasting_fault(look) {
  let fault = await look();
  for (const deadline = Date.now() + 3000; fault && Date.now() < deadline;) fault = await look();
  return fault;
}

/** What is shown once two pictures in a row are the same: engines paint a selection when they come to it. @param {Tab} tab */
export async function still(tab) {
  let last = Buffer.alloc(0);
  for (let i = 0; i < 10; i += 1) {
    await new Promise((resolve) => setTimeout(resolve, 400));
    const shot = await tab.screenshot();
    if (shot.equals(last)) break;
    last = shot;
  }
  return last;
}
