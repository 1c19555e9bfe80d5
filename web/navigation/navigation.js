// Navigation without reload: the next page is its own static HTML, of which `<main>` moves into this document. Whatever
// is unusual (another site, no page, a failure, a new build) is left to the browser.
import { announce } from '../base/announce.js';
import { page_link } from './page_link.js';
import { fits, swap } from './page_swap.js';
import { source_of } from './page_source.js';
import { start_prefetch } from './prefetch.js';
import { hold_scroll, restore_scroll, save_scroll, take_over_scroll } from './scroll_memory.js';

/**
 * Before the swap every `prepare` is awaited, right after it every `adopt` is called.
 * @typedef {object} Hooks
 * @property {((url: URL, next: Document) => Promise<void> | void)[]} prepare
 * @property {((main: HTMLElement) => void)[]} adopt
 */

/** @type {Hooks} */
export const hooks = { prepare: [], adopt: [] };

/** The page that is shown; the address bar runs ahead of it on Back and Forward. */
let shown = new URL(location.href);
let pending = new AbortController();
const popstate_within_ms = 200;

/**
 * @param {URL | Location} a
 * @param {URL | Location} b
 */
const same_page = (a, b) => a.pathname === b.pathname && a.search === b.search;

/** @param {string} hash */
function element_of(hash) {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null; // a % that encodes nothing
  }
}

// Focus tells screen readers where they are, and Tab goes on from there. preventScroll: the position is set by itself.
/** @param {HTMLElement} element */
function focus(element) {
  if (!element.hasAttribute('tabindex')) {
    element.tabIndex = -1;
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  }
  element.focus({ preventScroll: true });
}

/**
 * @param {import('./page_source.js').Source} source
 * @param {() => void} enter makes the target's history entry the current one
 */
function show(source, enter) {
  enter();
  const main = swap(source.document);
  for (const adopt of hooks.adopt) adopt(main);
  shown = source.url;
  const target = element_of(shown.hash);
  focus(target ?? main.querySelector('h1') ?? main);
  restore_scroll(target);
  announce(document.title);
}

/**
 * @param {URL} url
 * @param {AbortSignal} signal
 * @returns {Promise<import('./page_source.js').Source>} ready to be shown
 */
async function get_ready(url, signal) {
  const source = await source_of(url, signal);
  if (!fits(source.document)) throw new Error('another build');
  await Promise.all(hooks.prepare.map((prepare) => prepare(source.url, source.document)));
  return source;
}

/**
 * Chromium ends fetches when a step through history begins, before popstate tells. So a network failure (by the Fetch
 * standard a TypeError) waits for that, and counts only when it comes again.
 * @param {URL} url
 * @param {AbortSignal} signal
 */
async function get_ready_after_all(url, signal) {
  try {
    return await get_ready(url, signal);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    await new Promise((resolve) => setTimeout(resolve, popstate_within_ms));
    signal.throwIfAborted();
    return get_ready(url, signal);
  }
}

/**
 * @param {URL} url
 * @param {{ enter: (url: URL) => void, give_up: () => void }} how
 */
async function visit(url, { enter, give_up }) {
  pending.abort();
  pending = new AbortController();
  const { signal } = pending;
  try {
    const source = await get_ready_after_all(url, signal);
    if (!signal.aborted) show(source, () => enter(source.url));
  } catch {
    if (!signal.aborted) give_up();
  }
}

/** @param {URL} url */
function follow(url) {
  take_over_scroll(() => same_page(shown, location));
  const again = url.href === location.href; // as the browser does: no second entry for the same address
  void visit(url, {
    enter: (final) => {
      save_scroll();
      if (again) history.replaceState(null, '', final);
      else history.pushState(null, '', final);
    },
    give_up: () => location.assign(url),
  });
}

/** @param {MouseEvent} event */
function clicked(event) {
  const url = page_link(event);
  if (!url) return;
  if (same_page(url, shown) && url.hash !== '') return pending.abort(); // a section of this page: the browser's
  event.preventDefault();
  follow(url);
}

function went_through_history() {
  if (same_page(shown, location)) {
    pending.abort();
    shown = new URL(location.href);
    if (history.scrollRestoration === 'manual') restore_scroll(element_of(location.hash));
    return;
  }
  hold_scroll();
  void visit(new URL(location.href), { enter: () => {}, give_up: () => location.reload() });
}

/** Before another entry of this page is made: where the page stands in each of them is from now on for us to restore. */
export function keep_scroll() {
  take_over_scroll(() => same_page(shown, location));
  save_scroll();
}

export function start_navigation() {
  // An entry of ours in a fresh document: after a reload, or back from another site.
  if (history.scrollRestoration === 'manual') {
    take_over_scroll(() => same_page(shown, location));
    restore_scroll(element_of(location.hash));
  }
  document.addEventListener('click', clicked);
  addEventListener('popstate', went_through_history);
  start_prefetch();
}
