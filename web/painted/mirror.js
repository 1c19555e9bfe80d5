// Puts the page's own elements over the pixels: geometry as custom properties, text cut into painted lines. Only rules
// under [data-view=painted] use them, so that leaving the painted view needs no undoing.
import { fragment_stride } from './fragments.js';
import { box_stride, is_browsers, is_fixed } from './program.js';
import { cut_lines, is_cut } from './line_spans.js';
import { keep_selection } from './selection.js';

/** @returns {Map<number, HTMLElement>} elements by node id, but those that the browser draws itself: of dialogs */
export function find_elements() {
  const elements = new Map();
  for (const element of document.querySelectorAll('[data-n]:not(dialog, dialog *)')) {
    elements.set(Number(element.getAttribute('data-n')), element);
  }
  return elements;
}

/** So many blocks of text are cut in a few milliseconds on a slow phone. */
const blocks_a_step = 12;

/**
 * Steps that may be done in one go or apart: what is done already takes no time.
 * @param {Map<number, HTMLElement>} elements
 * @param {import('./program.js').Overlay} overlay
 * @param {(block: HTMLElement) => boolean} is_true whether its words are those that were painted
 * @returns {Generator<() => void>}
 */
export function* overlay_steps(elements, overlay, is_true) {
  yield () => place_boxes(elements, overlay.boxes);
  const blocks = [...pieces_by_block(overlay.fragments)];
  for (let i = 0; i < blocks.length; i += blocks_a_step) {
    yield () => cut_blocks(elements, blocks.slice(i, i + blocks_a_step), is_true);
  }
}

/**
 * @param {Map<number, HTMLElement>} elements
 * @param {[number, import('./line_spans.js').Piece[]][]} blocks
 * @param {(block: HTMLElement) => boolean} is_true
 */
function cut_blocks(elements, blocks, is_true) {
  keep_selection(() => {
    for (const [id, pieces] of blocks) {
      const element = elements.get(id);
      if (element && !is_cut(element, pieces) && is_true(element)) cut_lines(element, pieces);
    }
  });
}

/** What each element was given, so that a layout that leaves it where it is touches nothing. @type {Map<HTMLElement, string>} */
let placed = new Map();

/** @param {Map<number, HTMLElement>} elements @param {Float32Array} boxes */
function place_boxes(elements, boxes) {
  const before = placed;
  placed = new Map();
  for (let i = 0; i < boxes.length; i += box_stride) {
    const element = elements.get(boxes[i] ?? -1);
    if (!element) continue;
    const [x = 0, y = 0, width = 0, height = 0, flags = 0] = boxes.subarray(i + 1, i + box_stride);
    const place = `--x:${x}px;--y:${y}px;--w:${width}px;--h:${height}px`;
    placed.set(element, `${place}${flags}`);
    if (before.get(element) !== `${place}${flags}`) {
      set_place(element, place);
      element.classList.toggle('fixed', (flags & is_fixed) !== 0);
      element.classList.add('placed');
    }
    const own = (flags & is_browsers) !== 0;
    if (element.classList.contains('own') !== own) element.classList.toggle('own', own);
    before.delete(element);
  }
  // What is no longer laid out is hidden or left for later, by the rules that the plain view has.
  for (const element of before.keys()) element.classList.remove('placed', 'fixed', 'own');
}

/**
 * By CSSOM, which a strict style-src allows; in one assignment, unless others have given the element a style too.
 * @param {HTMLElement} element
 * @param {string} place declarations of four properties
 */
function set_place({ style }, place) {
  if (style.length <= 4) {
    style.cssText = place;
    return;
  }
  for (const declaration of place.split(';')) style.setProperty(declaration.slice(0, 3), declaration.slice(4));
}

/** @param {Float32Array} fragments @returns {Map<number, import('./line_spans.js').Piece[]>} */
function pieces_by_block(fragments) {
  const blocks = new Map();
  for (let i = 0; i < fragments.length; i += fragment_stride) {
    const [block = 0, start = 0, end = 0, ends_line = 0] = fragments.subarray(i, i + fragment_stride);
    const pieces = blocks.get(block) ?? [];
    pieces.push({ start, end, ends_line: ends_line === 1 });
    blocks.set(block, pieces);
  }
  return blocks;
}
