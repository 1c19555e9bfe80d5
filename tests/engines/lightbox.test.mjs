// The lightbox in three engines, over the painted view: open, turn, close, Back and Forward, an address, a failed picture.
import assert from 'node:assert/strict';
import { suite, until } from './support/suite.mjs';

/** @typedef {import('./support/tab.d.ts').Tab} Tab */

/** @param {Tab} tab @param {string} id */
const shows = (tab, id) =>
  until(
    tab,
    (wanted) => {
      const dialog = document.querySelector('dialog[open]');
      const link = dialog?.querySelector('[data-behaviour=lightbox-download]');
      const large = dialog?.querySelector('.lightbox-frame[data-state=there] .lightbox-large');
      return (
        link?.getAttribute('download')?.startsWith(`${wanted}.`) && large && getComputedStyle(large).opacity === '1'
      );
    },
    id,
  );

/** @param {Tab} tab */
const closed = (tab) => until(tab, () => !document.querySelector('dialog[open]') && location.hash === '');

/** @param {Tab} tab @param {string} selector @returns {Promise<{ x: number, y: number }>} */
const middle_of = (tab, selector) =>
  tab.evaluate((wanted) => {
    const element = document.querySelector(wanted);
    if (!element?.closest('dialog')) element?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = element?.getBoundingClientRect() ?? new DOMRect();
    return { x: left + width / 2, y: top + height / 2 };
  }, selector);

/** @param {Tab} tab @param {string} selector */
async function click(tab, selector) {
  const { x, y } = await middle_of(tab, selector);
  await tab.click(x, y);
}

/** @param {Tab} tab */
const focused = (tab) => tab.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).dataset.value);

await suite('the lightbox', (check) => {
  check(
    'a click opens it over the canvas; keys turn it; Escape closes it and focus is where it was left',
    async ({ visit }) => {
      const tab = await visit('/');
      await click(tab, 'a[data-value=class]');
      await shows(tab, 'class');
      const over = await tab.evaluate(() => {
        const picture = document.querySelector('.lightbox-large');
        const { left, top, width, height } = picture?.getBoundingClientRect() ?? new DOMRect();
        return {
          top_most: document.elementFromPoint(left + width / 2, top + height / 2) === picture,
          width,
          view: document.documentElement.dataset.view,
        };
      });
      assert.equal(over.top_most, true, 'the picture itself is under the pointer: it can be saved and dragged');
      assert.equal(over.view, 'painted');
      assert.ok(over.width > 300, `${over.width}`);
      await tab.press('ArrowRight');
      await shows(tab, 'role-play');
      await until(tab, () => location.hash === '#photo=role-play');
      assert.equal(await tab.evaluate(() => document.querySelector('#lightbox-count')?.textContent), '2 of 12');
      await tab.press('Escape');
      await closed(tab);
      assert.equal(await focused(tab), 'role-play');
    },
  );

  check('Enter opens it, its buttons turn and close it, and the page has not moved', async ({ visit }) => {
    const tab = await visit('/');
    await middle_of(tab, 'a[data-value=fair]');
    const before = await tab.evaluate(() => ({ y: scrollY, width: document.documentElement.clientWidth }));
    await tab.evaluate(() =>
      /** @type {HTMLElement | null} */ (document.querySelector('a[data-value=fair]'))?.focus({ preventScroll: true }),
    );
    await tab.press('Enter');
    await shows(tab, 'fair');
    assert.equal(await tab.evaluate(() => document.documentElement.clientWidth), before.width);
    await click(tab, '[data-behaviour=lightbox-next]');
    await until(tab, () => document.querySelector('#lightbox-count')?.textContent !== '');
    await click(tab, '[data-behaviour=lightbox-previous]');
    await shows(tab, 'fair');
    await click(tab, '[data-behaviour=lightbox-close]');
    await closed(tab);
    assert.equal(await focused(tab), 'fair');
    assert.deepEqual(await tab.evaluate(() => ({ y: scrollY, width: document.documentElement.clientWidth })), before);
  });

  check('Back closes it, Forward opens it again, Escape then stays on the page', async ({ visit }) => {
    const tab = await visit('/');
    await click(tab, 'a[data-value=porch]');
    await shows(tab, 'porch');
    await tab.evaluate(() => history.back());
    await closed(tab);
    assert.equal(await focused(tab), 'porch');
    await tab.evaluate(() => history.forward());
    await shows(tab, 'porch');
    await tab.press('Escape');
    await closed(tab);
    assert.equal(await tab.evaluate(() => location.pathname), '/');
  });

  check('a shared address opens its picture; closed, the page is there', async ({ visit }) => {
    const tab = await visit('/#photo=phone');
    await shows(tab, 'phone');
    await tab.press('Escape');
    await closed(tab);
    assert.equal(await focused(tab), 'phone');
    assert.equal(await tab.evaluate(() => location.pathname), '/');
  });

  check('the wheel magnifies, and the page behind stands still', async ({ visit }) => {
    const tab = await visit('/');
    await click(tab, 'a[data-value=class]');
    await shows(tab, 'class');
    const before = await tab.evaluate(() => scrollY);
    const { x, y } = await middle_of(tab, '.lightbox-large');
    await tab.wheel(x, y, -300);
    await until(tab, () => {
      const frame = document.querySelector('.lightbox-frame');
      return frame && new DOMMatrix(getComputedStyle(frame).transform).a > 1.2;
    });
    assert.equal(await tab.evaluate(() => scrollY), before);
  });
});
