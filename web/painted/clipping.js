// What the browser draws lies over everything on the canvas: the text of fields, whole blocks (truth.js), and words while they
// are selected. So what lies under the pinned bars, the consent banner or an open menu is clipped away here, in the frame
// that paints the bars.

const bars = '.crisis-bar, .header, .consent:not([hidden])';
const covers = `${bars}, details[open] > .more-panel`;
const drawn_by_browser = 'input[data-n], textarea[data-n], select[data-n], .own.placed';
/** What holds words that can be selected, and lies under the bars as a whole. One that the browser draws is clipped anyway. */
const page_parts = ':is(main, .footer):not(.own)';

/** What is clipped, so that what lies in the open is not touched. @type {Set<HTMLElement>} */
const clipped = new Set();

/**
 * @param {DOMRect} box
 * @param {DOMRect} cover
 * @returns {{ top: number, bottom: number }} CSS pixels to cut off
 */
function cut(box, cover) {
  const apart = cover.height === 0 || cover.right <= box.left || cover.left >= box.right;
  if (apart || cover.bottom <= box.top || cover.top >= box.bottom) return { top: 0, bottom: 0 };
  // A whole section may reach past both sides: of what the window shows, the larger part stays.
  const above = cover.top - Math.max(box.top, 0);
  const below = Math.min(box.bottom, innerHeight) - cover.bottom;
  if (cover.top <= box.top || below > above) return { top: cover.bottom - box.top, bottom: 0 };
  return { top: 0, bottom: box.bottom - cover.top };
}

/** @param {HTMLElement} element @param {DOMRect[]} boxes of what covers */
function clip(element, boxes) {
  const box = element.getBoundingClientRect();
  let top = 0;
  let bottom = 0;
  for (const cover of element.closest('.fixed') ? [] : boxes) {
    const here = cut(box, cover);
    top = Math.max(top, here.top);
    bottom = Math.max(bottom, here.bottom);
  }
  const free = top === 0 && bottom === 0;
  if (free && !clipped.has(element)) return;
  element.style.setProperty('clip-path', free ? null : `inset(${top}px -8px ${bottom}px)`);
  if (free) clipped.delete(element);
  else clipped.add(element);
}

/** @param {string} selector @param {string} under */
function clip_all(selector, under) {
  const all = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(selector));
  if (all.length === 0) return;
  const boxes = [...document.querySelectorAll(under)].map((cover) => cover.getBoundingClientRect());
  for (const element of all) clip(element, boxes);
}

/** After a layout, a scroll, or a change of what is selected. */
export function clip_covered() {
  // An element of a page that was left would keep that whole page in memory.
  for (const element of clipped) if (!element.isConnected) clipped.delete(element);
  clip_all(drawn_by_browser, covers);
  if (getSelection()?.isCollapsed === false) clip_all(page_parts, bars);
  else for (const element of clipped) if (element.matches(page_parts)) unclip(element);
}

/** @param {HTMLElement} element */
function unclip(element) {
  element.style.removeProperty('clip-path');
  clipped.delete(element);
}

/** The plain view needs none of it. */
export function unclip_covered() {
  for (const element of clipped) unclip(element);
}
