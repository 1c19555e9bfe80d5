// Puts the next page's content into this document. The frame around `<main>` stays: its nodes, their focus and state.

/** What of the head belongs to the page and not to the site. */
const head_of_page = [
  'title',
  'meta[name="description"]',
  'meta[name="robots"]',
  'meta[property^="og:"]',
  'link[rel="canonical"]',
  'script[type="application/ld+json"]',
].join();

/**
 * What must be the same in both pages: another build's pages need that build's scripts and styles.
 * @param {Document} page
 */
function build_of(page) {
  const { painted, wasm } = page.documentElement.dataset;
  const files = [...page.querySelectorAll('script[src], link[rel="stylesheet"]')];
  return [painted, wasm, ...files.map((file) => file.getAttribute('src') ?? file.getAttribute('href'))].join();
}

/** @param {Document} next */
export function fits(next) {
  return next.querySelector('main') !== null && build_of(next) === build_of(document);
}

/** @param {Document} next */
function swap_head(next) {
  for (const old of document.head.querySelectorAll(head_of_page)) old.remove();
  document.head.append(...next.head.querySelectorAll(head_of_page)); // append adopts
  const { lang, dataset } = next.documentElement;
  document.documentElement.lang = lang;
  // Where the painted view starts only later, it starts with this page.
  if (dataset.tree) document.documentElement.dataset.tree = dataset.tree;
}

/**
 * Frame nodes have the same data-n on every page, so the mark moves by that number.
 * @param {Document} next
 */
function mark_current(next) {
  const marked = new Map();
  for (const link of next.querySelectorAll('[data-n][aria-current]')) {
    marked.set(link.getAttribute('data-n'), link.getAttribute('aria-current'));
  }
  for (const link of document.querySelectorAll('header a[data-n], footer a[data-n]')) {
    const mark = marked.get(link.getAttribute('data-n'));
    if (mark) link.setAttribute('aria-current', mark);
    else link.removeAttribute('aria-current');
  }
}

/**
 * @param {Document} next loses its `<main>` and parts of its head
 * @returns {HTMLElement} the new main, in this document
 */
export function swap(next) {
  const from = document.querySelector('main');
  const to = next.querySelector('main');
  if (!from || !to) throw new Error('a page without main');
  mark_current(next);
  swap_head(next);
  // DOMParser parses as without script, where noscript holds elements that would be shown here.
  for (const hidden of to.querySelectorAll('noscript')) hidden.remove();
  from.replaceWith(to); // adopts
  return to;
}
