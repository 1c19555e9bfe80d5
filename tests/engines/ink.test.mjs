// The overlay proved by pixels in each engine: the ink on the canvas against the ink of the span made visible.
import assert from 'node:assert/strict';
import { ink_box, two_screenshots, visible_lines } from '../browser/support/ink.mjs';
import { lasting_fault, painted, settled, suite } from './support/suite.mjs';

/** @typedef {import('./support/tab.d.ts').Tab} Tab */

const limit = 2; // device pixels
const places = ['/', '/crisis-resources/', '/what-is-cit/'];
/** Width and ratio. WebKitGTK has only whole ratios, Chromium alone a phone's width. @type {Record<string, [number, number][]>} */
const windows = {
  chromium: [
    [360, 2],
    [768, 1.5],
    [1280, 1],
    [1920, 1],
  ],
  firefox: [
    [360, 2],
    [768, 1.5],
    [1280, 1],
  ],
  webkit: [
    [480, 2],
    [768, 1],
    [1280, 1],
  ],
};

/** @param {Tab} tab @param {number} ratio @returns {Promise<{ compared: number, fault: string }>} lines, and the first that is off */
async function compare(tab, ratio) {
  const lines = await tab.evaluate(visible_lines, ratio);
  const { painted: canvas, spans } = await two_screenshots(tab);
  for (const { text, region } of lines) {
    const ink = ink_box(canvas, region);
    const span = ink_box(spans, region);
    if (!ink || !span) return { compared: 0, fault: `«${text}» has no ink` };
    for (const side of /** @type {const} */ (['left', 'right', 'top', 'bottom'])) {
      const off = Math.abs(ink[side] - span[side]);
      if (off > limit) return { compared: 0, fault: `«${text}» is ${off} px off at its ${side}` };
    }
  }
  return { compared: lines.length, fault: '' };
}

await suite('ink', (check, engine) => {
  for (const [width, ratio] of windows[engine] ?? []) {
    check(`ink and spans agree at ${width} px, ratio ${ratio}`, async ({ visit, origin }) => {
      const tab = await visit('/', { width, height: 900, ratio });
      let compared = 0;
      for (const path of places) {
        await tab.go(origin + path);
        await settled(tab, 'painted');
        for (const scroll of [0, 800, 2000]) {
          await tab.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), scroll);
          await painted(tab);
          const fault = await lasting_fault(async () => {
            const seen = await compare(tab, ratio);
            compared += seen.compared;
            return seen.fault;
          });
          assert.equal(fault, '', `${path} +${scroll}`);
        }
      }
      assert.ok(compared > 100, `${compared} lines compared`);
    });
  }
});
