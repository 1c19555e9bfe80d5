// Where the ink of a painted line is, and where the ink of its span is, read from two screenshots of the same window.
import { PNG } from 'pngjs';
import { screenshot_with } from './style.mjs';

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box in device pixels */

/** Makes the spans visible and the canvas not; everything else stays where it is. */
const show_spans = `
  #lacit-canvas, img, svg { visibility: hidden !important; }
  html, body, body [data-n] { background: #fff !important; border-color: transparent !important; }
  body [data-n] { color: transparent !important; }
  body a[data-n], body .line { color: #000 !important; text-decoration-color: currentColor !important; }
`;

/** Still: a caret or a fade would differ from one picture to the next. */
const still =
  '*, ::before, ::after { transition: none !important; animation: none !important; caret-color: transparent !important }';

/** @param {import('./style.mjs').Looker} page */
export async function two_screenshots(page) {
  const painted = PNG.sync.read(await screenshot_with(page, still));
  const spans = PNG.sync.read(await screenshot_with(page, still + show_spans));
  return { painted, spans };
}

/** Runs in the page. Lines wholly in the window and under no pinned bar, as device pixels. @param {number} ratio */
export function visible_lines(ratio) {
  const lines = [];
  const bar = parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--pinned-top'));
  for (const span of document.querySelectorAll('.line')) {
    const box = span.getBoundingClientRect();
    const pinned = span.closest('.fixed') !== null;
    if (box.width === 0 || box.bottom > innerHeight || (!pinned && box.top < bar)) continue;
    // One line's own height: in large type the boxes of neighbours overlap.
    const style = getComputedStyle(span);
    const half = Math.min(box.height, parseFloat(style.lineHeight)) / 2;
    const middle = (box.top + box.bottom) / 2;
    lines.push({
      text: span.textContent ?? '',
      region: {
        left: Math.max(0, Math.floor((box.left - 1) * ratio)),
        right: Math.min(Math.floor(innerWidth * ratio), Math.ceil((box.right + 1) * ratio)),
        top: Math.max(0, Math.floor((middle - half) * ratio)),
        bottom: Math.ceil((middle + half) * ratio),
      },
    });
  }
  return lines;
}

/** @param {PNG} png @param {number} x @param {number} y */
function pixel(png, x, y) {
  const at = (y * png.width + x) * 4;
  return [png.data[at] ?? 0, png.data[at + 1] ?? 0, png.data[at + 2] ?? 0];
}

/** The colour that most pixels of the region have. @param {PNG} png @param {Box} region */
function ground_of(png, region) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  let best = '';
  for (let y = region.top; y < region.bottom; y += 1) {
    for (let x = region.left; x < region.right; x += 1) {
      const key = pixel(png, x, y).join();
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      if (count > (counts.get(best) ?? 0)) best = key;
    }
  }
  return best.split(',').map(Number);
}

/**
 * The box of all pixels that differ clearly from the region's ground; null where there are none.
 * @param {PNG} png
 * @param {Box} region
 * @returns {Box | null}
 */
export function ink_box(png, region) {
  const ground = ground_of(png, region);
  /** @type {Box} */
  const box = { left: Infinity, top: Infinity, right: -1, bottom: -1 };
  for (let y = region.top; y < region.bottom; y += 1) {
    for (let x = region.left; x < region.right; x += 1) {
      const difference = pixel(png, x, y).reduce((sum, value, i) => sum + Math.abs(value - (ground[i] ?? 0)), 0);
      if (difference < 150) continue;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    }
  }
  return box.right < 0 ? null : box;
}
