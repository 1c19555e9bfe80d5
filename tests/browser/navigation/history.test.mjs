// Back, Forward, reload and fragments: with navigation without reload they are as with ordinary pages.
import assert from 'node:assert/strict';
import { next_frame } from '../support/rest.mjs';
import { suite } from '../support/suite.mjs';
import {
  arrive,
  follow,
  follow_new_link,
  go,
  hold,
  identity,
  is_same_document,
  mark,
  quiet,
  scroll_to,
  scroll_top,
} from '../support/travel.mjs';

await suite('history', (check) => {
  check('Back and Forward show the pages again, where they were left', async ({ visit }) => {
    const page = await visit('/', quiet);
    await mark(page);
    await scroll_to(page, 700);
    await follow_new_link(page, '/privacy/');
    await arrive(page, '/privacy/');
    await scroll_to(page, 250);
    await page.goBack();
    await arrive(page, '/');
    assert.equal(await scroll_top(page), 700);
    await page.goForward();
    await arrive(page, '/privacy/');
    assert.equal(await scroll_top(page), 250);
    assert.equal(await is_same_document(page), true);
  });

  check('a reload in between keeps address and position', async ({ visit }) => {
    const page = await visit('/', quiet);
    await go(page, '/privacy/');
    await scroll_to(page, 300);
    await page.reload();
    assert.equal(new URL(page.url()).pathname, '/privacy/');
    await page.waitForFunction(() => Math.round(scrollY) === 300);
    await page.goBack();
    await page.waitForURL((url) => url.pathname === '/');
    await page.waitForFunction(() => document.querySelector('header nav [aria-current]')?.getAttribute('href') === '/');
  });

  check('coming back from another site finds page and position', async ({ visit }) => {
    const page = await visit('/', quiet);
    await go(page, '/privacy/');
    await scroll_to(page, 300);
    await page.goto('data:text/html,elsewhere');
    await page.goBack();
    await page.waitForFunction(() => location.pathname === '/privacy/' && Math.round(scrollY) === 300);
    await page.goBack();
    await page.waitForFunction(
      () => location.pathname === '/' && document.querySelector('[aria-current]')?.getAttribute('href') === '/',
    );
  });

  check('a link with a fragment goes to that section of the other page', async ({ visit }) => {
    const page = await visit('/', quiet);
    const anchor = (await page.locator('main section[id]').last().getAttribute('id')) ?? '';
    await go(page, '/privacy/');
    await mark(page);
    await follow_new_link(page, `/#${anchor}`);
    await page.waitForFunction((id) => document.activeElement?.id === id, anchor);
    const top = await page.evaluate(() => document.activeElement?.getBoundingClientRect().top ?? -1);
    const bottom = await page.evaluate(() => document.querySelector('header')?.getBoundingClientRect().bottom ?? 0);
    assert.ok(top >= bottom - 1 && top < 500, `section at ${top}, header ends at ${bottom}`);
    assert.equal(await page.evaluate(() => location.hash), `#${anchor}`);
    assert.equal(await is_same_document(page), true);
  });

  check('a fragment of the same page is left to the browser, and Back returns', async ({ visit }) => {
    const page = await visit('/', quiet);
    await go(page, '/privacy/');
    await go(page, '/');
    await follow_new_link(page, `#${await page.locator('main section[id]').last().getAttribute('id')}`);
    await page.waitForFunction(() => scrollY > 200);
    /** @type {string[]} */
    const fetched = [];
    page.on(
      'request',
      (request) => ['document', 'fetch'].includes(request.resourceType()) && fetched.push(request.url()),
    );
    await page.goBack();
    await page.waitForFunction(() => scrollY < 50 && location.hash === '');
    assert.deepEqual(fetched, []);
  });

  check('Back cancels a slow load', async ({ visit }) => {
    const page = await visit('/', quiet);
    await go(page, '/privacy/');
    const let_go = await hold(page, '**/accessibility/');
    await follow(page, '/accessibility/');
    await page.goBack();
    await arrive(page, '/');
    await let_go();
    assert.equal(new URL(page.url()).pathname, '/');
  });

  check('scrolling while Back is loading does not move the page that comes', async ({ visit }) => {
    const page = await visit('/', quiet);
    await follow_new_link(page, '/privacy/'); // which does not scroll
    await arrive(page, '/privacy/');
    const let_go = await hold(page, /\/$/);
    await page.evaluate(() => history.back());
    await page.evaluate(() => scrollTo({ top: 350, behavior: 'instant' }));
    await next_frame(page);
    await let_go();
    await arrive(page, '/');
    assert.equal(await scroll_top(page), 0);
  });

  check('quick Back and Forward end at the page of the address', async ({ visit }) => {
    const page = await visit('/', quiet);
    for (const path of ['/privacy/', '/accessibility/']) await go(page, path);
    await page.evaluate(() => {
      history.back();
      setTimeout(() => history.back(), 20);
      setTimeout(() => history.forward(), 40);
    });
    // eslint-disable-next-line no-restricted-syntax -- time itself: no event tells which step is the last
    await page.waitForTimeout(500);
    // Which it is, is the browser's affair: it may join steps, and a busy machine takes its time for them.
    await page.waitForFunction(() => {
      const canonical = document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '';
      const { pathname } = new URL(canonical, location.href);
      return document.querySelector('h1') === document.activeElement && location.pathname === pathname;
    });
    const { pathname } = new URL(page.url());
    const fresh = await visit(pathname, quiet);
    assert.deepEqual(await identity(page), await identity(fresh));
  });

  check('following the link of the page that is shown adds no history entry', async ({ visit }) => {
    const page = await visit('/', quiet);
    await go(page, '/privacy/');
    const entries = await page.evaluate(() => history.length);
    await go(page, '/privacy/');
    assert.equal(await page.evaluate(() => history.length), entries);
  });
});
