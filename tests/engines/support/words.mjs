// Where words of the page are, for a pointer to go to; and what is selected and copied.

/** @typedef {import('./tab.d.ts').Tab} Tab */

/**
 * Brings the first occurrence of the words in `<main>` into the middle of the window.
 * @param {Tab} tab
 * @param {string} words on one painted line
 * @returns {Promise<{ left: number, right: number, y: number }>} their box, CSS pixels of the viewport
 */
export async function show_words(tab, words) {
  const box = await tab.evaluate((wanted) => {
    const main = document.querySelector('main');
    const walker = document.createTreeWalker(main ?? document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = /** @type {Text} */ (walker.currentNode);
      const at = node.data.indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const place = range.getBoundingClientRect();
      scrollTo({ top: scrollY + place.top - innerHeight / 2, behavior: 'instant' });
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { left, right, y: (top + bottom) / 2 };
    }
    return null;
  }, words);
  if (!box) throw new Error(`no «${words}» on one line`);
  return box;
}

/** @param {Tab} tab */
export const selected = (tab) => tab.evaluate(() => String(getSelection()));

/**
 * What the copy key gives: caught where the browser puts it together, which needs no permission to read.
 * @param {Tab} tab
 * @returns {Promise<string>}
 */
export async function copied(tab) {
  await tab.press('c', ['Control']);
  await tab.evaluate(() => {
    const box = document.createElement('textarea');
    box.id = 'paste-here';
    box.style.cssText = 'position:fixed;top:0;left:0';
    document.body.append(box);
    box.focus({ preventScroll: true });
  });
  await tab.press('v', ['Control']);
  return tab.evaluate(() => {
    const box = /** @type {HTMLTextAreaElement} */ (document.querySelector('#paste-here'));
    const text = box.value;
    box.remove();
    return text;
  });
}
