// Every painted line's span lies over its ink in each engine, on all pages, by the numbers of layout.
import assert from 'node:assert/strict';
import { lines_off } from '../browser/support/overlay.mjs';
import { pages } from '../browser/support/pages.mjs';
import { painted, settled, suite, until } from './support/suite.mjs';

const widths = [480, 768, 1280]; // WebKitGTK's windows are at least 447 px wide
const limits = { across: 1, down: 1 }; // CSS pixels

await suite('overlay', (check, engine) => {
  if (engine === 'chromium') return; // closer, and at more widths and ratios: tests/browser/painted/overlay.test.mjs
  for (const ratio of [1, 2]) {
    check(`spans lie over their lines on all pages at ratio ${ratio}`, async ({ visit, origin }) => {
      const tab = await visit('/', { ratio, width: widths[0], height: 800 });
      for (const width of widths) {
        await tab.resize(width, 800);
        for (const path of pages) {
          await tab.go(origin + path);
          await settled(tab, 'painted');
          await until(tab, (wanted) => document.body.getBoundingClientRect().width === wanted, width);
          await painted(tab);
          const off = await tab.evaluate(lines_off, limits);
          assert.deepEqual(off.slice(0, 5), [], `${path} at ${width} px: ${off.length} lines`);
        }
      }
    });
  }
});
