// The More menu: opens by its summary, closes as visitors expect, and knows where it is.
import assert from 'node:assert/strict';
import { suite } from '../support/suite.mjs';

const phone = { viewport: { width: 360, height: 740 }, storage: { 'lacit.consent': 'declined' } };

/** @param {import('playwright-core').Page} page */
function parts(page) {
  const menu = page.locator('details[data-behaviour=menu]').first();
  return {
    menu,
    summary: menu.locator('summary'),
    links: menu.locator('a:visible'),
    is_open: () => menu.evaluate((element) => /** @type {HTMLDetailsElement} */ (element).open),
  };
}

await suite('menu', (check) => {
  check('opens by click and by keyboard, with all nine pages on a phone', async ({ visit }) => {
    const page = await visit('/', phone);
    const { summary, links, is_open } = parts(page);
    await summary.click();
    assert.equal(await is_open(), true);
    assert.equal(await links.count(), 9);
    await summary.click();
    assert.equal(await is_open(), false);
    await summary.focus();
    await page.keyboard.press('Enter');
    assert.equal(await is_open(), true);
  });

  check('Escape closes it and gives focus to the summary, from any link in it', async ({ visit }) => {
    const page = await visit('/', phone);
    const { summary, links, is_open } = parts(page);
    await summary.click();
    await links.nth(3).focus();
    await page.keyboard.press('Escape');
    assert.equal(await is_open(), false);
    assert.equal(await summary.evaluate((element) => element === document.activeElement), true);
  });

  check('Escape closes it without focus in it too, as after a click in Safari', async ({ visit }) => {
    const page = await visit('/', phone);
    const { summary, is_open } = parts(page);
    await summary.click();
    await summary.evaluate((element) => element.blur());
    await page.keyboard.press('Escape');
    assert.equal(await is_open(), false);
  });

  check('a click elsewhere closes it, a click inside of the panel does not', async ({ visit }) => {
    const page = await visit('/', phone);
    const { menu, summary, is_open } = parts(page);
    await summary.click();
    await menu.locator('ul').evaluate((panel) => panel.dispatchEvent(new MouseEvent('click', { bubbles: true })));
    assert.equal(await is_open(), true);
    await page.locator('h1').click({ force: true, position: { x: 2, y: 2 } });
    assert.equal(await is_open(), false);
  });

  check('Tab beyond the last link closes it; Tab within does not', async ({ visit }) => {
    const page = await visit('/', phone);
    const { summary, links, is_open } = parts(page);
    await summary.click();
    await links.first().focus();
    await page.keyboard.press('Tab');
    assert.equal(await is_open(), true);
    await links.last().focus();
    await page.keyboard.press('Tab');
    assert.equal(await is_open(), false);
  });

  check('only one menu is open at a time', async ({ visit }) => {
    const page = await visit('/', phone);
    const { menu, summary, is_open } = parts(page);
    await menu.evaluate((element) => document.body.append(element.cloneNode(true)));
    // Browsers tell of an opening a little later; the second opening must not come before.
    const told = menu
      .first()
      .evaluate(
        (element) => new Promise((done) => element.addEventListener('toggle', () => done(true), { once: true })),
      );
    await summary.click();
    await told;
    await page
      .locator('details[data-behaviour=menu]')
      .nth(1)
      .evaluate((other) => {
        /** @type {HTMLDetailsElement} */ (other).open = true;
      });
    await page.waitForFunction(() => document.querySelectorAll('details[data-behaviour=menu][open]').length === 1);
    assert.equal(await is_open(), false);
  });

  check('following a link closes it and moves the mark of the current page', async ({ visit }) => {
    const page = await visit('/', phone);
    const { menu, summary, is_open } = parts(page);
    await summary.click();
    await menu.locator('a[href="/events/"]').click();
    await page.waitForURL('**/events/');
    assert.equal(await is_open(), false);
    const current = await page
      .locator('header [aria-current=page]')
      .evaluateAll((all) => all.map((e) => e.getAttribute('href')));
    assert.deepEqual([...new Set(current)], ['/events/']);
  });

  check('every page is in the bar or under More at every width, never in both', async ({ visit }) => {
    const page = await visit('/', { storage: { 'lacit.consent': 'declined' } });
    for (const width of [320, 640, 768, 900, 1024, 1280, 1440, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      const { menu, summary } = parts(page);
      if (await summary.isVisible()) await summary.click();
      const bar = await page
        .locator('header nav > ul a:visible')
        .evaluateAll((all) => all.map((e) => e.getAttribute('href')));
      const panel = await menu.locator('a:visible').evaluateAll((all) => all.map((e) => e.getAttribute('href')));
      assert.equal(new Set([...bar, ...panel]).size, bar.length + panel.length, `${width}: ${bar} + ${panel}`);
      assert.equal(bar.length + panel.length, 9, `${width}: ${bar} + ${panel}`);
      if (await summary.isVisible()) await summary.click();
    }
  });

  check('without script the summary opens it too', async ({ visit }) => {
    const page = await visit('/', { ...phone, view: 'plain', javaScriptEnabled: false });
    const { summary, links } = parts(page);
    await summary.click();
    assert.equal(await links.count(), 9);
  });
});
