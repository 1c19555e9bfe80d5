// Where the text view has the page's words and pictures. The browser laid it out with every style that there is, whoever
// gave it: what the painted view has elsewhere is not true. Rules of ours that give elements their painted places outrank
// most styles of others, so the painted page alone does not tell.
import { other_grounds } from './altered_looks.js';

/** CSS pixels. On a page that nobody altered both views agree to a tenth of one. */
const slack = 2;

/**
 * Only Blink lays out in parts of pixels throughout: WebKitGTK rounds advances, Gecko the places of lines at a ratio that is
 * no whole number, and what they round adds up along a row or down a page.
 */
const is_exact = 'userAgentData' in navigator;

const standing_for_themselves = 'img, input, select, textarea';

/** @typedef {Map<Element, DOMRect[]>} Places */

/** @param {Element} element @returns {DOMRect[]} of its lines, or its own */
function boxes_of(element) {
  const parts = element.matches(standing_for_themselves) ? [element] : [...element.querySelectorAll('.line')];
  return parts.map((part) => part.getBoundingClientRect());
}

/**
 * @typedef {object} TextView
 * @property {Places} places
 * @property {Element[]} others what has a ground or an edge that is none of ours
 */

/**
 * What the text view is like; where the painted one is shown, that is back before anybody sees it.
 * @returns {TextView | undefined} nothing where the views differ by what the engine rounds
 */
export function look_at_text_view() {
  if (!is_exact) return undefined;
  const { dataset } = document.documentElement;
  const { view } = dataset;
  const top = scrollY;
  dataset.view = 'plain';
  const seen = { places: places(), others: other_grounds() };
  dataset.view = view;
  if (scrollY !== top) scrollTo({ top, behavior: 'instant' }); // it was shorter
  return seen;
}

/** @returns {Places} */
function places() {
  const elements = document.querySelectorAll(`.placed.lined, .placed:is(${standing_for_themselves})`);
  return new Map([...elements].map((element) => [element, boxes_of(element)]));
}

/** @param {DOMRect} one @param {DOMRect} other */
const moved = (one, other) => [other.left - one.left, other.top - one.top, other.bottom - one.bottom];

/**
 * @param {Places} before of the text view
 * @returns {{ misshapen: Element[], displaced: boolean }} the blocks whose lines are others; whether any stands elsewhere
 */
export function compare_places(before) {
  /** @type {Element[]} */
  const misshapen = [];
  let displaced = false;
  // What is left for later has a height in the text view that the browser only guesses (web/css/60-plain.css).
  const guessed = document.querySelector('.gallery-part') !== null;
  for (const [element, was] of before) {
    // Laid out no longer: hidden meanwhile, or left for later.
    if (!element.matches('.placed') || was.length === 0) continue;
    const is = boxes_of(element);
    const [x = 0, y = 0] = was[0] && is[0] ? moved(was[0], is[0]) : [];
    displaced ||= Math.hypot(x, guessed ? 0 : y) > slack;
    const off = is.map((box, i) => (was[i] ? moved(was[i], box) : [0, Infinity, Infinity]));
    const same =
      is.length === was.length &&
      off.every(([dx = 0, dy = 0, down = 0]) => Math.hypot(dx - x, dy - y, down - y) <= slack);
    if (!same) misshapen.push(element);
  }
  return { misshapen, displaced };
}
