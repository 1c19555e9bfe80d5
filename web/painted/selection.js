// Keeps what is selected while text is cut into lines anew: the text nodes are others then, the words the same.

/**
 * @typedef {object} Place
 * @property {Element} element that stays
 * @property {number} offset into its textContent, UTF-16 units
 */

/** @param {Node | null} node @param {number} offset @returns {Place | null} */
function place_of(node, offset) {
  const element = (node instanceof Element ? node : node?.parentElement)?.closest('[data-n]');
  if (!node || !element) return null;
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(node, offset);
  return { element, offset: before.toString().length };
}

/** @param {Place} place @returns {[Node, number]} */
function position_of({ element, offset }) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = offset;
  while (walker.nextNode()) {
    const text = /** @type {Text} */ (walker.currentNode);
    if (left <= text.length) return [text, left];
    left -= text.length;
  }
  return [element, element.childNodes.length];
}

/** Known beforehand: Blink lays out the whole page to answer, which for each step that cuts lines is too much. */
let something_selected = false;

document.addEventListener('selectionchange', () => {
  something_selected = getSelection()?.isCollapsed === false; // a caret alone is kept by the field that it is in
});

/** @param {() => void} work changes text nodes */
export function keep_selection(work) {
  const selection = something_selected ? getSelection() : null;
  if (!selection) return work();
  const kept = [
    place_of(selection.anchorNode, selection.anchorOffset),
    place_of(selection.focusNode, selection.focusOffset),
  ];
  const { anchorNode, focusNode } = selection;
  work();
  // Untouched it stays as it is: the visitor may be about to drag it further.
  if (selection.anchorNode === anchorNode && selection.focusNode === focusNode) return;
  const [anchor, focus] = kept;
  if (anchor && focus) selection.setBaseAndExtent(...position_of(anchor), ...position_of(focus));
}
