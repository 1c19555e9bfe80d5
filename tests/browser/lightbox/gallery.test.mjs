// A gallery of pictures in many shapes, in both views: rows, order, links, finding, and what a long one costs.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { build_many_pictures, caption } from '../../support/many_pictures.mjs';
import { lines_off } from '../support/overlay.mjs';
import { eventually, shows_picture } from '../support/pixels.mjs';
import { at_rest, frames } from '../support/rest.mjs';
import { suite } from '../support/suite.mjs';

const count = 400;
const work = mkdtempSync(join(tmpdir(), 'lacit-gallery-'));
after(() => rmSync(work, { recursive: true, force: true }));

/** @typedef {{ left: number, top: number, right: number, bottom: number, ratio: number }} Box */

/** Runs in the page. @returns {Box[]} of the pictures of the first part, from the page's top left */
function boxes() {
  const part = document.querySelector('.gallery-part');
  return [...(part?.querySelectorAll('img') ?? [])].map((image) => {
    const { left, top, right, bottom } = image.getBoundingClientRect();
    const ratio = Number(image.getAttribute('width')) / Number(image.getAttribute('height'));
    return { left, top: top + scrollY, right, bottom: bottom + scrollY, ratio };
  });
}

/** @param {Box[]} all @returns {Box[][]} */
function rows_of(all) {
  /** @type {Map<number, Box[]>} */
  const rows = new Map();
  for (const box of all) rows.set(Math.round(box.top), [...(rows.get(Math.round(box.top)) ?? []), box]);
  return [...rows.values()];
}

/** @param {Box[]} row */
function assert_row(row) {
  const [first] = row;
  assert.ok(first);
  for (const box of row) {
    assert.ok(Math.abs(box.bottom - first.bottom) < 1, 'pictures of a row are equally high');
    const ratio = (box.right - box.left) / (box.bottom - box.top);
    assert.ok(Math.abs(ratio - box.ratio) < 0.02 * box.ratio, `${ratio} is not ${box.ratio}`);
  }
}

/** Runs in the page: puts the middle of an element into the middle of the window. @param {Element} element */
const centre = (element) => element.scrollIntoView({ block: 'center', behavior: 'instant' });

/** @param {import('playwright-core').Page} page @param {string} words */
async function find(page, words) {
  assert.ok(await page.evaluate((text) => /** @type {any} */ (window).find(text), words), `«${words}» is found`);
  const in_window = () =>
    page.evaluate(() => {
      const box = getSelection()?.getRangeAt(0).getBoundingClientRect();
      return Boolean(box && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight);
    });
  await eventually(in_window, `«${words}» is in the window`);
}

/** Runs in the page: the pictures that the window shows have come. */
const is_there = () =>
  [...document.images].every((image) => {
    const { top, bottom } = image.getBoundingClientRect();
    return image.complete || top > innerHeight || bottom < 0;
  });

