// Navigation without reload: main changes, the rest of the document and the visitor's place in it stay.
import assert from 'node:assert/strict';
import { suite } from '../support/suite.mjs';
import {
  arrive,
  follow,
  go,
  hold,
  identity,
  is_same_document,
  mark,
  quiet,
  scroll_to,
  scroll_top,
} from '../support/travel.mjs';

await suite('navigation', (check) => {
  check('a link to a page swaps main and keeps document and frame', async ({ visit }) => {
    const page = await visit('/', quiet);
    await mark(page);
    await page.evaluate(() => Object.assign(window, { header: document.querySelector('header') }));
    await go(page, '/privacy/');
    assert.equal(await is_same_document(page), true);
    assert.equal(
      await page.evaluate(() => /** @type {any} */ (window).header === document.querySelector('header')),
      true,
    );
    assert.equal(await page.locator('main').count(), 1);
  });

  check('the page is then the same as one opened directly', async ({ visit }) => {
    const page = await visit('/', quiet);
    for (const path of ['/what-is-cit/', '/crisis-resources/', '/privacy/', '/']) {
      await follow(page, path);
      await page.waitForURL(`**${path}`);
      const fresh = await visit(path, quiet);
      assert.deepEqual(await identity(page), await identity(fresh), path);
    }
  });

  check('focus goes to the h1, the page to its top, and the title is announced', async ({ visit }) => {
    const page = await visit('/', quiet);
    await scroll_to(page, 900);
    await go(page, '/privacy/');
    assert.equal(await scroll_top(page), 0);
    await page.locator('body > [role=status]', { hasText: await page.title() }).waitFor({ state: 'attached' });
    await page.keyboard.press('Tab');
    assert.equal(await page.locator('h1').getAttribute('tabindex'), null);
  });

  check('a later click wins over a slow load', async ({ visit }) => {
    const page = await visit('/', quiet);
    await mark(page);
    const let_go = await hold(page, '**/accessibility/');
    await follow(page, '/accessibility/');
    await go(page, '/privacy/');
    await let_go();
    assert.equal(new URL(page.url()).pathname, '/privacy/');
    assert.equal(await is_same_document(page), true);
    assert.equal(await page.evaluate(() => history.length), 3); // about:blank, home, privacy
  });

  check('resting on a link fetches its page once, and the click uses it', async ({ visit }) => {
    const page = await visit('/', quiet);
    /** @type {string[]} */
    const asked = [];
    page.on('request', (request) => request.url().endsWith('/privacy/') && asked.push(request.resourceType()));
    const link = page.locator('footer a[href="/privacy/"]').first();
    const fetched = page.waitForResponse('**/privacy/');
    await link.hover();
    await fetched;
    await page.mouse.move(0, 0);
    await link.hover();
    // eslint-disable-next-line no-restricted-syntax -- time itself: a page is fetched ahead when the pointer has rested for a while
    await page.waitForTimeout(150);
    await link.click();
    await arrive(page, '/privacy/');
    assert.deepEqual(asked, ['fetch']);
  });

  check('keyboard focus fetches ahead too; saving data forbids both', async ({ visit }) => {
    const page = await visit('/', quiet);
    const fetched = page.waitForResponse('**/privacy/');
    await page.locator('footer a[href="/privacy/"]').first().focus();
    await fetched;
    const saving = await visit('/', quiet);
    await saving.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
    await saving.reload();
    let asked = 0;
    saving.on('request', (request) => (asked += Number(request.url().endsWith('/privacy/'))));
    await saving.locator('footer a[href="/privacy/"]').first().hover();
    // eslint-disable-next-line no-restricted-syntax -- time itself: a page is fetched ahead when the pointer has rested for a while
    await saving.waitForTimeout(300);
    assert.equal(asked, 0);
  });
});
