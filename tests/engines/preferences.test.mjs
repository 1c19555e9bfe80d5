// The settings that browsers themselves have for text: the real ones, in a profile, not their likeness in a style sheet.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { start_server } from '../browser/support/server.mjs';
import { start_firefox } from './support/firefox.mjs';
import { chosen, until } from './support/suite.mjs';

/** @typedef {import('./support/tab.d.ts').Tab} Tab */

const least = 24; // CSS pixels: the largest that Firefox's settings offer
const painted_view_may_start_ms = 4000;

/** Runs in the page. Style says what was asked for, so what is measured is the text. */
function what_shows() {
  const probe = document.createElement('span');
  probe.style.cssText = 'font-size:1px;line-height:normal';
  probe.append('x');
  document.body.append(probe);
  const line = probe.getBoundingClientRect().height;
  probe.remove();
  return { view: document.documentElement.dataset.view, wide: document.documentElement.scrollWidth > innerWidth, line };
}

/** @param {ReturnType<typeof what_shows>} seen */
function is_large_text({ view, wide, line }) {
  assert.ok(line >= least, `the setting is in force: lines of ${line} px`);
  assert.equal(view, 'plain');
  assert.equal(wide, false, 'nothing scrolls sideways');
}

// eslint-disable-next-line no-restricted-syntax -- time itself: the painted view must not start, or not yet
const wait = (/** @type {number} */ ms) => new Promise((done) => setTimeout(done, ms));

/** @param {Tab} tab @param {string} view */
const in_view = (tab, view) => until(tab, (wanted) => document.documentElement.dataset.view === wanted, view);

/** @type {Awaited<ReturnType<typeof start_server>>} */
let server;
before(async () => void (server = await start_server()));
after(() => server.stop());

/**
 * @param {Record<string, unknown>} preferences
 * @param {number} width
 * @param {(tab: Tab, display: string) => Promise<void>} body
 */
async function in_firefox(preferences, width, body) {
  const firefox = await start_firefox(preferences);
  try {
    const tab = await firefox.open({ width, height: 800 });
    await tab.go(`${server.origin}/`);
    await body(tab, firefox.display ?? '');
  } finally {
    await firefox.close();
  }
}

if (chosen().includes('firefox')) {
  test('Firefox: a least font size is kept, in the text view', () =>
    in_firefox({ 'font.minimum-size.x-western': least }, 360, async (tab) => {
      await wait(painted_view_may_start_ms);
      is_large_text(await tab.evaluate(what_shows));
    }));

  test('Firefox: zoom of text only gives way to the text view, and back', () =>
    in_firefox({ 'browser.zoom.full': false }, 768, async (tab, display) => {
      await in_view(tab, 'painted');
      // Keys of the browser's own, not of the page: only a real keyboard's reach it.
      const keyboard = { env: { ...process.env, DISPLAY: display } };
      execFileSync(
        'xdotool',
        ['mousemove', '400', '500', 'key', '--repeat', '3', '--delay', '200', 'ctrl+plus'],
        keyboard,
      );
      await in_view(tab, 'plain');
      execFileSync('xdotool', ['key', 'ctrl+0'], keyboard);
      await in_view(tab, 'painted');
    }));
}

if (chosen().includes('chromium')) {
  test('Chromium: a least font size is kept, in the text view', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'lacit-profile-'));
    await mkdir(join(profile, 'Default'));
    const preferences = { webkit: { webprefs: { minimum_font_size: least } } };
    await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
      viewport: { width: 360, height: 800 },
    });
    try {
      const page = await context.newPage();
      await page.goto(`${server.origin}/`);
      await wait(painted_view_may_start_ms);
      is_large_text(await page.evaluate(what_shows));
    } finally {
      await context.close();
      await rm(profile, { recursive: true });
    }
  });
}
