// A block is painted only while it is true (support/truth.mjs), whatever others do to its words and elements.
import assert from 'node:assert/strict';
import { changes_of_words } from '../support/changes.mjs';
import { suite } from '../support/suite.mjs';
import { at_once, fits, seen_alike, undo } from '../support/truth.mjs';

await suite(
  'truth',
  (check, view) => {
    if (view !== 'painted') return;
    for (const [name, { make, for_good, stays_painted }] of Object.entries(changes_of_words)) {
      check(`11.D18: ${name}`, (site) =>
        seen_alike(site, (page) => page.evaluate(make), for_good ? null : undo, stays_painted),
      );
    }

    check('11.D18: what moves in every frame is text until it rests', async ({ visit }) => {
      const page = await visit('/', { view: 'painted', reducedMotion: 'reduce' });
      const views = await page.evaluate(async () => {
        const heading = /** @type {HTMLElement} */ (document.querySelector('h1'));
        let changes = 0;
        new MutationObserver(() => (changes += 1)).observe(document.documentElement, {
          attributeFilter: ['data-view'],
        });
        for (const begin = performance.now(); performance.now() - begin < 1500;) {
          heading.style.transform = `translateX(${performance.now() % 20}px)`;
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
        heading.style.removeProperty('transform');
        return changes;
      });
      assert.ok(views < 8, `${views} changes of the view in a second and a half`);
      await page.waitForFunction(
        () => document.documentElement.dataset.view === 'painted' && !document.querySelector('.own:not(img)'),
      );
      await fits(page);
    });
  },
  undefined,
  at_once,
);
