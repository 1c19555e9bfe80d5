// The lightbox for everybody: what screen readers are told, focus, size of targets, small windows, the page behind, print.
import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import { closed, declined, parts, phone, photo, press_photo, shows } from '../support/lightbox.mjs';
import { at_rest, frames } from '../support/rest.mjs';
import { suite } from '../support/suite.mjs';

/** @typedef {import('playwright-core').Page} Page */

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const windows = [
  { width: 320, height: 256 }, // 1280 × 1024 at 400 %
  { width: 320, height: 568 },
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 800, height: 360 },
  { width: 1280, height: 800 },
];

/** Runs in the page: buttons and links that are small, out of the window, or lie over one another. */
function awkward_controls() {
  const controls = [...document.querySelectorAll('dialog button, dialog a')].filter((control) =>
    control.checkVisibility(),
  );
  const boxes = controls.map((control) => ({ name: control.textContent, box: control.getBoundingClientRect() }));
  const apart = (/** @type {DOMRect} */ a, /** @type {DOMRect} */ b) =>
    a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
  const wrong = [];
  for (const { name, box } of boxes) {
    if (box.width < 44 || box.height < 44) wrong.push(`${name} is ${box.width} × ${box.height}`);
    if (box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight)
      wrong.push(`${name} is cut off`);
    for (const other of boxes)
      if (other.name !== name && !apart(box, other.box)) wrong.push(`${name} lies over ${other.name}`);
  }
  return { wrong, count: controls.length };
}

