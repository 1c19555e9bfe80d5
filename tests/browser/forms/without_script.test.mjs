// The contact form in a browser without script: whatever is refused, no word is lost, here or one page back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serve_forms } from '../../server/support/forms.mjs';
import { close, launch, open } from '../support/browser.mjs';
import { fill, parts } from '../support/form.mjs';

const words = 'Words that took an hour\nand a half';

/** @type {Awaited<ReturnType<typeof launch>>} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** @param {import('playwright-core').Page} page */
async function is_kept(page) {
  const { email, message, consent } = parts(page);
  assert.equal(await email.inputValue(), 'ann@example.org');
  assert.equal(await message.inputValue(), words);
  assert.equal(await consent.isChecked(), true);
}

/** @param {string[]} flags @param {(page: import('playwright-core').Page) => Promise<void>} before_sending @param {RegExp} said */
async function refuses_and_keeps(flags, before_sending, said) {
  const server = await serve_forms(flags);
  const page = await open(browser, `${server.origin}/`, { view: 'plain', javaScriptEnabled: false });
  await fill(page, words);
  await before_sending(page);
  await parts(page).send.click();
  await page.waitForURL(/\/api\/forms\/contact/);
  assert.match((await page.locator('main').textContent()) ?? '', said);
  await is_kept(page);
  await page.goBack();
  assert.equal(new URL(page.url()).pathname, '/');
  await is_kept(page);
  await close(page);
  await server.end();
}

test('11.A5: too large a file is told, and every word is there, in the page that says so and one page back', () =>
  refuses_and_keeps(
    [],
    (page) =>
      parts(page).files.setInputFiles({
        name: 'long.txt',
        mimeType: 'text/plain',
        buffer: Buffer.alloc(11 * 1024 * 1024, 'x'),
      }),
    /That was too much to send at once.*Files must be chosen again/s,
  ));

test('11.A5: who is told to wait has every word, in the page that says so and one page back', () =>
  refuses_and_keeps(
    ['--posts-per-hour', '1'],
    async (page) => {
      const context = page.context();
      const other = await context.request.post(`${new URL(page.url()).origin}/api/forms/contact`, {
        form: { name: 'x' },
        headers: { accept: 'text/html' },
      });
      assert.equal(other.status(), 422);
    },
    /Please wait a while, then send again/,
  ));
