// The lightbox, in both views: opening, turning, closing, and what Back, Forward and an address do.
import assert from 'node:assert/strict';
import { address_is, closed, declined, focused_photo, parts, photo, press_photo, shows } from '../support/lightbox.mjs';
import { suite } from '../support/suite.mjs';

/** In the page's order. @param {import('playwright-core').Page} page */
const all_photos = (page) =>
  page.locator('a[data-behaviour=photo]').evaluateAll((links) => links.map((link) => link.dataset.value ?? ''));

await suite('lightbox', (check) => {
  check('a click opens the picture large, with its caption and place', async ({ visit }) => {
    const page = await visit('/', { storage: declined });
    await press_photo(page, 'porch');
    const { count, caption, large } = parts(page);
    assert.equal(await count.textContent(), '4 of 12');
    assert.equal(await caption.textContent(), 'Illustration: an officer talks with a family');
    const alt = await photo(page, 'porch').locator('img').getAttribute('alt');
    assert.equal(await large.getAttribute('alt'), alt);
    const box = await large.boundingBox();
    assert.ok(box && box.height > 500 && box.width > 700, JSON.stringify(box));
    await address_is(page, '#photo=porch');
  });

  check(
    'Enter opens it, arrows turn it, Escape closes it, and focus is at the picture that was shown last',
    async ({ visit }) => {
      const page = await visit('/', { storage: declined });
      const order = await all_photos(page);
      await photo(page, order[0] ?? '').focus();
      await page.keyboard.press('Enter');
      await shows(page, order[0] ?? '');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await shows(page, order[2] ?? '');
      await page.keyboard.press('ArrowLeft');
      await shows(page, order[1] ?? '');
      await page.keyboard.press('End');
      await shows(page, order.at(-1) ?? '');
      await address_is(page, `#photo=${order.at(-1)}`);
      await page.keyboard.press('Escape');
      await closed(page);
      assert.equal(await focused_photo(page), order.at(-1));
      await page.waitForFunction((id) => {
        const box = document.querySelector(`a[data-value="${id}"]`)?.getBoundingClientRect();
        return box && box.top >= 0 && box.bottom <= innerHeight;
      }, order.at(-1));
      await address_is(page, '');
    },
  );

  check(
    'after the last picture comes the first, and the other way round; buttons do the same as keys',
    async ({ visit }) => {
      const page = await visit('/', { storage: declined });
      const order = await all_photos(page);
      await press_photo(page, order[0] ?? '');
      const { previous, next, count, close } = parts(page);
      await previous.click();
      await shows(page, order.at(-1) ?? '');
      assert.equal(await count.textContent(), `${order.length} of ${order.length}`);
      await next.click();
      await shows(page, order[0] ?? '');
      await page.keyboard.press('End');
      await page.keyboard.press('Home');
      await shows(page, order[0] ?? '');
      await close.click();
      await closed(page);
      assert.equal(await focused_photo(page), order[0]);
    },
  );

  check('the page stands where it stood when the picture that was opened is closed', async ({ visit }) => {
    const page = await visit('/', { storage: declined });
    await photo(page, 'fair').scrollIntoViewIfNeeded();
    await page.evaluate(() => scrollBy({ top: 37, behavior: 'instant' }));
    const before = await page.evaluate(() => scrollY);
    await photo(page, 'fair').click();
    await shows(page, 'fair');
    await page.keyboard.press('Escape');
    await closed(page);
    assert.equal(await page.evaluate(() => scrollY), before);
  });

  check('Back closes it and leaves the page open, Forward opens it again', async ({ visit }) => {
    const page = await visit('/', { storage: declined });
    const entries = await page.evaluate(() => history.length);
    await press_photo(page, 'class');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await shows(page, 'dispatcher');
    await address_is(page, '#photo=dispatcher');
    assert.equal(await page.evaluate(() => history.length), entries + 1, 'turning makes no entries');
    await page.goBack();
    await closed(page);
    await address_is(page, '');
    assert.equal(await focused_photo(page), 'dispatcher');
    await page.goForward();
    await shows(page, 'dispatcher');
    await page.keyboard.press('Escape');
    await closed(page);
    await address_is(page, '');
    assert.equal(await page.evaluate(() => location.pathname), '/');
  });

  check('a shared address opens its picture, and closing it stays on the page', async ({ visit }) => {
    const page = await visit('/#photo=walk', { storage: declined });
    await shows(page, 'walk');
    assert.equal(await parts(page).count.textContent(), '6 of 12');
    await page.keyboard.press('Escape');
    await closed(page);
    await address_is(page, '');
    assert.equal(await focused_photo(page), 'walk');
    assert.equal(await page.evaluate(() => document.querySelector('h1') !== null && location.pathname), '/');
    await press_photo(page, 'walk'); // and it opens again
  });

  check('11.D19: opened again in the moment that it closes, it is open, thirty times', async ({ visit }) => {
    const page = await visit('/', { storage: declined });
    await press_photo(page, 'porch');
    for (let round = 0; round < 30; round += 1) {
      const again = round % 2 === 0 ? 'walk' : 'porch';
      // From no time to a tenth of a second: before, while and after the history has gone back.
      await page.evaluate(
        ([id, wait]) => {
          const button = /** @type {HTMLElement} */ (document.querySelector('[data-behaviour=lightbox-close]'));
          const link = /** @type {HTMLElement} */ (
            document.querySelector(`a[data-behaviour=photo][data-value="${id}"]`)
          );
          button.click();
          setTimeout(() => link.click(), Number(wait));
        },
        [again, (round % 6) * 20],
      );
      await shows(page, again);
      await address_is(page, `#photo=${again}`);
    }
    // eslint-disable-next-line no-restricted-syntax -- time itself: longer than any timer of its own, which must not close it
    await page.waitForTimeout(1200);
    await shows(page, 'porch');
    await page.keyboard.press('Escape');
    await closed(page);
    await address_is(page, '');
  });

  check('an address of no picture opens nothing', async ({ visit }) => {
    const page = await visit('/#photo=%zz', { storage: declined });
    await page.evaluate(() => (location.hash = '#photo=nothing'));
    await press_photo(page, 'class');
  });

  check('it is there after a reload, and Escape then goes back to the page', async ({ visit }) => {
    const page = await visit('/', { storage: declined });
    await press_photo(page, 'peer');
    await page.reload();
    await shows(page, 'peer');
    await page.keyboard.press('Escape');
    await closed(page);
    await address_is(page, '');
    assert.equal(await page.evaluate(() => location.pathname), '/');
  });

  check(
    'from another page a link to a picture opens it; Back and Forward lead through both pages',
    async ({ visit }) => {
      const page = await visit('/about/', { storage: declined });
      await page.evaluate(() => {
        const link = Object.assign(document.createElement('a'), { href: '/#photo=fair', textContent: 'The fair' });
        document.querySelector('main')?.prepend(link);
        link.click();
      });
      await shows(page, 'fair');
      await page.keyboard.press('Escape');
      await closed(page);
      assert.equal(await page.evaluate(() => location.pathname + location.hash), '/');
      await press_photo(page, 'class');
      await page.goBack();
      await closed(page);
      await page.goBack();
      await page.waitForFunction(() => location.pathname === '/about/' && document.title.startsWith('About'));
      await page.goForward();
      await page.waitForFunction(() => location.pathname === '/' && document.querySelector('a[data-behaviour=photo]'));
      await press_photo(page, 'fair');
    },
  );

  check('Back past the page with a picture open shows the other page, and nothing over it', async ({ visit }) => {
    const page = await visit('/about/', { storage: declined });
    await page.locator('a.nav-link[href="/"]').click();
    await page.waitForFunction(() => location.pathname === '/' && document.querySelector('a[data-behaviour=photo]'));
    await press_photo(page, 'class');
    await page.evaluate(() => history.go(-2));
    await page.waitForFunction(() => location.pathname === '/about/' && document.title.startsWith('About'));
    await closed(page);
    assert.notEqual(await page.evaluate(() => getComputedStyle(document.documentElement).overflowY), 'hidden');
  });

  check('with Ctrl, or the middle button, a picture opens in a tab of its own, as any link does', async ({ visit }) => {
    const page = await visit('/', { storage: declined });
    await photo(page, 'class').scrollIntoViewIfNeeded();
    for (const how of [{ modifiers: ['ControlOrMeta'] }, { button: 'middle' }]) {
      const opened = page.context().waitForEvent('page');
      await photo(page, 'class').click(/** @type {any} */ (how));
      const tab = await opened;
      await tab.waitForURL(/class\.[^/]*$/);
      await tab.close();
    }
    assert.equal(await page.locator('dialog[open]').count(), 0);
  });

  check('a click beside the picture closes it; one on the picture does not', async ({ visit }) => {
    const page = await visit('/', { storage: declined });
    await press_photo(page, 'class');
    await page.mouse.click(640, 400);
    await page.mouse.move(100, 600);
    assert.equal(await page.locator('dialog[open]').count(), 1);
    await page.mouse.click(100, 600);
    await closed(page);
  });

  check('the quick exit leaves from there too, by its link and by three presses of Shift', async ({ visit }) => {
    for (const how of ['link', 'keys']) {
      const page = await visit('/', { storage: declined });
      await page.route('https://**', (route) => route.fulfill({ body: 'weather', contentType: 'text/plain' }));
      await press_photo(page, 'class');
      if (how === 'link') await parts(page).exit.click({ noWaitAfter: true });
      else for (let i = 0; i < 3; i += 1) await page.keyboard.press('Shift').catch(() => {}); // the page goes away
      await page.waitForURL(/weather/);
    }
  });

  check(
    "sharing uses the system's sheet, and copies the address where there is none, and says so",
    async ({ visit, origin }) => {
      const page = await visit('/', { storage: declined, permissions: ['clipboard-read', 'clipboard-write'] });
      await press_photo(page, 'fair');
      const { share, note } = parts(page);
      await page.evaluate(() => Object.assign(navigator, { canShare: undefined, share: undefined }));
      await share.click();
      await page.waitForFunction(() => document.querySelector('[data-behaviour=lightbox-note]')?.textContent !== '');
      assert.equal(await note.textContent(), "The picture's address is copied.");
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${origin}/#photo=fair`);
      await page.evaluate(() =>
        Object.assign(navigator, {
          canShare: () => true,
          share: async (/** @type {ShareData} */ data) => void Object.assign(window, { shared: data }),
        }),
      );
      await share.click();
      await page.waitForFunction(() => 'shared' in window);
      const shared = await page.evaluate(() => /** @type {any} */ (window).shared);
      assert.equal(shared.url, `${origin}/#photo=fair`);
      assert.match(shared.title, /Illustration/);
    },
  );

  check("downloading saves the largest file under the picture's own name", async ({ visit }) => {
    const page = await visit('/', { storage: declined });
    await press_photo(page, 'fair');
    const [file] = await Promise.all([page.waitForEvent('download'), parts(page).download.click()]);
    assert.match(file.suggestedFilename(), /^fair\.\w+$/);
  });
});
