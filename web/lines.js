// Cuts the text of an element into the lines that C++ painted: a `.line` span over each stretch of ink, an `.eol` span
// where a line ends. The spans stay inline, so that selection, copying and find see one paragraph, not its lines.

/**
 * @typedef {object} Piece
 * @property {number} start UTF-16 offset into the element's textContent
 * @property {number} end
 * @property {boolean} ends_line
 */

/** What each element was cut to, so that a layout that changes nothing here touches nothing. @type {WeakMap<Element, string>} */
const cuts = new WeakMap();

/** @param {Element} element */
export function restore_text(element) {
  if (!cuts.delete(element)) return;
  for (const span of element.querySelectorAll('.line, .eol')) span.replaceWith(...span.childNodes);
  element.normalize();
}

/**
 * @param {Element} element
 * @param {Piece[]} pieces in order, those of one line together
 */
export function cut_lines(element, pieces) {
  const cut = pieces.map((piece) => `${piece.start}-${piece.end}${piece.ends_line ? '/' : ''}`).join();
  if (cuts.get(element) === cut) return;
  restore_text(element);
  let offset = 0;
  for (const node of text_nodes(element)) {
    const length = node.data.length;
    node.replaceWith(...cut_node(node.data, offset, pieces));
    offset += length;
  }
  cuts.set(element, cut);
}

/** @param {Element} element @returns {Text[]} */
function text_nodes(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(/** @type {Text} */ (walker.currentNode));
  return nodes;
}

/** @param {string} name @param {string} text */
function span(name, text) {
  const element = document.createElement('span');
  element.className = name;
  element.textContent = text;
  return element;
}

/**
 * The pieces of one text node that begins at `offset`. Between pieces are the spaces at line ends.
 * @param {string} text
 * @param {number} offset
 * @param {Piece[]} pieces
 */
function cut_node(text, offset, pieces) {
  const last = pieces[pieces.length - 1];
  const spans = [];
  let at = 0;
  for (const piece of pieces) {
    const start = Math.max(piece.start - offset, 0);
    const end = Math.min(piece.end - offset, text.length);
    if (start >= end) continue;
    if (start > at) spans.push(span('eol', text.slice(at, start)));
    spans.push(span('line', text.slice(start, end)));
    at = end;
    // A line that ends without a space (after a dash), or whose space is the next node's, still has to end.
    const next_is_space = text[at] === ' ';
    if (piece.ends_line && piece !== last && piece.end - offset === end && !next_is_space) spans.push(span('eol', ''));
  }
  if (at < text.length) spans.push(span('eol', text.slice(at)));
  return spans;
}
