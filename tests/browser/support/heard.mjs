// All that a page ever says: what stands in it, and every text and label that a script puts there later.

/** @typedef {Window & { heard: Set<string> }} Listening */

/** Runs before the page's own scripts. */
export function listen() {
  const window = /** @type {Listening} */ (/** @type {unknown} */ (globalThis));
  const texts = (window.heard = new Set());
  const attributes = ['title', 'alt', 'aria-label', 'placeholder', 'label'];
  const hear = (/** @type {Node} */ node) => {
    const element = node instanceof Element ? node : node.parentElement;
    if (!element || element.closest('[lang]:not(html)') || element.closest('script, style, noscript')) return;
    if (node instanceof Text) texts.add(node.data);
    if (!(node instanceof Element)) return;
    for (const name of attributes) if (node.hasAttribute(name)) texts.add(node.getAttribute(name) ?? '');
    for (const child of node.childNodes) hear(child);
  };
  new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'childList') addedNodes.forEach(hear);
      else hear(target);
    }
  }).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: attributes,
  });
}

/** @param {import('playwright-core').Page} page @returns {Promise<string>} a line each */
export async function heard(page) {
  return page.evaluate(() => {
    const { heard: texts } = /** @type {Listening} */ (/** @type {unknown} */ (window));
    return [document.title, ...texts].join('\n');
  });
}
