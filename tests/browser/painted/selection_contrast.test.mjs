// Selected words can be read in both views and both themes, and nothing of what is under a bar shows through it.
import assert from 'node:assert/strict';
import { PNG } from 'pngjs';
import { declined } from '../support/lightbox.mjs';
import { pixels_of } from '../support/pixels.mjs';
import { suite } from '../support/suite.mjs';

const least = 4.5; // WCAG 1.4.3

/** @param {number[]} rgb relative luminance (WCAG 2.2) */
function luminance(rgb) {
  const [r = 0, g = 0, b = 0] = rgb.map((byte) => (byte <= 10 ? byte / 3294.6 : ((byte / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/**
 * The commonest colour is the ground; the ink is what differs most from it, in at least as many pixels as a stroke has.
 * @param {PNG} png
 */
function contrast_in(png) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (let i = 0; i < png.data.length; i += 4) {
    const colour = png.data.readUIntBE(i, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const common = [...counts].sort((a, b) => b[1] - a[1]).filter(([, count]) => count >= 8);
  const light = common.map(([colour]) => luminance([colour >> 16, (colour >> 8) & 255, colour & 255]));
  const ground = light[0] ?? 0;
  const ratios = light.map((one) => (Math.max(one, ground) + 0.05) / (Math.min(one, ground) + 0.05));
  return Math.max(...ratios);
}

/** @param {import('playwright-core').Locator} words selects them, and no more @returns {Promise<PNG>} what their first line shows */
async function selected(words) {
  const box = await words.evaluate((element) => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    getSelection()?.selectAllChildren(element);
    const range = document.createRange();
    range.selectNodeContents(element);
    const line = [...range.getClientRects()].find((rect) => rect.width > 8 && rect.height > 8);
    return line && { x: line.x, y: line.y, width: line.width, height: line.height };
  });
  assert.ok(box, `${words} has a line`);
  await words.page().evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const inner = { x: box.x + 1, y: box.y + 2, width: box.width - 2, height: box.height - 4 };
  return PNG.sync.read(await words.page().screenshot({ clip: inner }));
}

const places = {
  'body text': 'main section p:not(.eyebrow)',
  heading: 'h1',
  'link in the crisis bar': '.crisis-link',
  question: '.crisis-question',
  'quick exit': '.crisis-bar .quick-exit',
  navigation: '.nav-link',
  'consent banner': '.consent-body',
  'button label': 'main .button-primary',
  footer: '.footer-text',
  'label of a field': '.field-label',
};

await suite('11.D19 selected text', (check) => {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    check(`has a contrast of 4.5:1 wherever it stands, ${colorScheme}`, async ({ visit }) => {
      const page = await visit('/', { colorScheme });
      for (const [name, selector] of Object.entries(places)) {
        const words = page.locator(selector).first();
        if ((await words.count()) === 0) assert.fail(`${name}: nothing is ${selector}`);
        const found = contrast_in(await selected(words));
        assert.ok(found >= least, `${name}: ${found.toFixed(2)}:1`);
      }
    });
  }

  check('has it in fields', async ({ visit }) => {
    const page = await visit('/', { storage: declined });
    const field = page.locator('#contact-name');
    await field.fill('Ana Broussard');
    await field.scrollIntoViewIfNeeded();
    await field.selectText();
    assert.ok(contrast_in(await pixels_of(page, field)) >= least);
  });

  check('does not show through the bars that it is scrolled under', async ({ visit }) => {
    const page = await visit('/');
    await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('main') ?? document.body));
    for (const scroll of [300, 700, 1100]) {
      await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), scroll);
      for (const bar of ['.crisis-bar', '.header', '.consent']) {
        const free = await bar_without_selection(page, bar);
        assert.deepEqual(await bar_pixels(page, bar), free, `${bar} at ${scroll}`);
      }
    }
  });

  check('pictures in it can still be recognised', async ({ visit }) => {
    const page = await visit('/', { storage: declined });
    await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('main') ?? document.body));
    const png = await pixels_of(page, 'main img');
    const colours = new Set();
    for (let i = 0; i < png.data.length; i += 4) colours.add(png.data.readUIntBE(i, 3));
    assert.ok(colours.size > 100, `${colours.size} colours`);
  });
});

/** @param {import('playwright-core').Page} page @param {string} bar */
async function bar_pixels(page, bar) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const { data } = await pixels_of(page, bar);
  return Buffer.from(data).toString('base64');
}

/** What it shows while nothing is selected; then the same is selected again. @param {import('playwright-core').Page} page @param {string} bar */
async function bar_without_selection(page, bar) {
  await page.evaluate(() => getSelection()?.removeAllRanges());
  const pixels = await bar_pixels(page, bar);
  await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('main') ?? document.body));
  return pixels;
}
