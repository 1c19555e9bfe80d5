// Pictures that are slow, fail, or come in several widths; and the script itself, which comes late or never.
import assert from 'node:assert/strict';
import { declined, parts, photo, press_photo, shows } from '../support/lightbox.mjs';
import { suite } from '../support/suite.mjs';

/** @typedef {import('playwright-core').Page} Page @typedef {import('playwright-core').Route} Route */

/** Holds requests back until they are let go. @param {Page} page @param {RegExp} address */
async function held(page, address) {
  /** @type {Route[]} */
  const waiting = [];
  let open = false;
  await page.route(address, (route) => (open ? route.fallback() : void waiting.push(route)));
  return {
    waiting,
    async release() {
      open = true;
      for (const route of waiting.splice(0)) await route.fallback();
    },
  };
}

/** Requests fail until the network is back. @param {Page} page @param {RegExp} address */
async function broken(page, address) {
  let works = false;
  await page.route(address, (route) => (works ? route.fallback() : route.abort()));
  return { mend: () => void (works = true) };
}

/** A picture of one colour as PNG would be much to write by hand: SVG is a picture too. @param {number} width */
const drawing = (width) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${(width * 2) / 3}"><rect width="100%" height="100%" fill="#0a7"/></svg>`;

/** Gives a picture of the page the widths that a build gives photos. @param {Page} page @param {string} id */
async function with_widths(page, id) {
  /** @type {Set<string>} */
  const asked = new Set();
  await page.route(/\/widths\//, (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    asked.add(name);
    return route.fulfill({ contentType: 'image/svg+xml', body: drawing(Number(/\d+/.exec(name)?.[0])) });
  });
  await photo(page, id)
    .locator('img')
    .evaluate((image) => {
      const list = (/** @type {string} */ kind) =>
        [400, 800, 1600, 3200].map((width) => `/widths/${kind}-${width}.svg ${width}w`).join(', ');
      const picture = document.createElement('picture');
      const source = Object.assign(document.createElement('source'), {
        type: 'image/svg+xml',
        srcset: list('best'),
        sizes: '400px',
      });
      image.replaceWith(picture);
      picture.append(source, image);
      image.setAttribute('sizes', '400px');
      image.setAttribute('srcset', list('plain'));
      image.setAttribute('width', '3200');
      image.setAttribute('height', '2133');
    });
  return asked;
}

/** @param {Page} page */
async function small_has_come(page) {
  await photo(page, 'class').scrollIntoViewIfNeeded();
  await page.waitForFunction(() => {
    const image = /** @type {HTMLImageElement} */ (document.querySelector('a[data-value=class] img'));
    return image.complete && /(best|plain)-/.test(image.currentSrc) && image.naturalWidth > 0;
  });
}