await suite(
  'gallery',
  (check, view) => {
    for (const width of [1280, 768, 360]) {
      check(`rows fill the width and pictures keep their ratios, ${width} px wide`, async ({ visit }) => {
        const page = await visit('/many/', { viewport: { width, height: 800 } });
        const rows = rows_of(await page.evaluate(boxes));
        rows.forEach(assert_row);
        const right = Math.max(...rows.flat().map((box) => box.right));
        for (const row of rows.slice(0, -1)) assert.ok(Math.abs(right - (row.at(-1)?.right ?? 0)) < 1, 'a full row');
        assert.ok(rows.length > 8, `${rows.length} rows`);
        if (width > 640)
          assert.ok(
            rows.some((row) => row.length > 1),
            'pictures side by side',
          );
      });
    }

    check('what stands far down is found, scrolled to, and complete there', async ({ visit }) => {
      const page = await visit('/many/', { storage: { 'lacit.consent': 'declined' } });
      const last = Math.floor(count * 0.9);
      await find(page, caption(last));
      const image = page.locator('figure', { hasText: caption(last) }).locator('img');
      await image.evaluate(centre);
      await shows_picture(page, image);
      if (view === 'painted') assert.deepEqual(await page.evaluate(lines_off, { across: 1, down: 1 }), []);
    });

    check('each picture is a link to the picture itself, for who has no script too', async ({ visit }) => {
      const page = await visit('/many/', { javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
      const link = page.locator('.gallery-link').nth(3);
      const address = await link.getAttribute('href');
      assert.match(address ?? '', /\.(jpg|png)$/);
      const answer = await page.request.get(new URL(address ?? '', page.url()).href);
      assert.equal(answer.status(), 200);
      assert.match(answer.headers()['content-type'] ?? '', /^image\//);
      assert.equal(await page.locator('.gallery-image').count(), count);
      for (const attribute of ['alt', 'width', 'height']) {
        assert.ok(await page.locator('.gallery-image').nth(3).getAttribute(attribute), attribute);
      }
    });

    check(
      "a picture is the browser's own under the pointer: it has its menu («Save image as») and can be dragged",
      async ({ visit }) => {
        const page = await visit('/many/', { storage: { 'lacit.consent': 'declined' } });
        const image = page.locator('.gallery-image').first();
        await image.evaluate(centre);
        await shows_picture(page, image);
        const box = await image.boundingBox();
        assert.ok(box);
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        const hit = await page.evaluate(([at = 0, down = 0]) => document.elementFromPoint(at, down)?.className, [x, y]);
        assert.match(hit ?? '', /gallery-image/);
        const dragged = page.evaluate(
          () =>
            new Promise((resolve) =>
              addEventListener(
                'dragstart',
                ({ target }) => resolve(target instanceof HTMLImageElement && target.currentSrc),
                { once: true },
              ),
            ),
        );
        await page.mouse.move(x, y);
        await page.mouse.down();
        await page.mouse.move(x + 40, y + 40, { steps: 8 });
        assert.match(String(await dragged), /many-0\./);
        await page.mouse.up();
      },
    );

    if (view === 'plain') return;

    for (const width of [1280, 500]) {
      check(`pictures stand where the plain view has them, ${width} px wide`, async ({ visit }) => {
        const viewport = { width, height: 800 };
        const painted = await (await visit('/many/', { viewport })).evaluate(boxes);
        const plain = await (await visit('/many/', { viewport, view: 'plain' })).evaluate(boxes);
        assert.equal(painted.length, plain.length);
        for (const [i, box] of painted.entries()) {
          for (const side of /** @type {const} */ (['left', 'top', 'right', 'bottom'])) {
            assert.ok(
              Math.abs(box[side] - (plain[i]?.[side] ?? NaN)) < 1,
              `picture ${i}, ${side}: ${box[side]}, ${plain[i]?.[side]}`,
            );
          }
        }
      });
    }

    check('the canvas draws no frame while nothing changes, however long the gallery', async ({ visit }) => {
      const page = await visit('/many/', { storage: { 'lacit.consent': 'declined' } });
      await at_rest(page);
      const before = await frames(page);
      // eslint-disable-next-line no-restricted-syntax -- time itself: frames would come of timers, if they came
      await page.waitForTimeout(1000);
      assert.equal(await frames(page), before);
    });

    check('elements are placed near the window only, and stay where they are when more come', async ({ visit }) => {
      const page = await visit('/many/', { storage: { 'lacit.consent': 'declined' } });
      const placed = () => page.locator('figure.placed').count();
      assert.ok((await placed()) < count / 2, `${await placed()} of ${count}`);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.locator('figure').last().evaluate(centre);
      await page.locator('figure.placed').last().waitFor({ state: 'attached' });
      await eventually(
        () =>
          page
            .locator('figure')
            .last()
            .evaluate((figure) => figure.classList.contains('placed')),
        'the last one placed',
      );
      assert.ok((await placed()) < count / 2, `${await placed()} of ${count}`);
      assert.equal(await page.evaluate(() => document.documentElement.scrollHeight), height);
    });

    check('pictures take up at most 96 MB of the graphics memory on the way to the end', async ({ visit }) => {
      const page = await visit('/many/', { storage: { 'lacit.consent': 'declined' } });
      const bytes = () => page.evaluate(() => /** @type {any} */ (window).lacit.stats().pictureBytes);
      let most = 0;
      for (let i = 0; i <= 40; i += 1) {
        await page.evaluate(
          (part) => scrollTo({ top: document.documentElement.scrollHeight * part, behavior: 'instant' }),
          i / 40,
        );
        await page.waitForFunction(is_there);
        most = Math.max(most, await bytes());
      }
      assert.ok(most > 0 && most <= 96 * 1024 * 1024, `${most} bytes`);
      await shows_picture(page, page.locator('figure img').last());
    });
  },
  build_many_pictures(count, work),
);
