// The lightbox where scroll bars take room, as on most desktops: the page must neither scroll nor move behind it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { close, launch, open } from '../support/browser.mjs';
import { closed, declined, photo, press_photo, shows } from '../support/lightbox.mjs';
import { start_server } from '../support/server.mjs';

/** Runs in the page. */
const widths = () => ({
  window: innerWidth,
  page: document.documentElement.clientWidth,
  main: document.querySelector('main')?.getBoundingClientRect().width,
  footer: document.querySelector('footer')?.getBoundingClientRect().width,
  overflow: document.documentElement.scrollWidth > document.documentElement.clientWidth,
});

for (const view of /** @type {const} */ (['plain', 'painted'])) {
  describe(`the lightbox and scroll bars, ${view} view`, () => {
    /** @type {Awaited<ReturnType<typeof start_server>>} */
    let server;
    /** @type {Awaited<ReturnType<typeof launch>>} */
    let browser;
    before(async () => {
      server = await start_server();
      browser = await launch({ ignoreDefaultArgs: ['--hide-scrollbars'] });
    });
    after(async () => {
      await browser.close();
      await server.stop();
    });

    test('nothing moves when it opens and closes', async () => {
      const page = await open(browser, `${server.origin}/`, { view, storage: declined });
      await photo(page, 'class').scrollIntoViewIfNeeded();
      const figure = page.locator('figure', { has: photo(page, 'class') }); // the link itself rises under the pointer
      // To a tenth of a pixel: engines lay out in 64ths of one, and round up or down.
      const box = async () => Object.values((await figure.boundingBox()) ?? {}).map((side) => side.toFixed(1));
      const before_it = { widths: await page.evaluate(widths), box: await box() };
      assert.ok(before_it.widths.page < before_it.widths.window, 'a scroll bar that takes room');
      await press_photo(page, 'class');
      assert.deepEqual(await box(), before_it.box);
      const main = await page.evaluate(() => document.querySelector('main')?.getBoundingClientRect().width);
      assert.equal(main, before_it.widths.main);
      await page.keyboard.press('Escape');
      await closed(page);
      await page.waitForFunction((width) => document.documentElement.clientWidth === width, before_it.widths.page);
      assert.deepEqual({ widths: await page.evaluate(widths), box: await box() }, before_it);
      await close(page);
    });

    test('opened by an address, it leaves a page that is as wide as its window lets it', async () => {
      const page = await open(browser, `${server.origin}/#photo=class`, { view, storage: declined });
      await shows(page, 'class');
      await page.keyboard.press('Escape');
      await closed(page);
      await page.waitForFunction(() => {
        const width = document.documentElement.clientWidth;
        return width < innerWidth && document.querySelector('footer')?.getBoundingClientRect().width === width;
      });
      const after_it = await page.evaluate(widths);
      assert.equal(after_it.main, after_it.page);
      assert.equal(after_it.overflow, false);
      await close(page);
    });
  });
}
