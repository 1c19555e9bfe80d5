// The consent banner: the choice is free, kept, changeable, and does not get in the way of the keyboard.
import assert from 'node:assert/strict';
import { suite } from '../support/suite.mjs';

/** @param {import('playwright-core').Page} page */
const stored = (page) => page.evaluate(() => localStorage.getItem('lacit.consent'));
/** @param {import('playwright-core').Page} page */
const parts = (page) => ({
  banner: page.locator('[data-behaviour=consent]'),
  accept: page.locator('[data-behaviour=consent-accept]'),
  decline: page.locator('[data-behaviour=consent-decline]'),
  change: page.locator('[data-behaviour=consent-change]'),
});
/** @param {import('playwright-core').Page} page */
const focused = (page) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-behaviour') ?? document.activeElement?.tagName);

await suite('consent', (check) => {
  check('the banner is there until a choice is made; it takes no focus and stores nothing', async ({ visit }) => {
    const page = await visit('/');
    const { banner } = parts(page);
    await banner.waitFor();
    assert.equal(await focused(page), 'BODY');
    assert.equal(await stored(page), null);
    assert.deepEqual(await page.context().cookies(), []);
  });

  check('Accept and Decline have the same size and look', async ({ visit }) => {
    const page = await visit('/', { viewport: { width: 360, height: 740 } });
    const looks = await Promise.all(
      [parts(page).accept, parts(page).decline].map((button) =>
        button.evaluate((element) => {
          const { backgroundColor, color, fontSize, fontWeight, borderColor } = getComputedStyle(element);
          return { backgroundColor, color, fontSize, fontWeight, borderColor, height: element.clientHeight };
        }),
      ),
    );
    assert.deepEqual(looks[0], looks[1]);
  });

  for (const [behaviour, value] of /** @type {const} */ ([
    ['accept', 'accepted'],
    ['decline', 'declined'],
  ])) {
    check(`${behaviour}: hides the banner, is announced, and holds on the next page and visit`, async ({ visit }) => {
      const page = await visit('/');
      const button = parts(page)[behaviour];
      const label = (await button.textContent()) ?? '';
      await button.click();
      await parts(page).banner.waitFor({ state: 'hidden' });
      assert.equal(await stored(page), value);
      await page.locator('body > [role=status]', { hasText: label }).waitFor({ state: 'attached' });
      await page.reload();
      assert.equal(await parts(page).banner.isVisible(), false);
    });
  }

  check('reached by keyboard, a choice gives focus back to where it came from', async ({ visit }) => {
    const page = await visit('/');
    await parts(page).change.focus();
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'consent-accept');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.equal(await stored(page), 'declined');
    assert.equal(await focused(page), 'consent-change');
  });

  check('without a place to go back to, focus goes to main and the page does not move', async ({ visit }) => {
    const page = await visit('/');
    await page.evaluate(() => scrollTo({ top: 300, behavior: 'instant' }));
    const before = await page.evaluate(() => scrollY);
    const at = await parts(page).accept.boundingBox();
    if (at) await page.mouse.click(at.x + at.width / 2, at.y + at.height / 2);
    assert.equal(await focused(page), 'MAIN');
    assert.equal(await page.evaluate(() => scrollY), before);
  });

  check('the footer opens it again: focus in, the present choice marked, changeable, focus back', async ({ visit }) => {
    const page = await visit('/');
    const { accept, decline, change, banner } = parts(page);
    await accept.click();
    await change.click();
    await banner.waitFor();
    assert.equal(await focused(page), 'consent');
    assert.equal(await accept.getAttribute('aria-pressed'), 'true');
    assert.equal(await decline.getAttribute('aria-pressed'), 'false');
    await decline.click();
    assert.equal(await stored(page), 'declined');
    assert.equal(await focused(page), 'consent-change');
  });

  check('opened again, Escape leaves the choice as it is; before a choice Escape does nothing', async ({ visit }) => {
    const page = await visit('/');
    const { accept, change, banner } = parts(page);
    await accept.focus();
    await page.keyboard.press('Escape');
    assert.equal(await banner.isVisible(), true);
    await accept.click();
    await change.click();
    await page.keyboard.press('Escape');
    await banner.waitFor({ state: 'hidden' });
    assert.equal(await stored(page), 'accepted');
    assert.equal(await focused(page), 'consent-change');
  });

  check("on a page that is shorter than its window it stands at the window's end", async ({ visit }) => {
    const page = await visit('/not-there/', { viewport: { width: 1280, height: 1600 } });
    const banner = await parts(page).banner.boundingBox();
    assert.equal((banner?.y ?? 0) + (banner?.height ?? 0), 1600);
  });

  check('focus is not trapped: Tab leaves the banner', async ({ visit }) => {
    const page = await visit('/');
    await parts(page).accept.focus();
    await page.keyboard.press('Shift+Tab');
    assert.equal(await focused(page), 'consent-change');
  });

  check('the banner does not lie over what has focus', async ({ visit }) => {
    const page = await visit('/crisis-resources/', { viewport: { width: 1280, height: 600 } });
    const hidden = [];
    for (const link of (await page.locator('main a:visible').all()).slice(-5)) {
      const under = await link.evaluate((element) => {
        const top = () => element.getBoundingClientRect().top;
        scrollTo({ top: scrollY + top() - innerHeight + 40, behavior: 'instant' }); // to where the banner is
        /** @type {HTMLElement} */ (element).focus();
        return top() - (document.querySelector('[data-behaviour=consent]')?.getBoundingClientRect().top ?? 0);
      });
      if (under > 0) hidden.push(`${await link.textContent()}: ${under} px below the edge`);
    }
    assert.deepEqual(hidden, []);
  });

  check(
    'Global Privacy Control counts as Decline without a banner; the footer still lets one accept',
    async ({ visit }) => {
      const page = await visit('/');
      await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
      await page.reload();
      const { accept, banner, change } = parts(page);
      assert.equal(await banner.isVisible(), false);
      assert.equal(await stored(page), null);
      await change.click();
      await accept.click();
      assert.equal(await stored(page), 'accepted');
    },
  );

  check('a choice in one tab closes the banner in the other', async ({ visit, origin }) => {
    const page = await visit('/');
    const other = await page.context().newPage();
    await other.goto(`${origin}/about/`);
    await parts(other).banner.waitFor();
    await parts(page).decline.click();
    await parts(other).banner.waitFor({ state: 'hidden' });
  });

  check('without script there is no banner and no dead button', async ({ visit }) => {
    const page = await visit('/', { view: 'plain', javaScriptEnabled: false });
    assert.equal(await parts(page).banner.isVisible(), false);
    assert.equal(await parts(page).change.isVisible(), false);
  });
});
