// What navigation without reload leaves to the browser.
import assert from 'node:assert/strict';
import { settled } from '../support/browser.mjs';
import { suite } from '../support/suite.mjs';
import { follow, follow_new_link, go, is_same_document, mark, quiet, reloaded } from '../support/travel.mjs';

/**
 * Whether a click on such a link is taken from the browser. It leads nowhere, whoever has it.
 * @param {import('playwright-core').Page} page
 * @param {Record<string, string>} attributes
 * @param {Record<string, boolean>} keys
 */
function intercepted(page, attributes, keys) {
  return page.evaluate(([link_attributes, event_keys]) => {
    const link = Object.assign(document.createElement('a'), link_attributes);
    document.querySelector('main')?.append(link);
    let taken = false;
    const look = (/** @type {Event} */ event) => {
      taken = event.defaultPrevented;
      event.preventDefault();
    };
    addEventListener('click', look, { once: true }); // the window's turn is after the document's
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...event_keys }));
    return taken;
  }, /** @type {const} */ ([attributes, keys]));
}

await suite('navigation falls back', (check) => {
  check('any address opens directly; one without a page gets the 404 page by itself', async ({ visit, view }) => {
    const page = await visit('/', quiet);
    await mark(page);
    await follow_new_link(page, '/no-such-page/');
    await page.waitForURL('**/no-such-page/');
    await settled(page, view);
    assert.equal(await is_same_document(page), false);
    assert.equal(await page.locator('h1').count(), 1);
    await mark(page);
    await go(page, '/privacy/');
    assert.equal(await is_same_document(page), true);
  });

  check('files, other sites, downloads and new windows are not intercepted', async ({ visit }) => {
    const page = await visit('/', quiet);
    const links = /** @type {Record<string, string>[]} */ ([
      { href: '/calendar.ics' },
      { href: 'https://988lifeline.org/' },
      { href: 'tel:988' },
      { href: '/about/', download: 'about.html' },
      { href: '/about/', target: '_blank' },
    ]);
    for (const link of links) assert.equal(await intercepted(page, link, {}), false, JSON.stringify(link));
    assert.equal(await intercepted(page, { href: '/about/' }, {}), true);
  });

  check('clicks with Ctrl, Shift, Alt and Meta are the browser’s', async ({ visit }) => {
    const page = await visit('/', quiet);
    for (const key of ['ctrlKey', 'shiftKey', 'altKey', 'metaKey']) {
      assert.equal(await intercepted(page, { href: '/about/' }, { [key]: true }), false, key);
    }
  });

  for (const [name, answer] of /** @type {const} */ ([
    ['an error', { status: 500, contentType: 'text/html', body: 'broken' }],
    ['a page without main', { contentType: 'text/html', body: '<!doctype html><title>other</title><p>other' }],
  ])) {
    check(`${name} is left to the browser`, async ({ visit }) => {
      const page = await visit('/', quiet);
      await mark(page);
      await page.route('**/privacy/', (route) => route.fulfill(answer));
      await follow(page, '/privacy/');
      await page.waitForURL('**/privacy/');
      await reloaded(page);
    });
  }

  check('what is not HTML is left to the browser, whatever stands in it', async ({ visit }) => {
    const page = await visit('/', quiet);
    await mark(page);
    await page.route('**/privacy/', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { 'content-type': 'text/plain' } });
    });
    await follow(page, '/privacy/');
    await page.waitForURL('**/privacy/');
    await reloaded(page);
  });

  check('a network that fails is left to the browser', async ({ visit }) => {
    const page = await visit('/', quiet);
    await mark(page);
    let asked = 0;
    await page.route('**/privacy/', (route) => (++asked <= 2 ? route.abort() : route.continue()));
    await follow_new_link(page, '/privacy/'); // without the pointer, whose hover would ask before
    await page.waitForFunction(() => !('same_document' in window) && location.pathname === '/privacy/');
    assert.equal(asked, 3); // once more by the script, then by the browser
  });

  check('a page of a newer build is loaded anew, with its own scripts', async ({ visit }) => {
    const page = await visit('/', quiet);
    await mark(page);
    await page.route('**/privacy/', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/\.css"/, '.css?newer"');
      await route.fulfill({ response, body });
    });
    await follow(page, '/privacy/');
    await page.waitForFunction(() => !('same_document' in window) && location.pathname === '/privacy/');
  });
});
