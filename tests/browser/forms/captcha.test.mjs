// A form whose site has a captcha provider: nothing is asked of it before the visitor says so. Its script is a stand-in.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build_site, serve_captcha, start_provider } from '../../server/support/captcha.mjs';
import { close, launch, open } from '../support/browser.mjs';
import { fill, helped, parts, thanked } from '../support/form.mjs';

/** @typedef {import('playwright-core').Page} Page */

const build = fileURLToPath(new URL('../../../build/', import.meta.url));
const parts_of_build = ['--web', `${build}scripts`, '--fonts', `${build}fonts`];

/** What the providers' scripts do, as far as a page sees it; the token is what the test puts into `name`. */
const scripts = {
  recaptcha: `window.grecaptcha = { ready: (then) => then(), execute: async (key, { action }) =>
    key === 'site-key' && action === 'contact' ? window.name : 'bad' };`,
  hcaptcha: `window.hcaptcha = { render: (place, { sitekey }) => sitekey, execute: async () => ({ response: window.name }) };`,
  turnstile: `window.turnstile = { render: (place, { callback }) => setTimeout(() => callback(window.name), 50) };`,
};
const hosts = /^https:\/\/(www\.google\.com\/recaptcha|js\.hcaptcha\.com|challenges\.cloudflare\.com)\//;

/** @param {Page} page @param {string} name */
const button = (page, name) => page.locator(`[data-behaviour=form-captcha${name}]`);

for (const provider of /** @type {const} */ (['recaptcha', 'hcaptcha', 'turnstile'])) {
  describe(`a form with ${provider}`, () => {
    /** @type {Awaited<ReturnType<typeof build_site>>} */
    let built;
    /** @type {Awaited<ReturnType<typeof start_provider>>} */
    let stand_in;
    /** @type {Awaited<ReturnType<typeof serve_captcha>>} */
    let server;
    /** @type {Awaited<ReturnType<typeof launch>>} */
    let browser;
    before(async () => {
      built = await build_site(provider, parts_of_build);
      stand_in = await start_provider();
      server = await serve_captcha(built.site, provider, stand_in.url);
      browser = await launch();
    });
    after(async () => {
      await browser.close();
      await server.end();
      await stand_in.end();
      await built.end();
    });

    /**
     * @param {'plain' | 'painted'} view
     * @param {string} token what the provider's script gives; empty: the script does not come
     * @param {(page: Page, asked: string[]) => Promise<void>} work
     */
    async function with_page(view, token, work) {
      const page = await open(browser, `${server.origin}/`, { view, storage: { 'lacit.consent': 'declined' } });
      /** @type {string[]} */
      const asked = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(server.origin) && !/^(data|blob):/.test(request.url())) asked.push(request.url());
      });
      await page.route(hosts, (route) =>
        token ? route.fulfill({ contentType: 'text/javascript', body: scripts[provider] }) : route.abort(),
      );
      try {
        await page.evaluate((name) => (window.name = name), token);
        await helped(page);
        await fill(page);
        await work(page, asked);
      } finally {
        await close(page);
      }
    }

    for (const view of /** @type {const} */ (['plain', 'painted'])) {
      test(`29: nothing is loaded before the visitor agrees; then the token is sent and verified, ${view} view`, async () => {
        await with_page(view, 'good', async (page, asked) => {
          await parts(page).send.click();
          await button(page, '').waitFor({ state: 'visible' });
          assert.match(
            (await button(page, '').textContent()) ?? '',
            /tells (Google reCAPTCHA|hCaptcha|Cloudflare Turnstile) your network address/,
          );
          assert.equal(
            await page.evaluate(() => document.activeElement?.getAttribute('data-behaviour')),
            'form-captcha-load',
          );
          assert.deepEqual(asked, []);
          await button(page, '-load').click();
          const reference = await thanked(page);
          assert.equal(asked.length, 1);
          assert.match(asked[0] ?? '', hosts);
          assert.doesNotMatch((await server.inbox('show', reference)).out, /unverified/);
        });
      });
    }

    test('29: who does not want it, and who cannot load it, sends as without script, and is asked once more', async () => {
      for (const [token, pressed] of /** @type {const} */ ([
        ['good', '-without'],
        ['', '-load'],
      ])) {
        await with_page('plain', token, async (page, asked) => {
          await parts(page).send.click();
          await button(page, pressed).click();
          await page.waitForURL(/\/api\/forms\/contact$/, { timeout: 60_000 });
          assert.match((await page.textContent('h1')) ?? '', /One more step/);
          assert.equal(asked.length, token ? 0 : 1);
        });
      }
    });

    test('29: whom the provider takes for a program is told so, and may send without it', async () => {
      await with_page('plain', 'bad', async (page) => {
        await parts(page).send.click();
        await button(page, '-load').click();
        await parts(page).status.getByText('did not take you for a person').waitFor({ timeout: 60_000 });
        await button(page, '-without').waitFor({ state: 'visible' });
      });
    });

    test('the notice of reCAPTCHA shows with it, and only with it', async () => {
      await with_page('plain', 'good', async (page) => {
        const notice = page.getByText(
          'This site is protected by reCAPTCHA and the Google Privacy Policy and Terms of Service apply.',
        );
        assert.equal(await notice.count(), provider === 'recaptcha' ? 1 : 0);
      });
    });
  });
}
