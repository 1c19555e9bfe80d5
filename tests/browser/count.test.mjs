// Visits are counted with consent and not without, by the real server.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { serve_forms } from '../server/support/forms.mjs';
import { run } from '../server/support/process.mjs';
import { until } from '../server/support/smtp.mjs';
import { close, launch, open } from './support/browser.mjs';

/** Requests to count, also those that failed. @param {import('playwright-core').Page} page */
const asked = (page) => page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/count')).length);

/** @param {import('playwright-core').Page} page @param {string} behaviour */
const press = (page, behaviour) => page.locator(`[data-behaviour=${behaviour}]`).click();

for (const view of /** @type {const} */ (['plain', 'painted'])) {
  describe(`counting, ${view} view`, () => {
    /** @type {import('../server/support/forms.mjs').FormServer} */
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

    const stats = async () => (await run(['stats', '--data', server.data])).out;

    test('41: no request before a choice and none after Decline; one a page after Accept, without a cookie', async () => {
      const page = await open(browser, `${server.origin}/`, { view });
      await page.locator('[data-behaviour=consent]').waitFor();
      assert.equal(await asked(page), 0);
      await press(page, 'consent-decline');
      await page.reload();
      await page.locator('footer [data-behaviour=consent-change]').waitFor();
      assert.equal(await asked(page), 0);
      await press(page, 'consent-change');
      await press(page, 'consent-accept');
      await until(async () => (await asked(page)) === 1);
      assert.deepEqual(await page.context().cookies(), []);
      // Written every ten seconds: what was asked for before would be among it.
      await until(async () => /^\/ +1\b/m.test(await stats()), 60);
      await close(page);
    });
  });
}
