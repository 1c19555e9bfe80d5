// Pictures of a gallery on a bad network: slow ones have soft colours until they come, and without a network what has come
// stays.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { build_many_pictures } from '../../support/many_pictures.mjs';
import { colours_in, eventually, pixels_of, shows_picture } from '../support/pixels.mjs';
import { frames } from '../support/rest.mjs';
import { suite } from '../support/suite.mjs';

/** @typedef {import('playwright-core').Page} Page */

const declined = { 'lacit.consent': 'declined' };
const work = mkdtempSync(join(tmpdir(), 'lacit-network-'));
after(() => rmSync(work, { recursive: true, force: true }));

/** Runs in the page. @param {Element} element */
const centre = (element) => element.scrollIntoView({ block: 'center', behavior: 'instant' });

/** From the next page on. @param {Page} page @returns {Promise<() => void>} lets the pictures come */
async function hold_pictures(page) {
  /** @type {() => void} */
  let release = () => {};
  const released = new Promise((resolve) => (release = () => resolve(null)));
  await page.route(/assets\/many-/, async (route) => {
    await released;
    await route.continue().catch(() => {}); // the page may be gone
  });
  return release;
}

/** Runs in the page. */
const lose_context = () => {
  const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('lacit-canvas'));
  const lost = canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context');
  lost?.loseContext();
  setTimeout(() => lost?.restoreContext(), 200);
};

await suite(
  'gallery and network',
  (check, view) => {
    check(
      'a picture that is slow has its soft colours until it comes, and then no frame more',
      async ({ visit, origin }) => {
        const page = await visit('/about/', { storage: declined });
        const release = await hold_pictures(page);
        await page.goto(`${origin}/many/`, { waitUntil: 'domcontentloaded' });
        await page.waitForFunction((wanted) => document.documentElement.dataset.view === wanted, view);
        const image = page.locator('.gallery-image').first();
        await image.evaluate(centre);
        await eventually(async () => colours_in(await pixels_of(page, image)) > 20, 'soft colours');
        const soft = (await pixels_of(page, image)).data;
        assert.equal(await image.evaluate((element) => /** @type {HTMLImageElement} */ (element).complete), false);
        release();
        await eventually(async () => !(await pixels_of(page, image)).data.equals(soft), 'the picture');
        if (view === 'plain') return;
        let before = -1;
        await eventually(async () => before === (before = await frames(page)), 'an end of the fade');
      },
    );

    check(
      'without a network what has come is shown, what has not has its words, and comes with the network',
      async ({ visit }) => {
        const page = await visit('/many/', { storage: declined, viewport: { width: 360, height: 640 } }); // most of it is far
        const first = page.locator('.gallery-image').first();
        await first.evaluate(centre);
        await shows_picture(page, first);
        await page.context().setOffline(true);
        if (view === 'painted') {
          await page.evaluate(lose_context);
          await page.waitForFunction(() => document.documentElement.dataset.view === 'plain');
          await page.waitForFunction(() => document.documentElement.dataset.view === 'painted');
        }
        await shows_picture(page, first);
        await page.route(/assets\/many-/, (route) => route.abort()); // whatever the browser's cache has of them
        const last = page.locator('.gallery-image').last();
        await last.evaluate(centre);
        const failed = () =>
          last.evaluate((image) => image.hasAttribute('data-failed') && getComputedStyle(image).opacity === '1');
        await eventually(failed, 'words of the picture');
        await page.unrouteAll({ behavior: 'ignoreErrors' });
        await page.context().setOffline(false);
        await eventually(async () => !(await failed()), 'the picture');
        await shows_picture(page, last);
      },
    );
  },
  build_many_pictures(28, work),
);
