// The contact form on the real server, as a visitor has it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { serve_forms } from '../../server/support/forms.mjs';
import { close, launch, open } from './browser.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('../../server/support/forms.mjs').FormServer} FormServer */
/** @typedef {{ server: FormServer, view: 'plain' | 'painted', visit: (path?: string, options?: object) => Promise<Page> }} Desk */

/**
 * The same checks in both views, each with a page of its own.
 * @param {string} name
 * @param {Record<string, (desk: Desk) => Promise<void>>} checks
 */
export function form_suite(name, checks) {
  for (const view of /** @type {const} */ (['plain', 'painted'])) {
    describe(`${name}, ${view} view`, () => {
      /** @type {FormServer} */
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
      for (const [title, check] of Object.entries(checks)) {
        test(title, async () => {
          /** @type {Page[]} */
          const pages = [];
          /** @type {Desk['visit']} */
          const visit = async (path = '/', options = {}) => {
            const page = await open(browser, server.origin + path, {
              view,
              storage: { 'lacit.consent': 'declined' },
              ...options,
            });
            pages.push(page);
            await helped(page);
            return page;
          };
          try {
            await check({ server, view, visit });
          } finally {
            for (const page of pages) await close(page);
          }
        });
      }
    });
  }
}

/** The form is in view, and the module that helps has come. @param {Page} page */
export async function helped(page) {
  await page.locator('form').scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelector('form')?.noValidate === true);
}

/** @param {Page} page */
export function parts(page) {
  const form = page.locator('form');
  return {
    form,
    email: form.locator('[name=email]'),
    message: form.locator('[name=message]'),
    consent: form.locator('[name=consent]'),
    files: form.locator('[type=file]'),
    rows: form.locator('[data-behaviour=form-drop] li:not([hidden])'),
    faults: form.locator('[data-behaviour=form-faults]'),
    status: form.locator('[data-behaviour=form-sending]'),
    done: page.locator('[data-behaviour=form-done]'),
    send: form.locator('[type=submit]'),
    stop: form.locator('[data-behaviour=form-cancel]'),
  };
}

/** @param {Page} page */
export async function fill(page, message = 'Hello') {
  const { email, message: field, consent } = parts(page);
  await email.fill('ann@example.org');
  await field.fill(message);
  await consent.check();
}

/** @param {Page} page @returns {Promise<string>} the reference that the visitor is shown */
export async function thanked(page) {
  const { done } = parts(page);
  await done.waitFor({ state: 'visible', timeout: 60_000 });
  const text = (await done.textContent()) ?? '';
  const reference = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0];
  assert.ok(reference, text);
  return reference;
}

/** Every line of a text is painted where a span lies. @param {import('playwright-core').Locator} element */
export async function painted_lines(element) {
  return element.locator('.line').count();
}

/** How many messages the server has. @param {FormServer} server */
export async function stored(server) {
  return /** @type {any[]} */ (JSON.parse((await server.inbox('export', '--json')).out)).length;
}
