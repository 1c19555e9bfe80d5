// Colours of pictures: what the canvas shows of a ramp against the same <img> drawn by the browser, in every format.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { PNG } from 'pngjs';
import { build_ramp_site, ramp_pages } from '../support/ramp_site.mjs';
import { settled, suite, until } from './support/suite.mjs';

/** @typedef {import('./support/tab.d.ts').Tab} Tab */

const limit = 2; // of 255
const reach = 2; // of a patch: 5 by 5 pixels
const edge = 6; // CSS pixels at the border of the picture and of its bands, where colours meet
const work = mkdtempSync(join(tmpdir(), 'lacit-ramp-'));
after(() => rmSync(work, { recursive: true, force: true }));

/** Runs in the page. */
function picture_there() {
  const image = /** @type {HTMLImageElement | null} */ (document.querySelector('.gallery-image'));
  image?.scrollIntoView({ block: 'center', behavior: 'instant' });
  return Boolean(image?.complete && image.naturalWidth > 0);
}

/** Runs in the page. */
function picture_place() {
  const image = /** @type {HTMLImageElement} */ (document.querySelector('.gallery-image'));
  const { left, top, width, height } = image.getBoundingClientRect();
  return { left, top, width, height, file: image.currentSrc };
}

/** @typedef {{ png: PNG, left: number, top: number, width: number, height: number, file: string }} Shot */

/** Once two pictures of the window are the same: decoding and fading are over. @param {Tab} tab @returns {Promise<Shot>} */
async function shoot(tab) {
  await until(tab, picture_there);
  let before = Buffer.alloc(0);
  for (let tries = 0; tries < 60; tries += 1) {
    await delay(400);
    const now = PNG.sync.read(await tab.screenshot());
    if (before.equals(now.data)) return { png: now, ...(await tab.evaluate(picture_place)) };
    before = now.data;
  }
  throw new Error('the window does not come to rest');
}

/**
 * The mean of a small patch: engines scale pictures by filters of their own, which differ at single pixels by the codecs'
 * noise (Firefox: up to 4 of 255); of colours, nothing may differ.
 * @param {Shot} shot @param {number} x @param {number} y the patch's middle in the picture, CSS pixels
 * @returns {number[]}
 */
function colour_at({ png, left, top }, x, y) {
  const sums = [0, 0, 0];
  for (let down = -reach; down <= reach; down += 1) {
    for (let across = -reach; across <= reach; across += 1) {
      const at = (Math.round(top + y + down) * png.width + Math.round(left + x + across)) * 4;
      sums.forEach((sum, i) => (sums[i] = sum + (png.data[at + i] ?? 0)));
    }
  }
  return sums.map((sum) => sum / (2 * reach + 1) ** 2);
}

/** @param {Shot} painted @param {Shot} plain @returns {number} the largest difference in any channel */
function worst_of(painted, plain) {
  const band = painted.height / 8;
  let worst = 0;
  for (let y = edge; y < painted.height - edge; y += 2) {
    if (y % band < edge || y % band > band - edge) continue;
    for (let x = 24; x < painted.width - 24; x += 2) {
      const wanted = colour_at(plain, x, y);
      colour_at(painted, x, y).forEach((value, i) => (worst = Math.max(worst, Math.abs(value - (wanted[i] ?? 255)))));
    }
  }
  return worst;
}

await suite(
  'colours',
  (check) => {
    for (const [format, path] of Object.entries(ramp_pages)) {
      check(`the canvas shows a picture in ${format} as the browser does`, async ({ visit }) => {
        const tab = await visit(path, { width: 1280, height: 900 });
        const painted = await shoot(tab);
        await tab.evaluate(() =>
          /** @type {HTMLElement | null} */ (document.querySelector('[data-behaviour=view]'))?.click(),
        );
        await settled(tab, 'plain');
        const plain = await shoot(tab);
        assert.match(painted.file, new RegExp(`\\.${format}$`));
        assert.equal(plain.file, painted.file);
        const worst = worst_of(painted, plain);
        assert.ok(worst <= limit, `${worst} of 255`);
      });
    }
  },
  build_ramp_site(work),
);
