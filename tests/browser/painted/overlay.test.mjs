// Every painted line's span lies over its ink: by the numbers of layout on all pages, widths and ratios.
import assert from 'node:assert/strict';
import { lines_off } from '../support/overlay.mjs';
import { pages } from '../support/pages.mjs';
import { suite } from '../support/suite.mjs';

const widths = [360, 768, 1280, 1920];
const ratios = [1, 1.5, 2];
const across = 0.5; // CSS pixels, at both ends
const down = 1;

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
