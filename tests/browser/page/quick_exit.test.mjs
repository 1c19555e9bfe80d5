// Quick exit: gone at once, and Back does not lead to the page that was left.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { eventually } from '../support/pixels.mjs';
import { suite } from '../support/suite.mjs';

/**
 * Answers for the neutral page, so that no test leaves this machine.
 * @param {import('playwright-core').Page} page
 */
async function neutral_page(page) {
  const address = await page
    .locator('.crisis-bar [data-behaviour=quick-exit]')
    .evaluate((link) => /** @type {HTMLAnchorElement} */ (link).href);
  await page
    .context()
    .route(address, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }));
  return address;
}

/** A host that is reached and does not answer as hosts do. @param {(response: import('node:http').ServerResponse) => unknown} answer */
async function odd_server(answer) {
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    answer(response);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(null)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://127.0.0.1:${port}/`, asked: () => asked, stop };
}

/**
 * Leaves for an address and tells what stands in the page once the way there is offered; then that is pressed. By the page's
 * own script and console: while a navigation is on its way Chromium's debugger sends nothing to the page.
 * @param {string} address
 */
function leave_and_tell(address) {
  const exit = /** @type {HTMLAnchorElement} */ (document.querySelector('.crisis-bar [data-behaviour=quick-exit]'));
  exit.href = address;
  const poll = setInterval(() => {
    const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector('body > p + a'));
    if (!link) return;
    clearInterval(poll);
    const text = document.documentElement.innerText;
    const dressed = document.querySelectorAll('link, style, img, canvas').length;
    console.log(JSON.stringify({ text, title: document.title, href: link.href, height: link.offsetHeight, dressed }));
    link.click();
  }, 50);
  setTimeout(() => exit.click());
}

/** @param {import('playwright-core').Page} page */
async function press_shift_three_times(page) {
  for (let press = 0; press < 3; ++press) await page.keyboard.press('Shift');
}

