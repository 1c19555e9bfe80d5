// Whether every painted line's span lies over its ink, by the numbers of layout.

/**
 * Runs in the page.
 * @param {{ across: number, down: number }} limits CSS pixels
 * @returns {string[]} what is off, in words
 */
export function lines_off(limits) {
  const stride = 8; // src/view/app/overlay.h: block, start, end, ends_line, x, top, width, height
  const numbers = /** @type {any} */ (window).lacit.lines();
  const off = [];
  /** Where the engine puts a line's text in a line box of that type: it rounds. @type {Map<string, number>} */
  const offsets = new Map();
  const offset_of = (/** @type {Element} */ element) => {
    const { fontSize, lineHeight, fontWeight } = getComputedStyle(element);
    const type = `font:${fontWeight} ${fontSize}/${lineHeight} Lacit`;
    const known = offsets.get(type);
    if (known !== undefined) return known;
    const sample = document.createElement('div');
    const text = document.createElement('span');
    sample.style.cssText = `position:absolute;visibility:hidden;${type}`;
    text.textContent = 'Ag';
    text.style.lineHeight = 'inherit'; // as a line has it, whatever a test's `*` says
    sample.append(text);
    document.body.append(sample);
    const offset = text.getBoundingClientRect().top - sample.getBoundingClientRect().top;
    sample.remove();
    offsets.set(type, offset);
    return offset;
  };
  /** @type {Map<Element, number>} */
  const seen = new Map();
  for (let i = 0; i < numbers.length; i += stride) {
    const [block, , , , x, top, width] = numbers.subarray(i, i + stride);
    const element = document.querySelector(`[data-n="${block}"]`);
    if (!element) return [`no element for node ${block}`];
    const index = seen.get(element) ?? 0;
    seen.set(element, index + 1);
    const span = element.querySelectorAll('.line')[index];
    if (!span) return [`node ${block} has no line ${index}`];
    const box = span.getBoundingClientRect();
    const scrolled = element.closest('.fixed') ? 0 : scrollY;
    const wrong =
      Math.abs(box.left - x) > limits.across ||
      Math.abs(box.right - x - width) > limits.across ||
      Math.abs(box.top + scrolled - top - offset_of(element)) > limits.down;
    if (wrong) off.push(`«${span.textContent}» ${box.left - x} ${box.right - x - width} ${box.top + scrolled - top}`);
  }
  if (seen.size === 0) off.push('no lines at all');
  return off;
}
