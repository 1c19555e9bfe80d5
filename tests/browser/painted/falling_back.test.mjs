// Whatever breaks the painted view, the visitor has the page at once, as text, with everything that was typed.
import assert from 'node:assert/strict';
import { screenshot_with } from '../support/style.mjs';
import { at_rest } from '../support/rest.mjs';
import { suite } from '../support/suite.mjs';
import { arm_trap, refuse_memory } from '../support/sabotage.mjs';

/** @typedef {import('playwright-core').Page} Page */

const typed = 'We would like to start a program in our parish.';

/** @param {Page} page */
const shown = (page) => page.evaluate(() => document.documentElement.dataset.view);
/** @param {Page} page @param {string} view */
const in_view = (page, view) =>
  page.waitForFunction((wanted) => document.documentElement.dataset.view === wanted, view);
/** @param {Page} page */
const scroll = (page) => page.evaluate(() => Math.round(scrollY));

/** Words typed, a question of the page in sight, focus in the field. @param {Page} page */
async function begin_message(page) {
  await page.locator('textarea').first().fill(typed);
  await page.locator('textarea').first().scrollIntoViewIfNeeded();
  return scroll(page);
}

/** @param {Page} page @param {number} top where the visitor was, CSS pixels */
async function nothing_is_lost(page, top) {
  assert.equal(await shown(page), 'plain');
  assert.equal(await page.locator('textarea').first().inputValue(), typed);
  assert.equal(await page.evaluate(() => document.activeElement?.localName), 'textarea');
  assert.ok(Math.abs((await scroll(page)) - top) <= 40, 'the page stays where it was');
  const color = await page.locator('h1').evaluate((h1) => getComputedStyle(h1).color);
  assert.notEqual(color, 'rgba(0, 0, 0, 0)', 'the words are visible');
}

/** @param {Page} page */
const context = (page, /** @type {'loseContext' | 'restoreContext'} */ call) =>
  page.evaluate((name) => {
    const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('#lacit-canvas'));
    const gl = /** @type {WebGL2RenderingContext} */ (canvas.getContext('webgl2'));
    const held = /** @type {any} */ (window);
    held.loss ??= gl.getExtension('WEBGL_lose_context');
    held.loss[name]();
  }, call);

const canvas_only = 'body > :not(canvas) { opacity: 0 !important } * { caret-color: transparent !important }';

await suite('falling back', (check, view) => {
  if (view !== 'painted') return;

  check(
    'a lost graphics context: text at once; painted again as it was when the context is back',
    async ({ visit }) => {
      const page = await visit('/', { storage: { 'lacit.consent': 'declined' }, reducedMotion: 'reduce' });
      const top = await begin_message(page);
      await at_rest(page);
      const before = await screenshot_with(page, canvas_only);
      await context(page, 'loseContext');
      await in_view(page, 'plain');
      await nothing_is_lost(page, top);
      await context(page, 'restoreContext');
      await in_view(page, 'painted');
      await at_rest(page);
      assert.equal(await scroll(page), top);
      assert.ok(before.equals(await screenshot_with(page, canvas_only)), 'every pixel is back');
    },
  );

  check('a trap in the middle of a frame', async ({ visit }) => {
    const page = await visit('/', { view: 'plain' });
    const spring = await arm_trap(page);
    await page.evaluate(() => localStorage.removeItem('lacit.view'));
    await page.reload();
    await in_view(page, 'painted');
    const top = await begin_message(page);
    await spring();
    await page.mouse.wheel(0, 10); // a frame is due
    await in_view(page, 'plain');
    await nothing_is_lost(page, top);
    await page.locator('footer a[href="/privacy/"]').first().click();
    await page.waitForURL('**/privacy/');
    assert.equal(await page.locator('h1').isVisible(), true);
  });

  check('memory refused', async ({ visit }) => {
    const page = await visit('/', { view: 'plain' });
    await refuse_memory(page);
    await page.evaluate(() => localStorage.removeItem('lacit.view'));
    const said = page.waitForEvent('console', (message) => message.text().includes('text view'));
    await page.reload();
    await said;
    assert.equal(await shown(page), 'plain');
    assert.equal(await page.locator('h1').isVisible(), true);
  });

  /** @type {[string, (page: Page) => Promise<unknown>][]} */
  const broken_loads = [
    [
      'a program that is cut off',
      (page) =>
        page.route('**/*.wasm', async (route) => {
          const answer = await route.fetch();
          await route.fulfill({ response: answer, body: (await answer.body()).subarray(0, 5000) });
        }),
    ],
    [
      'a program that is none',
      (page) => page.route('**/*.wasm', (route) => route.fulfill({ body: 'no', contentType: 'application/wasm' })),
    ],
    [
      'a program blocked by policy',
      (page) =>
        page.route('**/', async (route) => {
          const answer = await route.fetch();
          const policy = (answer.headers()['content-security-policy'] ?? '').replace("'wasm-unsafe-eval'", '');
          await route.fulfill({
            response: answer,
            headers: { ...answer.headers(), 'content-security-policy': policy },
          });
        }),
    ],
    ['fonts that are damaged', (page) => page.route('**/*.ttf', (route) => route.fulfill({ body: 'no font' }))],
    ['a page tree that does not come', (page) => page.route('**/*.tree', (route) => route.abort())],
  ];
  for (const [what, sabotage] of broken_loads) {
    check(`${what}: the text view stays, readable and usable`, async ({ visit }) => {
      const page = await visit('/', { view: 'plain' });
      await page.evaluate(() => localStorage.removeItem('lacit.view'));
      await sabotage(page);
      const said = page.waitForEvent('console', (message) => message.text().includes('text view'));
      await page.reload();
      await said;
      assert.equal(await shown(page), 'plain');
      await page.locator('header summary, header a[href="/about/"]').first().click();
      assert.equal(await page.locator('h1').isVisible(), true);
    });
  }
});
