// Whether the browser sets the overlay's lines as C++ did. Where it rounds the advances of glyphs (WebKitGTK at ratio 1),
// lines are spaced out to their width. A block that is set quite otherwise, by a visitor's spacing or anybody's style, is
// told of: web/painted/truth.js leaves it to the browser.
import { fragment_stride } from './fragments.js';

const rounding_px = 0.2;
const across_px = 1.5;
/** A letter, where all are rounded to whole pixels: the spacing of WCAG 1.4.12 is 6 times as much. */
const rounded_off_px = 0.3;
const down_px = 1.6; // engines round where a line's text begins

/**
 * @typedef {object} Line
 * @property {HTMLElement} span
 * @property {DOMRect} box
 * @property {number} x where C++ put it, CSS pixels
 * @property {number} top
 * @property {number} width
 * @property {number} height of its line box
 */

/** @param {Line} line */
const wider = ({ box, width }) => box.width - width;

/** @param {Line} line @param {number} scrolled CSS pixels */
function is_off(line, scrolled) {
  const { box, x, top, height } = line;
  const more = Math.abs(wider(line));
  const slack = Number.isInteger(box.width) ? rounded_off_px * (line.span.textContent?.length ?? 0) : 0;
  // The text's box lies in the middle of its line box, whatever the font's height is (CSS Inline 3, 4.4).
  const down = (box.top + box.bottom) / 2 + scrolled - (top + height / 2);
  return more > Math.max(across_px, slack) || Math.abs(box.left - x) > across_px + more || Math.abs(down) > down_px;
}

/** @param {Line} line its span keeps the spacing as a property that only the painted view uses */
function space_out(line) {
  const spacing = -wider(line) / Math.max(1, line.span.textContent?.length ?? 0);
  line.span.style.setProperty('--spacing', `${spacing}px`);
}

/** @param {HTMLElement} element @param {Float32Array} fragments @param {number} first @returns {Line[] | null} null: its lines are not there */
function lines_of(element, fragments, first) {
  const spans = /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll('.line'));
  /** @type {Line[]} */
  const lines = [];
  for (let i = first; i < fragments.length && fragments[i] === fragments[first]; i += fragment_stride) {
    const span = spans[lines.length];
    if (!span) return null;
    const [x = 0, top = 0, width = 0, height = 0] = fragments.subarray(i + 4, i + fragment_stride);
    lines.push({ span, box: span.getBoundingClientRect(), x, top, width, height });
  }
  return lines;
}

/** @param {Map<number, HTMLElement>} elements @param {Iterable<number>} ids */
function unspace(elements, ids) {
  for (const id of ids) {
    for (const span of elements.get(id)?.querySelectorAll('.line[style]') ?? []) span.removeAttribute('style');
  }
}

/**
 * Looks at some blocks, and spaces their lines out where that is all they need.
 * @param {Map<number, HTMLElement>} elements
 * @param {Float32Array} fragments
 * @param {Map<number, number>} blocks see blocks_near in fragments.js
 * @returns {{ off: number[], rounds: boolean }} the blocks that cannot be made to fit; whether this engine rounds
 */
export function fit_lines(elements, fragments, blocks) {
  unspace(elements, blocks.keys());
  /** @type {Line[]} */
  const rounded = [];
  const off = [];
  for (const [id, first] of blocks) {
    const element = elements.get(id);
    const lines = element ? lines_of(element, fragments, first) : [];
    // As the boxes have it now: pulled beyond its ends a page has it below 0, and one laid out anew may be shorter.
    const scrolled = element?.closest('.fixed') ? 0 : scrollY;
    if (!lines || lines.some((line) => is_off(line, scrolled))) off.push(id);
    else if (lines.some((line) => Math.abs(wider(line)) > rounding_px)) rounded.push(...lines);
  }
  for (const line of rounded) space_out(line);
  return { off, rounds: rounded.length > 0 };
}

/** Two lines of 24 px out of sight (web/css/70-painted.css), which a visitor's own style changes as it does all others. */
const probe = document.createElement('div');

/**
 * Tells when the browser's idea of text changes; costs nothing until then.
 * @param {() => void} changed
 */
export function watch_text(changed) {
  const paragraph = document.createElement('p');
  paragraph.append('abcdefgh ijklmnopq', document.createElement('br'), 'rstu'); // letters of no language
  probe.id = 'text-probe';
  probe.setAttribute('aria-hidden', 'true');
  probe.append(paragraph);
  document.body.append(probe);
  let first = true; // an observer's first call tells what is, not what changed
  new ResizeObserver(() => {
    if (!first) changed();
    first = false;
  }).observe(probe);
}
