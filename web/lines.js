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
  for (const span of element.querySelectorAll('.line, .eol, .gap')) span.replaceWith(...span.childNodes);
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
  const knife = { pieces, offset: 0, break_due: false };
  for (const node of text_nodes(element)) {
    const text = node.data;
    node.replaceWith(...cut_node(text, knife));
    knife.offset += text.length;
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
 * The spans of one text node that begins at `knife.offset`. What lies between pieces are the spaces at line ends: the
 * first of them carries the break. A line that ends without a space (after a dash) gets an empty span for it.
 * @param {string} text
 * @param {{ pieces: Piece[], offset: number, break_due: boolean }} knife
 */
function cut_node(text, knife) {
  /** @type {HTMLElement[]} */
  const spans = [];
  const gap = (/** @type {string} */ spaces) => {
    spans.push(span(knife.break_due ? 'eol' : 'gap', spaces));
    knife.break_due = false;
  };
  let at = 0;
  for (const piece of knife.pieces) {
    const start = Math.max(piece.start - knife.offset, 0);
    const end = Math.min(piece.end - knife.offset, text.length);
    if (start >= end) continue;
    if (start > at) gap(text.slice(at, start));
    else if (knife.break_due) gap('');
    spans.push(span('line', text.slice(start, end)));
    at = end;
    knife.break_due = piece.ends_line && piece !== knife.pieces[knife.pieces.length - 1];
  }
  if (at < text.length) gap(text.slice(at));
  return spans;
}