await suite('the lightbox for everybody', (check, view) => {
  check('no rule of WCAG 2.2 AA is broken, dark and light', async ({ visit }) => {
    for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
      const page = await visit('/', { storage: declined, colorScheme });
      await press_photo(page, 'porch');
      const report = await new AxeBuilder({ page }).include('dialog').withTags(tags).analyze();
      assert.ok(report.passes.length > 10);
      assert.deepEqual(
        report.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        [],
      );
    }
  });

  check('in every window all controls are large enough, in sight, and beside one another', async ({ visit }) => {
    const page = await visit('/#photo=porch', { storage: declined });
    for (const size of windows) {
      await page.setViewportSize(size);
      await page.waitForFunction(
        () => (document.querySelector('.lightbox-frame')?.getBoundingClientRect().right ?? 9999) <= innerWidth,
      );
      const { wrong, count } = await page.evaluate(awkward_controls);
      assert.deepEqual(wrong, [], JSON.stringify(size));
      assert.equal(count, 6);
      const box = await parts(page).frame.boundingBox();
      assert.ok(box && box.height > 90, `${JSON.stringify(size)}: ${JSON.stringify(box)}`);
    }
  });

  check(
    'it is told as a modal dialog with its place and caption; turning tells place, caption and words of the next',
    async ({ visit }) => {
      const page = await visit('/', { storage: declined });
      await press_photo(page, 'class');
      const dialog = page.getByRole('dialog', { name: '1 of 12 Illustration: a class in session' });
      await dialog.waitFor();
      const alt = await photo(page, 'role-play').locator('img').getAttribute('alt');
      await page.keyboard.press('ArrowRight');
      const { said } = parts(page);
      await page.waitForFunction(() =>
        document.querySelector('[data-behaviour=lightbox-said]')?.textContent?.startsWith('2 of 12'),
      );
      const words = (await said.textContent()) ?? '';
      assert.ok(
        words.includes('Illustration: practicing a calm conversation') && words.includes(alt ?? 'no alt'),
        words,
      );
      assert.equal(await said.getAttribute('role'), 'status');
      assert.deepEqual(
        await parts(page)
          .dialog.getByRole('button')
          .evaluateAll((buttons) => buttons.map((button) => button.textContent)),
        ['Share this picture', 'Close', 'Previous picture', 'Next picture'],
      );
    },
  );

  check('Tab stays within it', async ({ visit }) => {
    const page = await visit('/', { storage: declined });
    await press_photo(page, 'class');
    for (let i = 0; i < 20; i += 1) {
      await page.keyboard.press('Tab');
      const where = await page.evaluate(() => {
        const active = document.activeElement;
        return active === document.body || active?.closest('dialog') !== null; // the body: the browser's own bar
      });
      assert.ok(where);
    }
  });

  check('the page behind stands still and keeps its place', async ({ visit }) => {
    const page = await visit('/', { storage: declined });
    await photo(page, 'class').scrollIntoViewIfNeeded();
    const places = () =>
      page.evaluate(() => [
        scrollY,
        document.documentElement.clientWidth,
        ...[...document.querySelectorAll('main h2, main figure, footer a')].flatMap((element) => {
          const { x, y, width } = element.getBoundingClientRect();
          return [x, y, width];
        }),
      ]);
    const before = await places();
    await photo(page, 'class').click();
    await shows(page, 'class');
    assert.deepEqual(await places(), before);
    await page.mouse.move(640, 400);
    await page.mouse.wheel(0, 600);
    await page.mouse.wheel(0, -600);
    await page.mouse.move(300, 30);
    await page.mouse.wheel(0, 600);
    for (const key of ['ArrowDown', 'PageDown', 'End', ' ']) await page.keyboard.press(key);
    // eslint-disable-next-line no-restricted-syntax -- time itself: a page that scrolls would do so a little later
    await page.waitForTimeout(300);
    assert.deepEqual(await places(), before);
    await page.keyboard.press('Escape');
    await closed(page);
  });

  check(
    'with ten thousand pictures it opens as with twelve, and nothing is done for each before',
    async ({ visit }) => {
      const page = await visit('/', { storage: declined });
      await page.evaluate((in_sight) => {
        const gallery = document.querySelector('[data-behaviour=gallery]');
        const figure = gallery?.querySelector('figure');
        const grid = document.createElement('div');
        grid.hidden = !in_sight; // painted, only C++ gives figures a place
        gallery?.after(grid);
        for (let i = 13; i <= 10_000; i += 1) {
          const copy = /** @type {HTMLElement} */ (figure?.cloneNode(true));
          for (const element of [copy, ...copy.querySelectorAll('*')]) element.removeAttribute('data-n');
          copy.querySelector('a')?.setAttribute('data-value', `copy-${i}`);
          grid.append(copy);
        }
      }, view === 'plain');
      await press_photo(page, 'class');
      const { count } = parts(page);
      assert.equal(await count.textContent(), '1 of 10000');
      await page.keyboard.press('End');
      await shows(page, 'copy-10000');
      await page.keyboard.press('ArrowRight');
      await shows(page, 'class');
    },
  );

  check('nothing moves where the visitor wants no motion', async ({ visit }) => {
    const page = await visit('/', { storage: declined, reducedMotion: 'reduce' });
    await press_photo(page, 'class');
    await page.keyboard.press('ArrowRight');
    const running = await page.evaluate(
      () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
    );
    assert.equal(running, 0);
    assert.equal(await page.locator('.lightbox-frame').count(), 1);
  });

  check('with forced colours controls have their outlines and the picture is seen', async ({ visit }) => {
    const page = await visit('/', { storage: declined, forcedColors: 'active', view: 'plain' });
    await press_photo(page, 'class');
    const width = await parts(page).close.evaluate((button) => getComputedStyle(button).borderTopWidth);
    assert.equal(width, '1px');
    await page.waitForFunction(() => {
      const image = document.querySelector('.lightbox-large');
      return image && getComputedStyle(image).opacity === '1';
    });
  });

  check('nothing of it is printed', async ({ visit }) => {
    const page = await visit('/', { storage: declined });
    await press_photo(page, 'class');
    await page.emulateMedia({ media: 'print' });
    assert.equal(await parts(page).dialog.evaluate((dialog) => getComputedStyle(dialog).display), 'none');
  });

  check('without script the dialog is not there, and a picture is a link to its file', async ({ visit }) => {
    const page = await visit('/', { javaScriptEnabled: false });
    assert.equal(await page.locator('dialog').isVisible(), false);
    assert.match((await photo(page, 'class').getAttribute('href')) ?? '', /class\.\w+-\d+\.jpg$/);
  });

  check('the thumb reaches what turns: at the bottom of a phone', async ({ visit }) => {
    const page = await visit('/', { ...phone, storage: declined });
    await press_photo(page, 'class');
    const { next, previous } = parts(page);
    for (const button of [next, previous]) assert.ok(((await button.boundingBox())?.y ?? 0) > 640);
    await next.tap();
    await shows(page, 'role-play');
  });

  if (view !== 'painted') return;

  check(
    'it is the browser that draws it: what shows differs from the page, and no frame is drawn while it is open',
    async ({ visit }) => {
      const page = await visit('/', { storage: declined });
      await press_photo(page, 'class');
      await at_rest(page); // the light on the pressed picture goes out
      const before = await frames(page);
      await page.keyboard.press('ArrowRight');
      await shows(page, 'role-play');
      await page.mouse.move(640, 400);
      await page.mouse.move(900, 300);
      await page.mouse.wheel(0, -300);
      await at_rest(page);
      assert.equal(await frames(page), before);
      const color = await parts(page).count.evaluate((element) => getComputedStyle(element).color);
      assert.equal(color, 'rgb(238, 243, 245)');
      assert.equal(await page.evaluate(() => document.querySelectorAll('dialog .placed, dialog .line').length), 0);
    },
  );
});