await suite('pictures that load', (check) => {
  check('a click before the script has come opens the picture all the same', async ({ visit }) => {
    const page = await visit('/about/', { storage: declined });
    const script = await held(page, /lightbox\.[0-9a-f]+\.js/);
    await page.locator('a.nav-link[href="/"]').click();
    await photo(page, 'class').scrollIntoViewIfNeeded();
    await photo(page, 'class').click();
    assert.equal(await page.locator('dialog[open]').count(), 0);
    await script.release();
    await shows(page, 'class');
  });

  check('where the script does not come, the link leads to the picture', async ({ visit }) => {
    const page = await visit('/about/', { storage: declined });
    await page.route(/lightbox\.[0-9a-f]+\.js/, (route) => route.abort());
    await page.locator('a.nav-link[href="/"]').click();
    await photo(page, 'class').scrollIntoViewIfNeeded();
    await photo(page, 'class').click();
    await page.waitForURL(/class\.[0-9a-f]+-\d+\.jpg$/);
  });

  check('the script is not asked for before a gallery is near', async ({ visit }) => {
    const page = await visit('/about/', { storage: declined });
    const asked = () =>
      page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('lightbox')));
    await page.waitForLoadState('networkidle');
    assert.equal(await asked(), false);
  });

  check('a slow picture: the small one stands in, at its place, until the large one has come', async ({ visit }) => {
    const page = await visit('/', { storage: declined });
    await with_widths(page, 'class');
    await small_has_come(page);
    const large = await held(page, /widths\/best-(800|1600|3200)/);
    await photo(page, 'class').click();
    const { frame, dialog } = parts(page);
    await dialog.locator('.lightbox-small').waitFor();
    const before = await frame.boundingBox();
    assert.ok(before && Math.abs(before.width / before.height - 1.5) < 0.01, JSON.stringify(before));
    assert.match((await dialog.locator('.lightbox-small').getAttribute('src')) ?? '', /best-400/);
    assert.equal(await frame.getAttribute('data-state'), 'coming');
    await large.release();
    await shows(page, 'class');
    assert.deepEqual(await frame.boundingBox(), before);
    await dialog.locator('.lightbox-small').waitFor({ state: 'detached' });
  });

  check('as wide a file as the window needs, and a sharper one once it is magnified', async ({ visit }) => {
    const page = await visit('/', { storage: declined });
    const asked = await with_widths(page, 'class');
    await press_photo(page, 'class');
    const { large } = parts(page);
    const source = () => large.evaluate((image) => /** @type {HTMLImageElement} */ (image).currentSrc);
    assert.match(await source(), /best-1600/);
    assert.ok(!asked.has('best-3200.svg'), [...asked].join());
    await page.mouse.dblclick(640, 400);
    await page.waitForFunction(() =>
      /** @type {HTMLImageElement} */ (document.querySelector('.lightbox-large'))?.currentSrc.includes('best-3200'),
    );
  });

  check('the neighbours are loaded once the picture has come: turning asks for nothing', async ({ visit }) => {
    const page = await visit('/', { storage: declined, viewport: { width: 1280, height: 800 } });
    const asked = await with_widths(page, 'role-play');
    await press_photo(page, 'class');
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('best-1600')),
    );
    const before = [...asked];
    await page.keyboard.press('ArrowRight');
    await shows(page, 'role-play');
    assert.deepEqual([...asked], before);
  });

  check('a picture that fails: its words and a button that tries again', async ({ visit }) => {
    const page = await visit('/', { storage: declined });
    await with_widths(page, 'class');
    await small_has_come(page);
    const network = await broken(page, /-(800|1600|3200)|class\./);
    await photo(page, 'class').click();
    const { failed, again, dialog } = parts(page);
    await failed.waitFor();
    const alt = await photo(page, 'class').locator('img').getAttribute('alt');
    assert.ok(alt && (await failed.textContent())?.includes(alt));
    assert.match((await failed.textContent()) ?? '', /did not load/);
    await again.click();
    await failed.waitFor();
    network.mend();
    await again.click();
    await shows(page, 'class');
    await failed.waitFor({ state: 'hidden' });
    assert.ok(
      await dialog.evaluate(
        (element) => element.contains(document.activeElement) && document.activeElement !== element,
      ),
    );
  });

  check('a picture that failed comes by itself when the network is back', async ({ visit }) => {
    const page = await visit('/', { storage: declined });
    await with_widths(page, 'class');
    await small_has_come(page);
    const network = await broken(page, /-(800|1600|3200)|class\./);
    await photo(page, 'class').click();
    await parts(page).failed.waitFor();
    network.mend();
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await shows(page, 'class');
  });

  check(
    'a picture of the page that fails is marked; a tap loads it and opens nothing, the next one opens it',
    async ({ visit }) => {
      const page = await visit('/about/', { storage: declined });
      const network = await broken(page, /assets\/class\./);
      await page.locator('a.nav-link[href="/"]').click();
      const image = photo(page, 'class').locator('img');
      await image.scrollIntoViewIfNeeded();
      await page.waitForFunction(() => document.querySelector('a[data-value=class] img[data-failed]'));
      const { borderTopWidth, opacity, whiteSpace } = await image.evaluate((element) => ({
        ...getComputedStyle(element),
      }));
      assert.deepEqual(
        { borderTopWidth, opacity, whiteSpace },
        { borderTopWidth: '1px', opacity: '1', whiteSpace: 'normal' },
        'words in a frame',
      );
      network.mend();
      await photo(page, 'class').click();
      await page.waitForFunction(() => document.querySelector('a[data-value=class] img:not([data-failed])'));
      assert.equal(await page.locator('dialog[open]').count(), 0);
      await press_photo(page, 'class');
    },
  );

  check('pictures of the page that failed come when the network is back', async ({ visit }) => {
    const page = await visit('/about/', { storage: declined });
    const network = await broken(page, /assets\/(class|role-play)\./);
    await page.locator('a.nav-link[href="/"]').click();
    await photo(page, 'class').scrollIntoViewIfNeeded();
    await page.waitForFunction(() => document.querySelectorAll('img[data-failed]').length === 2);
    network.mend();
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.waitForFunction(() => document.querySelectorAll('img[data-failed]').length === 0);
  });
});
