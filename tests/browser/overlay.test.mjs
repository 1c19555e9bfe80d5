// Every painted line's span lies over its ink: by the numbers of layout on all pages, widths and ratios.
import assert from 'node:assert/strict';
import { pages } from './support/pages.mjs';
import { suite } from './support/suite.mjs';

const widths = [360, 768, 1280, 1920];
const ratios = [1, 1.5, 2];
const across = 0.5; // CSS pixels, at both ends
const down = 1;

/**
 * Runs in the page.
 * @param {{ across: number, down: number }} limits CSS pixels
 * @returns {string[]} what is off, in words
 */
function lines_off(limits) {
  const stride = 7; // src/app/overlay.h: block, start, end, ends_line, x, top, width
  const numbers = /** @type {any} */ (window).lacit.lines();
  const off = [];
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
    const middle = top + parseFloat(getComputedStyle(element).lineHeight) / 2;
    const wrong =
      Math.abs(box.left - x) > limits.across ||
      Math.abs(box.right - x - width) > limits.across ||
      Math.abs((box.top + box.bottom) / 2 + scrolled - middle) > limits.down;
    if (wrong) off.push(`«${span.textContent}» ${box.left - x} ${box.right - x - width} ${box.top + scrolled - top}`);
  }
  if (seen.size === 0) off.push('no lines at all');
  return off;
}

await suite('overlay', (check, view) => {
  if (view !== 'painted') return;
  for (const ratio of ratios) {
    check(`spans lie over their lines on all pages at ratio ${ratio}`, async ({ visit }) => {
      for (const path of pages) {
        const page = await visit(path, { deviceScaleFactor: ratio, viewport: { width: 360, height: 900 } });
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          await page.waitForFunction((wanted) => document.body.getBoundingClientRect().width === wanted, width);
          await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
          const off = await page.evaluate(lines_off, { across, down });
          assert.deepEqual(off.slice(0, 5), [], `${path} at ${width} px`);
        }
        await page.close();
      }
    });
  }
});
