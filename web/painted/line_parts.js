// What the lines that C++ painted make of the text of an element: pure, since it is cut in the DOM by line_spans.js.

/**
 * @typedef {object} Piece
 * @property {number} start UTF-16 offset into the element's textContent
 * @property {number} end
 * @property {boolean} ends_line
 */
/** Ink, the spaces where a line ends, or other spaces; and its text. @typedef {['line' | 'eol' | 'gap', string]} Part */

/** How far an element is cut; its pieces in order, those of one line together. @typedef {{ pieces: Piece[], offset: number, break_due: boolean }} Knife */

/**
 * The parts of the next text node. What lies between pieces are the spaces at line ends: the first of them carries the
 * break. A line that ends without a space (after a dash) gets an empty part for it.
 * @param {string} text
 * @param {Knife} knife
 */
export function cut_text(text, knife) {
  /** @type {Part[]} */
  const parts = [];
  const gap = (/** @type {string} */ spaces) => {
    parts.push([knife.break_due ? 'eol' : 'gap', spaces]);
    knife.break_due = false;
  };
  let at = 0;
  for (const piece of knife.pieces) {
    const start = Math.max(piece.start - knife.offset, 0);
    const end = Math.min(piece.end - knife.offset, text.length);
    if (start >= end) continue;
    if (start > at) gap(text.slice(at, start));
    else if (knife.break_due) gap('');
    parts.push(['line', text.slice(start, end)]);
    at = end;
    const ends_here = piece.ends_line && end === piece.end - knife.offset;
    knife.break_due = ends_here && piece !== knife.pieces[knife.pieces.length - 1];
  }
  if (at < text.length) gap(text.slice(at));
  knife.offset += text.length;
  return parts;
}
