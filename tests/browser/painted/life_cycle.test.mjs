// What happens to pages in real life: windows that change, tabs that sleep, visitors who go away and come back.
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { chromium } from 'playwright-core';
import { settled } from '../support/browser.mjs';
import { lines_off } from '../support/overlay.mjs';
import { start_server } from '../support/server.mjs';
import { screenshot_with } from '../support/style.mjs';
import { at_rest, frames, next_frame } from '../support/rest.mjs';
import { suite } from '../support/suite.mjs';

/** @typedef {import('playwright-core').Page} Page */

const quiet = { storage: { 'lacit.consent': 'declined' } };
const canvas_only = 'body > :not(canvas) { opacity: 0 !important }';
const limits = { across: 0.5, down: 1 };

/** Painted, in place, and without complaint. @param {Page} page @param {string[]} complaints */
async function is_well(page, complaints) {
  await settled(page, 'painted');
  await next_frame(page);
  assert.deepEqual((await page.evaluate(lines_off, limits)).slice(0, 3), []);
  assert.deepEqual(complaints, []);
}

/** @param {Page} page @returns {string[]} grows with each error */
function complaints_of(page) {
  /** @type {string[]} */
  const complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}

/** @param {Page} page @param {number} width @param {number} height @param {number} ratio */
async function set_screen(page, width, height, ratio) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: ratio, mobile: false });
  return session;
}

await suite('life cycle', (check, view) => {
  if (view !== 'painted') return;

  check('a storm of 500 sizes in five seconds', async ({ visit }) => {
    const page = await visit('/', quiet);
    const complaints = complaints_of(page);
    for (let i = 0; i < 500; i += 1) {
      await page.setViewportSize({ width: 320 + ((i * 97) % 1300), height: 400 + ((i * 53) % 600) });
    }
    await page.setViewportSize({ width: 1000, height: 800 });
    await page.waitForFunction(() => document.body.getBoundingClientRect().width === 1000);
    await is_well(page, complaints);
  });

  check('every zoom from 25 % to 500 %', async ({ visit }) => {
    const page = await visit('/', quiet);
    const complaints = complaints_of(page);
    for (const zoom of [0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1.1, 1.25, 1.75, 3, 4, 5]) {
      const [width, height] = [Math.round(1280 / zoom), Math.round(800 / zoom)];
      const session = await set_screen(page, width, height, zoom);
      // A canvas pixel is a screen's.
      await page.waitForFunction(
        ([wide = 0, sharp = 0]) => {
          const canvas = document.querySelector('#lacit-canvas');
          return (
            canvas instanceof HTMLCanvasElement && innerWidth === wide && Math.abs(canvas.width / wide - sharp) < 0.02
          );
        },
        [width, zoom],
        { timeout: 120_000 },
      );
      await is_well(page, complaints);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, `${zoom}`);
      await session.detach();
    }
  });

  check('a window moved to a screen of another ratio, and a phone turned', async ({ visit }) => {
    const page = await visit('/what-is-cit/', quiet);
    const complaints = complaints_of(page);
    for (const [width, height, ratio] of /** @type {[number, number, number][]} */ ([
      [1280, 800, 2],
      [1280, 800, 1],
      [390, 844, 3],
      [844, 390, 3],
    ])) {
      await set_screen(page, width, height, ratio);
      await page.waitForFunction(([wide, sharp]) => innerWidth === wide && devicePixelRatio === sharp, [width, ratio]);
      await is_well(page, complaints);
    }
  });

  check('a tab that sleeps and wakes', async ({ visit }) => {
    const page = await visit('/', quiet);
    const complaints = complaints_of(page);
    await at_rest(page);
    const session = await page.context().newCDPSession(page);
    const asleep = await frames(page);
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    // eslint-disable-next-line no-restricted-syntax -- time itself: it sleeps
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    assert.ok((await frames(page)) - asleep <= 1, 'nothing was painted in its sleep');
    await page.mouse.wheel(0, 600);
    await page.waitForFunction((count) => /** @type {any} */ (window).lacit.stats().frames > count, asleep);
    await is_well(page, complaints);
  });

  check('reloads while it loads', async ({ visit, origin }) => {
    const page = await visit('/', quiet);
    const complaints = complaints_of(page);
    for (const patience of [0, 20, 60, 120, 250, 400]) {
      await page.goto(`${origin}/`, { waitUntil: 'commit' });
      // eslint-disable-next-line no-restricted-syntax -- time itself: each reload comes at another moment of the start
      await page.waitForTimeout(patience);
    }
    await page.goto(`${origin}/training/`);
    await is_well(page, complaints);
  });
});

// Playwright turns the back/forward cache off: here it is on.
describe('back/forward cache', async () => {
  const server = await start_server();
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  after(async () => {
    await browser.close();
    await server.stop();
  });

  test('a page that comes back from it is painted as it was left', async () => {
    const page = await browser.newPage({ viewport: { width: 1000, height: 800 }, reducedMotion: 'reduce' });
    await page.goto(`${server.origin}/`);
    await page.evaluate(() => {
      localStorage.setItem('lacit.consent', 'declined');
      addEventListener('pageshow', (event) => Object.assign(window, { was_kept: event.persisted }));
    });
    await settled(page, 'painted');
    await page.evaluate(() => scrollTo({ top: 700, behavior: 'instant' }));
    await at_rest(page);
    const left = await screenshot_with(page, canvas_only);
    await page.goto(`${server.origin}/robots.txt`);
    await page.evaluate(() => void setTimeout(() => history.back())); // goBack waits for a load that does not come
    await page.waitForFunction(() => 'was_kept' in window);
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).was_kept), true, 'the page may be kept');
    await at_rest(page);
    assert.equal(await page.evaluate(() => scrollY), 700);
    assert.ok(left.equals(await screenshot_with(page, canvas_only)));
  });
});
