// Orca, a real screen reader, reads the painted home page in Chromium and in Firefox.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';
import { start_server } from '../browser/support/server.mjs';
import { start_desk } from './support/desk.mjs';

/** @typedef {import('./support/desk.mjs').Desk} Desk */
/** @typedef {{ go: (url: string) => Promise<unknown>, view: () => Promise<string | undefined>, quiet: () => Promise<void>, focus: (selector: string) => Promise<void>, at: (selector: string) => Promise<boolean>, shut: (selector: string) => Promise<void>, close: () => Promise<void> }} Browser */

// All run in the page.
const shown_view = () => document.documentElement.dataset.view;
const no_banner = () => localStorage.setItem('lacit.consent', 'declined');
/** @param {string} selector */
const focus_on = (selector) => /** @type {HTMLElement | null} */ (document.querySelector(selector))?.focus();
/** @param {string} selector */
const has_focus = (selector) => document.activeElement?.matches(selector) ?? false;
/** @param {string} selector */
const shut_menu = (selector) => document.querySelector(selector)?.removeAttribute('open');

/** Narrow enough for the More menu. */
const width = 800;

/** @param {Desk} desk @returns {Promise<Browser>} */
async function start_chromium(desk) {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  // Persistent: of two windows the one behind would get the keys.
  const context = await chromium.launchPersistentContext('', {
    viewport: null,
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: false,
    args: ['--force-renderer-accessibility', `--window-size=${width},900`, '--window-position=0,0', ...root],
    env: /** @type {Record<string, string>} */ (desk.env),
  });
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    go: (url) => page.goto(url),
    view: () => page.evaluate(shown_view),
    quiet: () => page.evaluate(no_banner),
    focus: (selector) => page.evaluate(focus_on, selector),
    at: (selector) => page.evaluate(has_focus, selector),
    shut: (selector) => page.evaluate(shut_menu, selector),
    close: () => context.close(),
  };
}

/** @param {Desk} desk @returns {Promise<Browser>} */
async function start_firefox(desk) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
    headless: false,
    defaultViewport: null,
    args: [`--width=${width}`, '--height=900'],
    env: desk.env,
    extraPrefsFirefox: { 'accessibility.force_disabled': -1, 'webgl.force-enabled': true },
  });
  const [page] = await browser.pages();
  if (!page) throw new Error('Firefox has no page');
  return {
    go: (url) => page.goto(url),
    view: () => page.evaluate(shown_view),
    quiet: () => page.evaluate(no_banner),
    focus: (selector) => page.evaluate(focus_on, selector),
    at: (selector) => page.evaluate(has_focus, selector),
    shut: (selector) => page.evaluate(shut_menu, selector),
    close: () => browser.close(),
  };
}

/** @param {() => Promise<boolean>} holds */
async function until(holds) {
  const deadline = Date.now() + 30_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** @param {string} name @param {(desk: Desk) => Promise<Browser>} start */
function reads_in(name, start) {
  describe(`Orca in ${name}`, () => {
    /** @type {Desk} */
    let desk;
    /** @type {Browser} */
    let browser;
    /** @type {import('../browser/support/server.mjs').Server} */
    let server;
    before(async () => {
      server = await start_server();
      desk = await start_desk();
      browser = await start(desk);
      await browser.go(`${server.origin}/robots.txt`);
      await browser.quiet();
      await browser.go(`${server.origin}/`);
      await until(async () => (await browser.view()) === 'painted');
      // eslint-disable-next-line no-restricted-syntax -- time itself: it begins to read by itself, and nothing tells when
      await new Promise((resolve) => setTimeout(resolve, 2000));
      await enter_page(desk, name);
    });
    after(async () => {
      await browser.close();
      await desk.stop();
      await server.stop();
    });
    /** The keys one after the other from the page's top, at the pace of a hand. @param {string[]} keys */
    const from_top = (...keys) => desk.type(['ctrl+Home', ...keys]);

    test('the headings, by the key for the next one', async () => {
      await desk.hears(() => from_top('h'), /^Improving safety for first responders.*heading level 1/);
      await desk.hears(() => from_top('h', 'h'), /^Benefits of Establishing a CIT Program.*heading level 2/);
      await desk.hears(() => from_top('h', 'h', 'h'), /^Improved Safety for Officers and Community.*heading level 3/);
      assert.equal(await browser.view(), 'painted');
    });

    test('the crisis bar and links, by the key for the next link', async () => {
      await desk.hears(() => from_top('k', 'k', 'k'), /Call or text 988.*link/);
      await desk.hears(() => from_top('k', 'k', 'k', 'k'), /Quick exit.*link/);
    });

    test('the menu: that it is closed, and its links once it is open', async () => {
      const more = 'nav > details > summary';
      await desk.type(['ctrl+Home']);
      // By focus, not by what was heard: a late word would lead one step too far.
      for (let i = 0; i < 14 && !(await browser.at(more)); i += 1) await desk.type(['Tab']);
      assert.ok(await browser.at(more));
      await desk.hears(() => desk.type(['shift+Tab', 'Tab']), /More/);
      const open = async () => {
        await browser.shut('nav > details');
        await desk.type(['shift+Tab', 'Tab', 'Return']);
      };
      await desk.hears(open, /expanded/);
      await desk.hears(() => desk.type(['Tab']), /link/);
    });

    test('a picture opened large: its place, caption and words, and those of the next one', async () => {
      const open = async () => {
        await desk.type(['Escape']); // where it is open already
        await browser.focus('a[data-value="class"]');
        await desk.type(['Return']);
      };
      await desk.hears(open, /1 of 12\. Illustration: a class in session\. A trainer stands/);
      assert.ok(await browser.at('[data-behaviour="lightbox-next"]'));
      // The next button has focus: arrows are the screen reader's own. What it misses is the second then, or the third.
      await desk.hears(
        () => desk.type(['Return']),
        /[234] of 12\. Illustration: (practicing|a dispatcher|an officer).*\. (Two|A|An) /,
      );
      await desk.type(['Escape']);
      await until(() => browser.at('a[data-behaviour="photo"]:not([data-value="class"])'));
    });

    test('a page reached without reload: its title and heading', async () => {
      await browser.focus('footer a[href="/privacy/"]');
      await desk.hears(() => desk.type(['Return']), /Privacy/);
      assert.equal(await browser.view(), 'painted');
    });
  });
}

/**
 * The keyboard begins in the address bar, or nowhere.
 * @param {Desk} desk
 * @param {string} name
 */
async function enter_page(desk, name) {
  if (name === 'Firefox') await desk.press('F6');
  else await desk.click(20, 500); // beside the words
  // eslint-disable-next-line no-restricted-syntax -- time itself: Orca follows the focus after a while, and nothing tells when
  await new Promise((resolve) => setTimeout(resolve, 500));
}

reads_in('Chromium', start_chromium);
reads_in('Firefox', start_firefox);
