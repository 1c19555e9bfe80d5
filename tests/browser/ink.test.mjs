// The same proved by pixels: the ink on the canvas against the ink of the span made visible.
import assert from 'node:assert/strict';
import { ink_box, two_screenshots } from './support/ink.mjs';
import { suite } from './support/suite.mjs';

const limit = 2; // device pixels

/** Lines wholly in the window and under no pinned bar, as device pixels. @param {number} ratio */
function visible_lines(ratio) {
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

await suite('ink', (check, view) => {
  if (view !== 'painted') return;
  for (const [width, ratio] of [[360, 2], [768, 1.5], [1280, 1], [1920, 1]]) {
    check(`ink and spans agree at ${width} px, ratio ${ratio}`, async ({ visit }) => {
      let compared = 0;
      for (const path of ['/', '/crisis-resources/', '/what-is-cit/']) {
        const page = await visit(path, {
          deviceScaleFactor: ratio,
          viewport: { width: width ?? 0, height: 900 },
          bypassCSP: true, // for the stylesheet that makes the spans visible
          storage: { 'lacit.consent': 'declined' },
        });
        for (const scroll of [0, 800, 2000]) {
          await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), scroll);
          await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
          const lines = await page.evaluate(visible_lines, ratio ?? 1);
          const { painted, spans } = await two_screenshots(page);
          for (const { text, region } of lines) {
            const ink = ink_box(painted, region);
            const span = ink_box(spans, region);
            assert.ok(ink && span, `${path}: «${text}» has no ink`);
            for (const side of /** @type {const} */ (['left', 'right', 'top', 'bottom'])) {
              const off = Math.abs(ink[side] - span[side]);
              assert.ok(off <= limit, `${path} +${scroll}: «${text}» is ${off} px off at its ${side}`);
            }
            compared += 1;
          }
        }
        await page.close();
      }
      assert.ok(compared > 100, `${compared} lines compared`);
    });
  }
});
