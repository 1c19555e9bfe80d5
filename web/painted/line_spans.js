// Cuts the text of an element into the lines that C++ painted: a `.line` span over each stretch of ink, an `.eol` span
// where a line ends. The spans stay inline, so that selection, copying and find see one paragraph, not its lines.
import { cut_text } from './line_parts.js';

/** @typedef {import('./line_parts.js').Piece} Piece */

/** What each element was cut to, so that a layout that changes nothing here touches nothing. @type {WeakMap<Element, string>} */
const cuts = new WeakMap();

const spans = '.line, .eol, .gap';

/** How many parts each element was cut to: other scripts may have taken some away. @type {WeakMap<Element, number>} */
const counts = new WeakMap();

/** @param {Piece[]} pieces */
const key_of = (pieces) => pieces.map((piece) => `${piece.start}-${piece.end}${piece.ends_line ? '/' : ''}`).join();

/** @param {Element} element @param {Piece[]} pieces */
export const is_cut = (element, pieces) => cuts.get(element) === key_of(pieces) && is_intact(element);

/** @param {Element} element @returns {boolean} whether it is as it was cut */
export const is_intact = (element) => counts.get(element) === element.querySelectorAll(spans).length;

/** @param {Element} element */
function restore_text(element) {
  for (const part of element.querySelectorAll(spans)) part.replaceWith(...part.childNodes);
  element.normalize();
}

/**
 * @param {Element} element
 * @param {Piece[]} pieces in order, those of one line together
 */
export function cut_lines(element, pieces) {
  restore_text(element);
  const knife = { pieces, offset: 0, break_due: false };
  for (const node of text_nodes(element)) node.replaceWith(...cut_text(node.data, knife).map(span));
  element.classList.add('lined');
  cuts.set(element, key_of(pieces));
  counts.set(element, element.querySelectorAll(spans).length);
}

/** @param {Element} element @returns {Text[]} */
function text_nodes(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(/** @type {Text} */ (walker.currentNode));
  return nodes;
}

/** @param {import('./line_parts.js').Part} part */
function span([name, text]) {
  const element = document.createElement('span');
  element.className = name;
  element.textContent = text;
  return element;
}
