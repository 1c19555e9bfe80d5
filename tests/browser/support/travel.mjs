// Going from page to page as a visitor does, and telling whether the document stayed the same.
import { next_frame } from './rest.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** No banner in the way. */
export const quiet = { storage: { 'lacit.consent': 'declined' } };

/** Marks the document, so that a reload shows. @param {Page} page */
export const mark = (page) => page.evaluate(() => void Object.assign(window, { same_document: true }));
/** @param {Page} page */
export const is_same_document = (page) => page.evaluate(() => 'same_document' in window);
/** @param {Page} page */
export const reloaded = (page) => page.waitForFunction(() => !('same_document' in window));

/**
 * Clicks a link of the frame to the page; the one under More where none is in sight.
 * @param {Page} page
 * @param {string} path
 */
export async function follow(page, path) {
  const link = page.locator(`header a[href="${path}"]:visible, footer a[href="${path}"]:visible`).first();
  if ((await link.count()) === 0) await page.locator('header summary').click();
  await link.click();
}

/**
 * Puts a link into the page and clicks it.
 * @param {Page} page
 * @param {string} href
 */
export async function follow_new_link(page, href) {
  await page.evaluate((address) => {
    const link = document.createElement('a');
    link.href = address;
    document.querySelector('main')?.append(link);
    link.click();
    link.remove();
  }, href);
}

/**
 * Waits until the page is shown: on Back the address changes before, so the canonical one of the head tells.
 * @param {Page} page
 * @param {string} path
 */
export async function arrive(page, path) {
  await page.waitForFunction((wanted) => {
    const canonical = document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '';
    const focused = document.querySelector('h1') === document.activeElement;
    return focused && location.pathname === wanted && new URL(canonical, location.href).pathname === wanted;
  }, path);
}

/**
 * @param {Page} page
 * @param {string} path
 */
export async function go(page, path) {
  await follow(page, path);
  await arrive(page, path);
}

/**
 * Scrolls, and waits until the position is kept.
 * @param {Page} page
 * @param {number} top
 */
export async function scroll_to(page, top) {
  await page.evaluate((to) => scrollTo({ top: to, behavior: 'instant' }), top);
  await next_frame(page);
  await page.waitForFunction(() => history.scrollRestoration === 'auto' || history.state?.scroll === scrollY);
}

/**
 * Holds the answers to requests back.
 * @param {Page} page
 * @param {string | RegExp} url
 * @returns {Promise<() => Promise<void>>} lets go, and waits until the page has what was held, or has given it up
 */
export async function hold(page, url) {
  /** @type {import('playwright-core').Route[]} */
  const held = [];
  let is_held = true;
  await page.route(url, async (route) => {
    if (is_held) held.push(route);
    else await route.continue();
  });
  return async () => {
    is_held = false;
    for (const route of held) {
      await route.continue().catch(() => {}); // the page may have ended the request
      await (
        await route
          .request()
          .response()
          .catch(() => null)
      )?.finished();
    }
    await next_frame(page);
  };
}

/** @param {Page} page */
export const scroll_top = (page) => page.evaluate(() => Math.round(scrollY));

/** What a page is to its readers, the same however it was reached. @param {Page} page */
export const identity = (page) =>
  page.evaluate(() => {
    const head = [
      'meta[name=description]',
      'link[rel=canonical]',
      'meta[property^="og:"]',
      'script[type="application/ld+json"]',
    ];
    const elements = [...document.head.querySelectorAll(head.join())];
    return {
      title: document.title,
      lang: document.documentElement.lang,
      head: elements.map((element) => element.outerHTML).sort(),
      current: [...document.querySelectorAll('[aria-current]')].map((element) => element.textContent),
      words: document.querySelector('main')?.textContent,
      ids: [...document.querySelectorAll('[data-n]')].map((element) => element.getAttribute('data-n')).join(),
    };
  });
