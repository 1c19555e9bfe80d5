// Links on the canvas are links: whatever a browser offers for them (menu, status bar, middle click, drag) starts with
// the pointer being over a real `<a href>`, so that is what is proved, on every link of every page.
import assert from 'node:assert/strict';
import { pages } from '../browser/support/pages.mjs';
import { settled, suite, until } from './support/suite.mjs';

/** Runs in the page: brings each link into sight and asks what lies under the middle of its first line. */
function links_not_under_the_pointer() {
  const missed = [];
  let count = 0;
  for (const link of document.querySelectorAll('main a[href], footer a[href], header a[href]')) {
    if (!link.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })) continue; // in a closed answer
    if (!link.closest('.fixed'))
      scrollTo({ top: scrollY + link.getBoundingClientRect().top - innerHeight / 2, behavior: 'instant' });
    const [box] = link.getClientRects();
    if (!box || box.width === 0) continue;
    count += 1;
    const hit = document.elementFromPoint(box.left + Math.min(box.width / 2, 30), box.top + box.height / 2);
    if (hit?.closest('a') !== link) missed.push(`«${link.textContent}» lies under ${hit?.outerHTML.slice(0, 80)}`);
  }
  return { missed, count };
}

await suite('links', (check, engine) => {
  check('every link of every page is what lies under the pointer', async ({ visit, origin }) => {
    const tab = await visit('/');
    for (const path of pages) {
      await tab.go(origin + path);
      await settled(tab, 'painted');
      const { missed, count } = await tab.evaluate(links_not_under_the_pointer);
      assert.ok(count > 8, `${path} has ${count} links`);
      assert.deepEqual(missed, [], path);
    }
  });

  check('a click follows the link without a reload; one with Control leaves this page as it is', async ({ visit }) => {
    const tab = await visit('/');
    await tab.evaluate(() => void Object.assign(window, { same_document: true }));
    const place = async () =>
      tab.evaluate(() => {
        const box = document.querySelector('header a[href="/about/"]')?.getBoundingClientRect();
        return { x: (box?.left ?? 0) + (box?.width ?? 0) / 2, y: (box?.top ?? 0) + (box?.height ?? 0) / 2 };
      });
    const { x, y } = await place();
    if (engine !== 'webkit') {
      // MiniBrowser has no tabs while it is driven
      await tab.click(x, y, { held: ['Control'] });
      // eslint-disable-next-line no-restricted-syntax -- time itself: the page would be left a little later
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.equal(await tab.evaluate(() => location.pathname), '/');
    }
    await tab.click(x, y);
    await until(tab, () => location.pathname === '/about/' && document.activeElement?.localName === 'h1');
    assert.equal(await tab.evaluate(() => 'same_document' in window), true);
    assert.equal(await tab.evaluate(() => document.documentElement.dataset.view), 'painted');
  });
});
