// As many pixels as the screen has, however the page is magnified or on which screen it is.
import assert from 'node:assert/strict';
import { PNG } from 'pngjs';
import { declined } from '../support/lightbox.mjs';
import { at_rest } from '../support/rest.mjs';
import { suite } from '../support/suite.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @param {PNG} png mean square of what differs between neighbours: edges that are spread over pixels have little of it */
function edges({ width, height, data }) {
  let sum = 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = 4 * (y * width + x);
      const here = data[at] ?? 0;
      const around = [at - 4, at + 4, at - 4 * width, at + 4 * width].map((i) => data[i] ?? 0);
      sum += around.reduce((all, other) => all + (here - other) ** 2, 0);
    }
  }
  return sum / (width * height);
}

/** @param {Page} page @param {number} scale */
async function pinch(page, scale) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setPageScaleFactor', { pageScaleFactor: scale });
  await page.waitForFunction((wanted) => Math.abs((visualViewport?.scale ?? 1) - wanted) < 0.01, scale);
  await at_rest(page); // the fingers rest for 150 ms first, and no event tells that it was painted
}

/** @param {Page} page @param {string} selector @param {number} ratio device pixels a CSS pixel */
async function sharpness_of(page, selector, ratio) {
  const box = await page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const { offsetLeft = 0, offsetTop = 0, width: seen = 0, height: high = 0 } = visualViewport ?? {};
      return {
        x: x - offsetLeft,
        y: y - offsetTop,
        width: Math.min(width, seen - x + offsetLeft),
        height: Math.min(height, high - y + offsetTop),
      };
    });
  const png = PNG.sync.read(await page.screenshot());
  const [x, y, width, height] = [box.x, box.y, box.width, box.height].map((length) =>
    Math.max(0, Math.round(length * ratio)),
  );
  const part = new PNG({
    width: Math.min(width ?? 0, png.width - (x ?? 0)),
    height: Math.min(height ?? 0, png.height - (y ?? 0)),
  });
  PNG.bitblt(png, part, x, y, part.width, part.height, 0, 0);
  return edges(part);
}

const screens = /** @type {[number, number, number][]} */ ([
  [360, 740, 2],
  [390, 844, 3],
  [768, 1024, 2],
  [1280, 800, 1],
  [1280, 800, 2],
]);
const things = { eyebrow: 'main .eyebrow', logo: '.brand-mark', heading: 'h1', 'crisis bar': '.crisis-question' };
/** ImGui's letters have a little less contrast at their edges than the browser's: 0.72 of it when sharp, under 0.45 when not. */
const least = 0.6;

await suite('11.D19 sharpness', (check, view) => {
  if (view === 'plain') return;
  for (const [width, height, deviceScaleFactor] of screens) {
    check(
      `pinched 2.5 times at ${width} px, ratio ${deviceScaleFactor}: as sharp as the text view`,
      async ({ visit }) => {
        const options = {
          viewport: { width, height },
          deviceScaleFactor,
          storage: declined,
          isMobile: width < 800,
          hasTouch: width < 800,
        };
        const [drawn, plain] = [await visit('/', options), await visit('/', { ...options, view: 'plain' })];
        for (const page of [drawn, plain]) await pinch(page, 2.5);
        for (const [name, selector] of Object.entries(things)) {
          const [ours, theirs] = [
            await sharpness_of(drawn, selector, 2.5 * deviceScaleFactor),
            await sharpness_of(plain, selector, 2.5 * deviceScaleFactor),
          ];
          assert.ok(ours > least * theirs, `${name}: ${(ours / theirs).toFixed(2)} of the text view's edges`);
        }
        const pixels = await drawn.evaluate(() => {
          const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('#lacit-canvas'));
          return canvas.width * canvas.height;
        });
        assert.ok(pixels <= 9.2e6, `${pixels} pixels of canvas`);
      },
    );
  }

  check('moved while magnified, nothing of what is seen is missing', async ({ visit }) => {
    const options = {
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 3,
      storage: declined,
      isMobile: true,
      hasTouch: true,
    };
    const page = await visit('/', options);
    await pinch(page, 2.5);
    const session = await page.context().newCDPSession(page);
    for (const [x, y] of [
      [-150, -300],
      [-80, -200],
      [200, 400],
    ]) {
      await session.send('Input.synthesizeScrollGesture', {
        x: 70,
        y: 150,
        xDistance: x ?? 0,
        yDistance: y ?? 0,
        speed: 4000,
      });
      const gaps = await page.evaluate(() => {
        const box = document.querySelector('#lacit-canvas')?.getBoundingClientRect() ?? new DOMRect();
        const { offsetLeft: left, offsetTop: top, width, height } = /** @type {VisualViewport} */ (visualViewport);
        return [box.left - left, box.top - top, left + width - box.right, top + height - box.bottom].filter(
          (gap) => gap > 1.5,
        );
      });
      assert.deepEqual(gaps, [], `after ${x}, ${y}`);
    }
  });

  check('dragged to a screen of another ratio, the canvas has that screen’s pixels', async ({ visit }) => {
    const page = await visit('/', { storage: declined });
    const session = await page.context().newCDPSession(page);
    for (const ratio of [2, 1.25, 3, 1]) {
      // Same size in CSS pixels: no resize event tells.
      await session.send('Emulation.setDeviceMetricsOverride', {
        width: 1280,
        height: 800,
        deviceScaleFactor: ratio,
        mobile: false,
      });
      // Emulated, a change of ratio is told to media queries with the next change of any other.
      await session.send('Emulation.setEmulatedMedia', {
        features: [{ name: 'prefers-reduced-transparency', value: ratio > 1.5 ? 'reduce' : 'no-preference' }],
      });
      await page.waitForFunction((wanted) => {
        const canvas = document.querySelector('#lacit-canvas');
        const [width, height] = [document.documentElement.clientWidth, document.documentElement.clientHeight];
        return (
          canvas instanceof HTMLCanvasElement &&
          canvas.width === Math.round(width * wanted) &&
          canvas.height === Math.round(height * wanted)
        );
      }, ratio);
    }
  });
});
