// The contact form from the first key to the thanks.
import assert from 'node:assert/strict';
import { fill, form_suite, helped, painted_lines, parts, stored, thanked } from '../support/form.mjs';

form_suite('the form', {
  'a message is sent, proved, thanked for with its reference, and in the inbox': async ({ server, view, visit }) => {
    const page = await visit();
    await fill(page, 'From the browser\nin two lines');
    await parts(page).send.click();
    const reference = await thanked(page);
    const { out } = await server.inbox('show', reference);
    assert.match(out, /From the browser\n {2}in two lines/);
    assert.doesNotMatch(out, /unverified/);
    assert.equal(await parts(page).form.isVisible(), false);
    assert.equal(
      await page.evaluate(() => document.activeElement?.textContent),
      'Thank you',
      'focus is with the thanks',
    );
    await page.waitForFunction(
      (said) => [...document.querySelectorAll('[role=status]')].some((e) => e.textContent?.includes(said)),
      reference,
    );
    if (view === 'painted') assert.ok((await painted_lines(parts(page).done)) >= 2);
    await page.getByRole('button', { name: 'Write another message' }).click();
    assert.equal(await parts(page).message.inputValue(), '');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'name');
  },

  'nothing written: the list of what is missing takes focus and leads to each field': async ({ view, visit }) => {
    const page = await visit();
    const { send, faults, email, message, consent } = parts(page);
    await send.click();
    await faults.waitFor({ state: 'visible' });
    assert.equal(await faults.evaluate((element) => element === document.activeElement), true);
    assert.deepEqual(await faults.locator('a:visible').allTextContents(), [
      'Email: Please fill this in.',
      'Message: Please fill this in.',
      'Please agree, so that LA CIT may store and answer your message.',
    ]);
    for (const field of [email, message, consent]) {
      assert.equal(await field.getAttribute('aria-invalid'), 'true');
      const text = await field.evaluate((e) =>
        (e.getAttribute('aria-describedby') ?? '')
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent)
          .join(' '),
      );
      assert.match(text, /Please (fill this in|agree)/);
    }
    if (view === 'painted') assert.ok((await painted_lines(faults)) >= 4);
    await faults.locator('a:visible').nth(1).click();
    assert.equal(await message.evaluate((element) => element === document.activeElement), true);
    await page.keyboard.type('H');
    assert.equal(await message.getAttribute('aria-invalid'), 'false', 'said no longer than it is so');
    assert.equal(await faults.locator('a:visible').count(), 2);
  },

  'a wrong address is told on leaving its field, an empty one is not': async ({ visit }) => {
    const page = await visit();
    const { email } = parts(page);
    const error = page.locator('#contact-email-error');
    await email.focus();
    await page.keyboard.press('Tab');
    assert.equal(await error.isVisible(), false);
    await email.fill('ann@');
    await page.keyboard.press('Tab');
    await error.waitFor({ state: 'visible' });
    assert.match((await error.textContent()) ?? '', /not an e-mail address/);
    await email.fill('ann@example.org');
    await error.waitFor({ state: 'hidden' });
  },

  'what is written survives a reload and a visit to another page, until it is sent': async ({ visit }) => {
    const page = await visit();
    const { message, send } = parts(page);
    await fill(page, 'Still here');
    await page.reload();
    await helped(page);
    assert.equal(await message.inputValue(), 'Still here');
    assert.equal(await parts(page).consent.isChecked(), true);
    await page.locator('footer a[href="/privacy/"]').click();
    await page.waitForURL('**/privacy/');
    await page.goBack();
    await helped(page);
    assert.equal(await message.inputValue(), 'Still here');
    await send.click();
    await thanked(page);
    await page.reload();
    await helped(page);
    assert.equal(await message.inputValue(), '');
    assert.equal(
      await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('lacit.draft')).length),
      0,
    );
  },

  'Quick exit leaves nothing of it behind': async ({ server, visit }) => {
    const page = await visit();
    await fill(page, 'Nobody may see this');
    const exit = page.locator('.crisis-bar [data-behaviour=quick-exit]');
    const address = (await exit.getAttribute('href')) ?? '';
    await page
      .context()
      .route(address, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }));
    await exit.click();
    await page.waitForURL(address);
    await page.goto(`${server.origin}/`);
    await helped(page);
    assert.equal(await parts(page).message.inputValue(), '');
  },

  'a lost answer is asked for again under the same key, and there is one message': async ({ server, visit }) => {
    const page = await visit();
    const before = await stored(server);
    /** @type {(string | undefined)[]} */
    const keys = [];
    await page.route('**/api/forms/contact', async (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      if (keys.length > 2) return route.continue();
      await route.fetch(); // it arrives, and its answer does not
      await route.abort('connectionreset');
    });
    await fill(page);
    await parts(page).send.click();
    await page
      .getByText(/The connection was lost\. Trying again in \d+ s\./)
      .first()
      .waitFor();
    await thanked(page);
    assert.equal(keys.length, 3);
    assert.equal(new Set(keys).size, 1);
    assert.match(keys[0] ?? '', /^[0-9a-f-]{36}$/);
    assert.equal(await stored(server), before + 1);
  },

  'offline it says so, keeps everything, and sends when the connection is back': async ({ visit }) => {
    const page = await visit();
    await fill(page);
    await page.context().setOffline(true);
    await parts(page).send.click();
    await parts(page).status.getByText('You are offline').waitFor();
    assert.equal(await parts(page).message.inputValue(), 'Hello');
    await page.context().setOffline(false);
    await thanked(page);
  },

  'sending can be stopped, and everything is still there': async ({ visit }) => {
    const page = await visit();
    await page.route('**/api/forms/contact', () => {}); // never answered
    await fill(page);
    const { send, stop, status, message } = parts(page);
    await send.click();
    await stop.waitFor({ state: 'visible' });
    assert.equal(await send.getAttribute('aria-disabled'), 'true');
    await stop.click();
    await status.getByText('Sending was stopped').waitFor();
    assert.equal(await stop.isVisible(), false);
    assert.equal(await message.inputValue(), 'Hello');
    await page.unroute('**/api/forms/contact');
    await send.click();
    await thanked(page);
  },

  'what the server finds is told at the field too': async ({ visit }) => {
    const page = await visit();
    const body = JSON.stringify({ code: 'invalid', errors: [{ field: 'phone', code: 'phone' }] });
    await page.route('**/api/forms/contact', (route) =>
      route.fulfill({ status: 422, contentType: 'application/problem+json', body }),
    );
    await fill(page);
    await parts(page).send.click();
    await page.locator('#contact-phone-error').waitFor({ state: 'visible' });
    assert.deepEqual(await parts(page).faults.locator('a:visible').allTextContents(), [
      'Phone: This is not a phone number. Seven to fifteen digits, such as 504 555 0134.',
    ]);
  },

  'where the proof cannot be made, the form is sent as without script': async ({ visit }) => {
    const page = await visit();
    await page.route('**/form.*.wasm', (route) => route.abort());
    await fill(page, 'Without a proof');
    await parts(page).send.click();
    await page.getByRole('heading', { name: 'One more step' }).waitFor();
    assert.equal(await page.locator('[name=message]').inputValue(), 'Without a proof');
  },
});
