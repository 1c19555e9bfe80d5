// Whether the browser sets the overlay's lines as C++ did. Where it rounds the advances of glyphs (WebKitGTK at ratio 1),
// each line is spaced out to its width. Where it sets text quite otherwise, as with a smallest font size, zoomed text or
// a visitor's own spacing (WCAG 1.4.12), no correction helps, and the visitor's text goes before our pixels.
import { fragment_stride } from './program.js';

/** Lines that tell whether the engine rounds at all: measuring them costs one layout, which is due anyway. */
const sample_size = 24;
const rounding_px = 0.2;
const misfit = 0.03; // of the sample's width: the smallest spacing of WCAG 1.4.12 makes lines 5 % wider

/**
 * @typedef {object} Line
 * @property {HTMLElement} span
 * @property {number} width that C++ gave it, CSS pixels
 * @property {number} measured
 */

/**
 * @param {Map<number, HTMLElement>} elements
 * @param {Float32Array} fragments see src/app/overlay.h
 * @param {number} most lines
 * @returns {Line[]} in the page's order
 */
function measure(elements, fragments, most) {
  /** @type {Line[]} */
  const lines = [];
  let block = -1;
  /** @type {NodeListOf<HTMLElement>} */
  let spans = document.querySelectorAll('html:empty');
  let index = 0;
  for (let i = 0; i < fragments.length && lines.length < most; i += fragment_stride) {
    const id = fragments[i] ?? -1;
    if (id !== block) {
      block = id;
      index = 0;
      spans = elements.get(id)?.querySelectorAll('.line') ?? spans;
    }
    const span = spans[index];
    index += 1;
    const measured = span?.getBoundingClientRect().width ?? 0;
    if (span && measured > 0) lines.push({ span, width: fragments[i + 6] ?? 0, measured });
  }
  return lines;
}

/** @param {Line[]} lines @param {'width' | 'measured'} which */
const total = (lines, which) => lines.reduce((sum, line) => sum + line[which], 0);

/** @param {Line} line its span keeps the spacing as a property that only the painted view uses */
function space_out({ span, width, measured }) {
  const spacing = (width - measured) / Math.max(1, span.textContent?.length ?? 0);
  span.style.setProperty('--spacing', `${spacing}px`);
}

/**
 * @param {Map<number, HTMLElement>} elements
 * @param {Float32Array} fragments
 * @returns {boolean} false: the overlay cannot be made to fit
 */
export function fit_lines(elements, fragments) {
  if (!probe_fits()) return false;
  for (const span of document.querySelectorAll('.line[style]')) span.removeAttribute('style');
  const sample = measure(elements, fragments, sample_size);
  if (sample.length === 0) return true;
  const wanted = total(sample, 'width');
  if (Math.abs(total(sample, 'measured') - wanted) > misfit * wanted) return false;
  if (!sample.some((line) => Math.abs(line.measured - line.width) > rounding_px)) return true;
  for (const line of measure(elements, fragments, Infinity)) space_out(line);
  return true;
}

/** Two lines of 24 px out of sight (web/css/70-painted.css), which a visitor's own style changes as it does all others. */
const probe = document.createElement('div');

/**
 * Tells when the browser's idea of text changes; costs nothing until then.
 * @param {() => void} changed
 */
export function watch_text(changed) {
  const paragraph = document.createElement('p');
  paragraph.append('Crisis Intervention', document.createElement('br'), 'Team');
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

/** Line height and the space after paragraphs, which no line's width tells. */
function probe_fits() {
  return Math.abs(probe.offsetHeight - 48) <= 1;
}
