// A chapter in Spain, in the browser: whatever is done with its pages, they say nothing in English and nothing of Louisiana.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { build_spanish_site, foreign_in } from '../../support/spanish_site.mjs';
import { serve } from '../../server/support/process.mjs';
import { launch, settled } from '../support/browser.mjs';
import { heard, listen } from '../support/heard.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @type {Awaited<ReturnType<typeof build_spanish_site>>} */
let built;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
/** @type {Awaited<ReturnType<typeof launch>>} */
let browser;
let data = '';
before(async () => {
  built = await build_spanish_site();
  data = await mkdtemp(join(tmpdir(), 'lacit-data-'));
  server = await serve(built.site, ['--data', data, '--posts-per-hour', '0'], { keep: true });
  browser = await launch();
});
after(async () => {
  await browser.close();
  await server.stop();
  await rm(data, { recursive: true, force: true });
  await built.end();
});

const text = (/** @type {string} */ name, size = 5) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.alloc(size, 'x'),
});

/** @param {Page} page */
const form_of = (page) => page.locator('form');

/** The form at its wordiest: faults, files of every wrong sort, little room left. @param {Page} page */
async function fill_in_badly(page) {
  await form_of(page).scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelector('form')?.noValidate === true);
  await page.locator('[type=submit]').click();
  await page.locator('[data-behaviour=form-faults]').waitFor({ state: 'visible' });
  await page.locator('[name=correo]').fill('ana@');
  await page.locator('[name=mensaje]').fill('x'.repeat(399));
  const files = page.locator('[type=file]');
  await files.setInputFiles([text('uno.txt'), text('malo.exe'), text('grande.txt', 10 * 1024 * 1024 + 1)]);
  await files.setInputFiles(['2', '3', '4', '5', '6'].map((name) => text(`${name}.txt`, 1536 * 1024)));
  await page.locator('[data-behaviour=form-remove]').first().click();
  await page.getByRole('status').getByText('uno.txt ya no va adjunto.').waitFor({ state: 'attached' });
  await page.locator('#contacto-mensaje-count').waitFor({ state: 'visible' });
}

/** @param {Page} page */
async function send(page) {
  await page.locator('[name=correo]').fill('ana@example.org');
  await page.locator('[name=mensaje]').fill('Hola');
  await page.locator('[type=submit]').click();
  await page.locator('[data-behaviour=form-done]').waitFor({ state: 'visible', timeout: 60_000 });
}

/** Frame and lists: theme, consent, filter. @param {Page} page */
async function use_the_frame(page) {
  await page.locator('[data-behaviour=consent-accept]').click();
  for (let i = 0; i < 3; i += 1) await page.locator('[data-behaviour=theme]').click();
  await page.locator('[data-behaviour=filter]').fill('nadie');
  await page.waitForFunction(() =>
    /Nada coincide/.test(document.querySelector('[data-behaviour=filter-count]')?.textContent ?? ''),
  );
  await page.locator('[data-behaviour=filter]').fill('024');
  await page.waitForFunction(() =>
    /1 de 2/.test(document.querySelector('[data-behaviour=filter-count]')?.textContent ?? ''),
  );
}

/** @param {Page} page */
async function look_at_pictures(page) {
  const links = page.locator('a[data-behaviour=photo]');
  await links.first().scrollIntoViewIfNeeded();
  await links.first().click();
  const dialog = page.locator('dialog[open]');
  await dialog.waitFor();
  await page.locator('[data-behaviour=lightbox-next]').click();
  await page.waitForFunction(() => document.querySelector('#lightbox-count')?.textContent === '2 de 2');
  await page.keyboard.press('Escape');
}

for (const view of /** @type {const} */ (['plain', 'painted'])) {
  describe(`a chapter in Spain, ${view} view`, () => {
    /** @param {string} path @param {(page: Page) => Promise<void>} work */
    async function with_page(path, work) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      await context.addInitScript(listen);
      await context.addInitScript((plain) => plain && localStorage.setItem('lacit.view', 'plain'), view === 'plain');
      const page = await context.newPage();
      try {
        await page.goto(server.origin + path);
        await settled(page, view);
        await work(page);
        const said = await heard(page);
        assert.ok(said.length > 500, 'it was listened to');
        assert.deepEqual(foreign_in(said), []);
      } finally {
        await context.close();
      }
    }

    test('11.C15: its form complains, lists files, sends and thanks in Spanish', () =>
      with_page('/', async (page) => {
        await fill_in_badly(page);
        const said = await heard(page);
        for (const words of [
          'Tu mensaje no se ha enviado',
          'Caracteres que quedan: 1',
          'malo.exe no es de un tipo',
          'grande.txt pesa más de 10 MB',
          '6.txt se ha quedado fuera',
          'uno.txt ya no va adjunto.',
          '2.txt, 1,5 MB',
          'Quitar 2.txt',
        ]) {
          assert.ok(said.includes(words), `${words} is not in: ${said}`);
        }
        await send(page);
        assert.match(
          await heard(page),
          /Tu mensaje está guardado\. Su referencia es [0-9A-Z]{4}-[0-9A-Z]{4}\. En peligro, llama al 112\./,
        );
      }));

    test('11.C15: without a connection its form says so in Spanish, and stops in Spanish', () =>
      with_page('/', async (page) => {
        await form_of(page).scrollIntoViewIfNeeded();
        await page.waitForFunction(() => document.querySelector('form')?.noValidate === true);
        await page.route('**/api/forms/*', (route) => route.abort());
        await page.locator('[name=correo]').fill('ana@example.org');
        await page.locator('[name=mensaje]').fill('Hola');
        await page.locator('[type=submit]').click();
        await page
          .getByText(/Nuevo intento en \d+ s/)
          .first()
          .waitFor();
        await page.locator('[data-behaviour=form-cancel]').click();
        await page.getByText('El envío se ha parado').first().waitFor();
      }));

    test('11.C15: an answer that the page does not know is told in Spanish too', () =>
      with_page('/', async (page) => {
        await form_of(page).scrollIntoViewIfNeeded();
        await page.waitForFunction(() => document.querySelector('form')?.noValidate === true);
        await page.route('**/api/forms/*', (route) =>
          route.fulfill({
            status: 418,
            contentType: 'application/problem+json',
            body: '{"code":"teapot","detail":"This is a teapot"}',
          }),
        );
        await page.locator('[name=correo]').fill('ana@example.org');
        await page.locator('[name=mensaje]').fill('Hola');
        await page.locator('[type=submit]').click();
        await page.getByText('El mensaje no se ha podido enviar').first().waitFor();
      }));

    test('11.C15: its menu, theme, consent, filter and pictures speak Spanish', () =>
      with_page('/nosotros/', async (page) => {
        await use_the_frame(page);
        await look_at_pictures(page);
        await page.locator('.nav-link[href="/"]').first().click();
        await page.waitForURL(`${server.origin}/`);
      }));

    test('11.C15: its pages for notices and for what is not found are Spanish', async () => {
      await with_page('/notices/', async (page) => assert.equal(await page.locator('h1').textContent(), 'Avisos'));
      await with_page('/nada/', async () => {});
    });
  });
}
