// Visits are counted for those who agree, and nobody else's page says a word about them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serve_forms } from '../../server/support/forms.mjs';
import { run } from '../../server/support/process.mjs';
import { close, launch } from '../support/browser.mjs';

/** @type {Awaited<ReturnType<typeof serve_forms>>} */
let server;
/** @type {Awaited<ReturnType<typeof launch>>} */
let browser;
before(async () => {
  server = await serve_forms();
  browser = await launch();
});
after(async () => {
  await browser.close();
  await server.end();
});

/**
 * What a visit to two pages asks the server to count.
 * @param {{ choice?: string, gpc?: boolean, referer?: string }} [visitor] gpc: Global Privacy Control
 */
async function visit({ choice = '', gpc = false, referer } = {}) {
  const context = await browser.newContext();
  await context.addInitScript(
    (visitor) => {
      if (visitor.choice) localStorage.setItem('lacit.consent', visitor.choice);
      if (visitor.gpc) Object.defineProperty(navigator, 'globalPrivacyControl', { value: true });
    },
    { choice, gpc },
  );
  const page = await context.newPage();
  /** @type {{ query: Record<string, string>, cookie: string | undefined, body: string | null }[]} */
  const counted = [];
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname !== '/api/count') return;
    counted.push({
      query: Object.fromEntries(searchParams),
      cookie: request.headers()['cookie'],
      body: request.postData(),
    });
  });
  await page.goto(`${server.origin}/`, referer ? { referer } : {});
  await page.locator('footer a[href="/privacy/"]').click();
  await page.waitForURL('**/privacy/');
  await page.waitForLoadState('networkidle');
  assert.deepEqual(await context.cookies(), []);
  await close(page);
  return counted;
}

test('41: without a choice, after Decline and under Global Privacy Control there is no request', async () => {
  assert.deepEqual(await visit(), []);
  assert.deepEqual(await visit({ choice: 'declined' }), []);
  assert.deepEqual(await visit({ gpc: true }), []);
});

test('41: who agrees is counted once a page, by page and kind of place, and the staff sees a table', async () => {
  const counted = await visit({ choice: 'accepted', referer: 'https://www.google.com/search?q=my+secret' });
  assert.deepEqual(counted, [
    { query: { page: '/', from: 'search' }, cookie: undefined, body: null },
    { query: { page: '/privacy/', from: 'site' }, cookie: undefined, body: null },
  ]);
  await server.stop(); // what is counted is written by then
  const { code, out } = await run(['stats', '--data', server.data]);
  assert.equal(code, 0);
  assert.match(out, /page +visits +search +social +other +site +none/);
  assert.match(out, /^\/ +1 +1 /m);
  assert.match(out, /^\/privacy\/ +1 +- +- +- +1 /m);
  assert.match(out, /^\d{4}-\d\d-\d\d +2 {2}█+$/m);
  assert.doesNotMatch(out, /secret|127\.0\.0\.1/);
});
