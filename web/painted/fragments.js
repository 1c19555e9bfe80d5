// The stretches of ink of text blocks, as C++ counts them: flat numbers, those of one block behind one another.

/** Numbers a fragment takes: block id, start, end (UTF-16), ends_line, x, top, width, height (src/view/app/overlay.h). */
export const fragment_stride = 8;

/** So much of the page around the window is looked at too; CSS pixels. */
const around_px = 200;

/**
 * The blocks that a window shows, or nearly shows, each with the place of its first number. Pinned ones count from the
 * window's top, so what lies as near to the page's is looked at too.
 * @param {Float32Array} fragments
 * @param {number} scroll CSS pixels
 * @param {number} height of the window
 * @param {boolean} all of the page
 * @returns {Map<number, number>}
 */
export function blocks_near(fragments, scroll, height, all) {
  const blocks = new Map();
  for (let i = 0; i < fragments.length; i += fragment_stride) {
    const id = fragments[i] ?? -1;
    const top = fragments[i + 5] ?? 0;
    const near = (/** @type {number} */ from) => top > from - around_px && top < from + height + around_px;
    if (!blocks.has(id) && (all || near(scroll) || near(0))) blocks.set(id, first_of(fragments, i));
  }
  return blocks;
}

/** @param {Float32Array} fragments */
export function count_blocks(fragments) {
  let count = 0;
  for (let i = 0; i < fragments.length; i += fragment_stride)
    if (fragments[i] !== fragments[i - fragment_stride]) count += 1;
  return count;
}

/** @param {Float32Array} fragments @param {number} i of any line of a block */
function first_of(fragments, i) {
  while (i >= fragment_stride && fragments[i - fragment_stride] === fragments[i]) i -= fragment_stride;
  return i;
}
