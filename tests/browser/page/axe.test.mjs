// No page breaks a rule of WCAG 2.2 AA or of axe's best practices: in both views, on phones and desktops, light and dark.
import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import { pages } from '../support/pages.mjs';
import { suite } from '../support/suite.mjs';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const widths = [320, 1280];
const themes = /** @type {const} */ (['light', 'dark']);

/** @param {import('playwright-core').Page} page @returns {Promise<string[]>} */
async function violations(page) {
  const report = await new AxeBuilder({ page }).withTags(tags).analyze();
  assert.ok(report.passes.length > 20, 'axe has looked at the page');
  return report.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

await suite('axe', (check, view) => {
  for (const path of [...pages, '/nowhere/']) {
    check(`${path} has no violations`, async ({ visit }) => {
      const page = await visit(path, { storage: {} });
      for (const width of widths) {
        for (const colorScheme of themes) {
          // Painted, the elements are transparent: their colours are the plain view's tokens, looked at there.
          if (view === 'painted' && colorScheme === 'dark') continue;
          await page.setViewportSize({ width, height: 800 });
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          assert.deepEqual(await violations(page), [], `${width} px, ${colorScheme}`);
        }
      }
    });
  }
});
