// The browser draws the text of fields, over everything on the canvas. So what lies under the pinned bars, the consent
// banner or an open menu is clipped away here, in the frame that paints the bars.

const covers = '.crisis-bar, .header, .consent:not([hidden]), details[open] > .more-panel';
const fields = 'input[data-n], textarea[data-n], select[data-n]';

/** What is clipped, so that fields in the open are not touched. @type {Set<HTMLElement>} */
const clipped = new Set();

/**
 * @param {DOMRect} field
 * @param {DOMRect} cover
 * @returns {{ top: number, bottom: number }} CSS pixels to cut off
 */
function cut(field, cover) {
  const apart = cover.height === 0 || cover.right <= field.left || cover.left >= field.right;
  if (apart || cover.bottom <= field.top || cover.top >= field.bottom) return { top: 0, bottom: 0 };
  if (cover.top <= field.top) return { top: cover.bottom - field.top, bottom: 0 };
  return { top: 0, bottom: field.bottom - cover.top };
}

/** @param {HTMLElement} field @param {DOMRect[]} boxes of what covers */
function clip(field, boxes) {
  const box = field.getBoundingClientRect();
  let top = 0;
  let bottom = 0;
  for (const cover of field.closest('.fixed') ? [] : boxes) {
    const here = cut(box, cover);
    top = Math.max(top, here.top);
    bottom = Math.max(bottom, here.bottom);
  }
  const free = top === 0 && bottom === 0;
  if (free && !clipped.has(field)) return;
  field.style.setProperty('clip-path', free ? null : `inset(${top}px -8px ${bottom}px)`);
  if (free) clipped.delete(field);
  else clipped.add(field);
}

/** After a layout or a scroll. */
export function clip_covered_fields() {
  // A field of a page that was left would keep that whole page in memory.
  for (const field of clipped) if (!field.isConnected) clipped.delete(field);
  const all = document.querySelectorAll(fields);
  if (all.length === 0) return;
  const boxes = [...document.querySelectorAll(covers)].map((cover) => cover.getBoundingClientRect());
  for (const field of all) clip(/** @type {HTMLElement} */ (field), boxes);
}

/** The plain view needs none of it. */
export function unclip_fields() {
  for (const field of clipped) field.style.removeProperty('clip-path');
  clipped.clear();
}
