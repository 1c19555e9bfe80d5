// The moment when the painted view takes over: the same page, to the eye and to the hand.
import assert from 'node:assert/strict';
import { PNG } from 'pngjs';
import { ink_box, visible_lines } from '../support/ink.mjs';
import { at_rest } from '../support/rest.mjs';
import { suite } from '../support/suite.mjs';

/** @typedef {import('playwright-core').Page} Page */

const limit = 2; // CSS pixels

/** Holds the program back until it is let go. @param {Page} page */
async function held_program(page) {
  /** @type {() => void} */
  let let_go = () => {};
  const held = new Promise((resolve) => (let_go = () => resolve(null)));
  await page.route('**/*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  return () => let_go();
}

/** @param {Page} page @param {string} url @param {number} scroll */
async function before_and_after(page, url, scroll) {
  const let_go = await held_program(page);
  await page.evaluate(() => localStorage.removeItem('lacit.view'));
  await page.goto(url);
  await page.evaluate(async (y) => {
    await document.fonts.ready;
    scrollTo({ top: y, behavior: 'instant' });
  }, scroll);
  await at_rest(page);
  const plain = PNG.sync.read(await page.screenshot());
  let_go();
  await page.waitForFunction(() => document.documentElement.dataset.view === 'painted');
  await at_rest(page);
  return { plain, painted: PNG.sync.read(await page.screenshot()) };
}

/** Of all pixels, the share that differs clearly. @param {PNG} a @param {PNG} b */
function share_changed(a, b) {
  let changed = 0;
  for (let at = 0; at < a.data.length; at += 4) {
    const off = [0, 1, 2].reduce((sum, i) => sum + Math.abs((a.data[at + i] ?? 0) - (b.data[at + i] ?? 0)), 0);
    if (off > 120) changed += 1;
  }
  return changed / (a.data.length / 4);
}

await suite('swap', (check, view) => {
  if (view !== 'painted') return;

  for (const [width, path, scroll] of /** @type {[number, string, number][]} */ ([
    [360, '/', 0],
    [1280, '/', 0],
    [1280, '/', 900],
    [768, '/what-is-cit/', 400],
    [1280, '/crisis-resources/', 300],
  ])) {
    check(`${path} at ${width} px, ${scroll} px down, looks the same before and after`, async ({ visit, origin }) => {
      const page = await visit('/', {
        view: 'plain',
        viewport: { width, height: 800 },
        storage: { 'lacit.consent': 'declined' },
      });
      const { plain, painted } = await before_and_after(page, origin + path, scroll);
      const share = share_changed(plain, painted);
      assert.ok(share < 0.02, `${(share * 100).toFixed(2)} % of the pixels changed`);
      const lines = await page.evaluate(visible_lines, 1);
      assert.ok(lines.length > 3);
      for (const { text, region } of lines) {
        const [from, to] = [ink_box(plain, region), ink_box(painted, region)];
        assert.ok(from && to, `«${text}» is in both`);
        for (const side of /** @type {const} */ (['left', 'right', 'top', 'bottom'])) {
          assert.ok(Math.abs(from[side] - to[side]) <= limit, `«${text}» moved at its ${side}`);
        }
      }
    });
  }

  check('focus, selection, typed words and an open menu stay', async ({ visit, origin }) => {
    const page = await visit('/', { view: 'plain', viewport: { width: 768, height: 800 } });
    const let_go = await held_program(page);
    await page.evaluate(() => localStorage.removeItem('lacit.view'));
    await page.goto(`${origin}/`);
    await page.locator('#contact input').first().fill('Ada');
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await page.locator('summary:visible').first().click();
    await page.evaluate(() => {
      const words = document.querySelector('h1')?.firstChild;
      if (words) getSelection()?.setBaseAndExtent(words, 0, words, 9);
    });
    const place = await page.evaluate(() => [document.activeElement?.className, scrollY]);
    assert.match(String(place[0]), /summary/);
    let_go();
    await page.waitForFunction(() => document.documentElement.dataset.view === 'painted');
    assert.deepEqual(
      await page.evaluate(() => [document.activeElement?.className.replace(' placed', ''), scrollY]),
      place,
    );
    assert.equal(
      await page
        .locator('details')
        .first()
        .evaluate((menu) => menu.hasAttribute('open')),
      true,
    );
    assert.equal(await page.evaluate(() => String(getSelection())), 'Improving');
    assert.equal(await page.locator('#contact input').first().inputValue(), 'Ada');
  });
});