await suite('quick exit', (check) => {
  check('the link is the first control after the skip link and leads to another site over https', async ({ visit }) => {
    const page = await visit('/');
    const link = page.locator('.crisis-bar [data-behaviour=quick-exit]');
    assert.match((await link.getAttribute('href')) ?? '', /^https:\/\//);
    assert.equal(await link.isVisible(), true);
    const order = await page
      .locator('a, button, summary')
      .evaluateAll((all) => all.map((e) => e.getAttribute('data-behaviour')));
    assert.ok(order.indexOf('quick-exit') <= 2, `is control number ${order.indexOf('quick-exit')}`);
  });

  check('a click replaces the history entry and clears the session', async ({ visit, origin }) => {
    const page = await visit('/about/');
    const neutral = await neutral_page(page);
    await page.goto(`${origin}/crisis-resources/`);
    await page.evaluate(() => sessionStorage.setItem('draft', 'words'));
    const entries = await page.evaluate(() => history.length);
    await page.locator('.crisis-bar [data-behaviour=quick-exit]').click();
    await page.waitForURL(neutral);
    assert.equal(await page.evaluate(() => history.length), entries);
    await page.goBack();
    assert.equal(new URL(page.url()).pathname, '/about/');
    assert.equal(await page.evaluate(() => sessionStorage.getItem('draft')), null);
  });

  check('the page is blank from the first moment, however long the neutral page takes', async ({ visit }) => {
    const page = await visit('/');
    const neutral = await neutral_page(page);
    let answer = () => {};
    const asked = new Promise((resolve) => (answer = () => resolve(undefined)));
    await page.context().route(neutral, async (route) => {
      await asked;
      await route.fulfill({ contentType: 'text/html', body: 'Weather' });
    });
    const seen = await page.locator('.crisis-bar [data-behaviour=quick-exit]').evaluate((link) => {
      /** @type {HTMLElement} */ (link).click();
      return { height: document.body.offsetHeight, title: document.title };
    });
    answer();
    await page.waitForURL(neutral);
    assert.equal(seen.height, 0);
    assert.equal(seen.title.trim(), '');
  });

  for (const [how, answer] of /** @type {[string, (response: import('node:http').ServerResponse) => unknown][]} */ ([
    ['never comes', () => {}],
    ['answers with nothing', (response) => response.writeHead(204).end()],
  ])) {
    check(`11.D19: where the neutral page ${how}, there are neutral words and the way to it`, async ({ visit }) => {
      const elsewhere = await odd_server(answer);
      try {
        const page = await visit('/');
        const told = page.waitForEvent('console', (message) => message.text().startsWith('{'));
        await page.evaluate(leave_and_tell, elsewhere.address);
        const left = JSON.parse((await told).text());
        assert.match(left.text, /This page is taking a long time to open\.\s+Open the page again/);
        assert.equal(left.href, elsewhere.address);
        assert.ok(left.height >= 44, `${left.height} px high`);
        assert.doesNotMatch(`${left.text} ${left.title}`, /crisis|LA CIT|988/i);
        assert.equal(left.dressed, 0, 'nothing of this site is left');
        await eventually(async () => elsewhere.asked() > 1, 'the link asks again');
      } finally {
        elsewhere.stop();
      }
    });
  }

  check('three presses of Shift leave', async ({ visit }) => {
    const page = await visit('/');
    const neutral = await neutral_page(page);
    await press_shift_three_times(page);
    await page.waitForURL(neutral);
  });

  check('they leave from inside a field too', async ({ visit }) => {
    const page = await visit('/crisis-resources/');
    const neutral = await neutral_page(page);
    await page.locator('[data-behaviour=filter]').first().focus();
    await press_shift_three_times(page);
    await page.waitForURL(neutral);
  });

  const harmless = /** @type {[string, (page: import('playwright-core').Page) => Promise<unknown>][]} */ ([
    [
      'two presses',
      async (page) => {
        await page.keyboard.press('Shift');
        await page.keyboard.press('Shift');
      },
    ],
    [
      'another key between',
      async (page) => {
        for (const key of ['Shift', 'Shift', 'a', 'Shift', 'Shift']) await page.keyboard.press(key);
      },
    ],
    ['capital letters', (page) => page.keyboard.type('NAMI LA CIT')],
    [
      'a key held down',
      async (page) => {
        for (let repeat = 0; repeat < 6; ++repeat) await page.keyboard.down('Shift');
        await page.keyboard.up('Shift');
      },
    ],
    [
      'clicks with Shift',
      async (page) => {
        for (let click = 0; click < 3; ++click) await page.locator('h1').click({ modifiers: ['Shift'] });
      },
    ],
    [
      'presses over more than two seconds',
      async (page) => {
        for (let press = 0; press < 3; ++press) {
          await page.keyboard.press('Shift');
          // eslint-disable-next-line no-restricted-syntax -- time itself: presses that are slow are no signal
          await page.waitForTimeout(1100);
        }
      },
    ],
  ]);
  for (const [name, act] of harmless) {
    check(`not by ${name}`, async ({ visit, origin }) => {
      const page = await visit('/');
      await neutral_page(page);
      await act(page);
      // eslint-disable-next-line no-restricted-syntax -- time itself: the page would be left a little later
      await page.waitForTimeout(200);
      assert.equal(page.url(), `${origin}/`);
      assert.equal(await page.locator('h1').isVisible(), true);
    });
  }

  check('still works after in-app navigation', async ({ visit }) => {
    const page = await visit('/');
    const neutral = await neutral_page(page);
    await page.locator('footer a[href="/privacy/"]').first().click();
    await page.waitForURL('**/privacy/');
    await press_shift_three_times(page);
    await page.waitForURL(neutral);
  });

  check('without script it is a plain link', async ({ visit }) => {
    const page = await visit('/', { view: 'plain', javaScriptEnabled: false });
    const neutral = 'https://www.weather.gov/';
    await page.context().route('https://**', (route) => route.fulfill({ contentType: 'text/html', body: 'Weather' }));
    await page.locator('.crisis-bar [data-behaviour=quick-exit]').click();
    await page.waitForURL(neutral);
  });
});
