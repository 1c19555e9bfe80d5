// A page that becomes shorter while its end is looked at: the browser scrolls back, and what is drawn goes with it.
import assert from 'node:assert/strict';
import { at_rest } from '../support/rest.mjs';
import { suite } from '../support/suite.mjs';

/** @typedef {import('playwright-core').Page} Page */

const phone = { viewport: { width: 360, height: 740 } };

/** What the program says of itself. @param {Page} page */
function listen(page) {
  /** @type {string[]} */
  const said = [];
  page.on('console', (message) => said.push(message.text()));
  return said.filter.bind(said, (text) => text.includes('lacit:'));
}

/** @param {Page} page */
const to_the_end = (page) => page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));

await suite('shorter page', (check, view) => {
  check('a link at the end of a long page leads to a short one, in the same view all along', async ({ visit }) => {
    const page = await visit('/training/', phone);
    const told = listen(page);
    await to_the_end(page);
    await at_rest(page);
    for (const name of ['Donate', 'Events']) {
      await page.locator('footer').getByRole('link', { name, exact: true }).first().click();
      await page.waitForURL(`**/${name.toLowerCase()}/`);
      await at_rest(page);
      await to_the_end(page);
      await at_rest(page);
    }
    assert.deepEqual(told(), []);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.view), view);
  });

  check('a menu that is left by a link from far down, by keyboard', async ({ visit }) => {
    const page = await visit('/training/', { ...phone, colorScheme: 'dark' });
    const told = listen(page);
    await page.click('[data-behaviour=consent-decline]');
    for (let i = 0; i < 6; i += 1) await page.keyboard.press('Tab');
    await page.locator('summary').first().click();
    await page.getByRole('link', { name: 'Events' }).first().click();
    await page.waitForURL('**/events/');
    await at_rest(page);
    assert.deepEqual(told(), []);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.view), view);
  });
});
