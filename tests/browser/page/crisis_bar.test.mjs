// The way to help and the way out stand apart, and whole, in the smallest window that there is (WCAG 1.4.10: 320 × 256).
import assert from 'node:assert/strict';
import { declined } from '../support/lightbox.mjs';
import { pixels_of } from '../support/pixels.mjs';
import { suite } from '../support/suite.mjs';

await suite('11.D19 crisis bar', (check) => {
  for (const [width, height] of [
    [320, 256],
    [320, 640],
    [360, 740],
    [400, 300],
  ]) {
    check(`at ${width}×${height} 988 and Quick exit do not touch, nor do their words`, async ({ visit }) => {
      const page = await visit('/', { viewport: { width: width ?? 0, height: height ?? 0 }, storage: declined });
      const [question, number, exit] = await page.evaluate(() =>
        ['.crisis-question', '.crisis-link', '.crisis-bar .quick-exit'].map((selector) => {
          const element = /** @type {HTMLElement} */ (document.querySelector(selector));
          const words = document.createRange();
          words.selectNodeContents(element);
          const [box, ink] = [element.getBoundingClientRect(), words.getBoundingClientRect()];
          return {
            left: Math.min(box.left, ink.left),
            right: Math.max(box.right, ink.right),
            top: box.top,
            height: box.height,
          };
        }),
      );
      assert.ok(question && number && exit);
      assert.ok(
        number.left - question.right >= 3.9,
        `the question ends ${number.left - question.right} px before the number`,
      );
      assert.ok(exit.left - number.right >= 8, `the number ends ${exit.left - number.right} px before Quick exit`);
      assert.ok(exit.right <= (width ?? 0) - 8, `Quick exit ends at ${exit.right}`);
      assert.ok(number.height >= 44 && exit.height >= 44, `${number.height} and ${exit.height} px high`);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
    });
  }

  check('at 320×256 the consent banner does not lie over it', async ({ visit }) => {
    const page = await visit('/', { viewport: { width: 320, height: 256 } });
    await page.locator('.consent').waitFor();
    const bar = await pixels_of(page, '.crisis-bar');
    await page.locator('[data-behaviour=consent-decline]').click();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    assert.deepEqual(Buffer.compare(bar.data, (await pixels_of(page, '.crisis-bar')).data), 0);
  });

  check('without its stylesheet the page is bare text, with nothing drawn over it', async ({ visit }) => {
    const page = await visit('/', { storage: declined });
    await page.evaluate(() => document.querySelector('link[rel=stylesheet]')?.remove());
    await page.waitForFunction(
      () => (document.querySelector('#lacit-canvas')?.getBoundingClientRect().height ?? 0) === 0,
    );
    assert.equal(await page.locator('h1').isVisible(), true);
  });
});
