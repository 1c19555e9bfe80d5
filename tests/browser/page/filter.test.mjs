// The filter over a directory: what it finds, what it says, and how it goes away.
import assert from 'node:assert/strict';
import { suite } from '../support/suite.mjs';
import { go } from '../support/travel.mjs';

const path = '/crisis-resources/';

/**
 * The first filter of the page, the rows it filters and its status.
 * @param {import('playwright-core').Page} page
 */
async function parts(page) {
  const field = page.locator('[data-behaviour=filter]').first();
  const target = await field.getAttribute('data-value');
  const rows = page.locator(`#${target} > tbody > tr`);
  return {
    field,
    rows,
    shown: page.locator(`#${target} > tbody > tr:visible`),
    count: page.locator('[data-behaviour=filter-count]').first(),
    names: () =>
      rows.locator('th').evaluateAll((all) => all.filter((e) => e.checkVisibility()).map((e) => e.textContent ?? '')),
  };
}

/** Runs in the page: what the status says, and how many milliseconds after the last key. @param {Element} status */
function listen_to_status(status) {
  /** @type {{ text: string | null, after: number }[]} */
  const said = [];
  let typed = 0;
  addEventListener('input', () => (typed = performance.now()), true);
  new MutationObserver(() => said.push({ text: status.textContent, after: performance.now() - typed })).observe(
    status,
    {
      childList: true,
    },
  );
  Object.assign(window, { said });
}

/**
 * Keys 30 ms apart by the page's own clock: from outside, a busy machine would put pauses between them.
 * @param {Element} field @param {string} text
 */
async function type_in_page(field, text) {
  for (const letter of text) {
    /** @type {HTMLInputElement} */ (field).value += letter;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, data: letter, inputType: 'insertText' }));
    // eslint-disable-next-line no-restricted-syntax -- time itself: keys of one who types fast
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

await suite('filter', (check) => {
  check('the field has a visible label, and the status says nothing before it is used', async ({ visit }) => {
    const page = await visit(path);
    const { field, count } = await parts(page);
    const label = page.locator(`label[for="${await field.getAttribute('id')}"]`);
    assert.equal(await label.isVisible(), true);
    assert.match((await label.textContent()) ?? '', /\S/);
    assert.equal(await count.textContent(), '');
    assert.equal(await count.getAttribute('role'), 'status');
  });

  check('every word counts, in any order, whatever the case and the punctuation', async ({ visit }) => {
    const page = await visit(path);
    const { field, shown, names, rows } = await parts(page);
    const wanted =
      (await rows.locator('th').allTextContents()).find((name) => name.trim().split(/\s+/).length > 1) ?? '';
    const query = wanted
      .trim()
      .split(/\s+/)
      .reverse()
      .join('  ')
      .toUpperCase()
      .replace(/[^\p{L}\p{N} ]/gu, '');
    await field.fill(query);
    assert.ok((await names()).includes(wanted), `${query} finds ${wanted}`);
    assert.ok((await shown.count()) < (await rows.count()));
  });

  check('accents do not count', async ({ visit }) => {
    const page = await visit(path);
    const { field, rows, shown } = await parts(page);
    await rows.first().evaluate((row) => row.setAttribute('data-keywords', 'Plaquemines Thérèse'));
    await field.fill('therese');
    assert.equal(await shown.count(), 1);
    await field.fill('PLAQUÉMINES thérèse');
    assert.equal(await shown.count(), 1);
  });

  check('telephone numbers are found however they are typed', async ({ visit }) => {
    const page = await visit(path);
    const { field, rows, shown } = await parts(page);
    await rows.first().evaluate((row) => row.setAttribute('data-keywords', '(225) 555-0142'));
    for (const typed of ['2255550142', '225-555-0142', '(225) 555-0142', '225 555 0142', '555-0142']) {
      await field.fill(typed);
      assert.equal(await shown.count(), 1, typed);
    }
  });

  check('words in data-keywords are found though they are not shown', async ({ visit }) => {
    const page = await visit(path);
    const { field, rows, names } = await parts(page);
    const row = rows.and(page.locator('[data-keywords]:not([data-keywords=""])')).first();
    const keyword = ((await row.getAttribute('data-keywords')) ?? '').split(' ')[0] ?? '';
    await field.fill(keyword);
    assert.ok((await names()).includes((await row.locator('th').textContent()) ?? ''), keyword);
  });

  check('typing shows the rows at once, and the count after a pause, once', async ({ visit }) => {
    const page = await visit(path);
    const { field, rows, shown, count } = await parts(page);
    await count.evaluate(listen_to_status);
    await field.evaluate(type_in_page, '988');
    const left = await shown.count();
    assert.ok(left > 0 && left < (await rows.count()));
    await page.waitForFunction(() => /** @type {any} */ (window).said.length > 0);
    // eslint-disable-next-line no-restricted-syntax -- time itself: it is said once, so not a second time either
    await page.waitForTimeout(600);
    const said = await page.evaluate(
      () => /** @type {{ text: string, after: number }[]} */ ([.../** @type {any} */ (window).said]),
    );
    const words = said[0]?.text ?? '';
    assert.ok(
      said.every(({ text }) => text === words),
      JSON.stringify(said),
    );
    assert.ok((said[0]?.after ?? 0) >= 200, 'not while keys are pressed');
    assert.ok(words.includes(String(left)) && words.includes(String(await rows.count())), words);
  });

  check('nothing found is said in words, not as a number', async ({ visit }) => {
    const page = await visit(path);
    const { field, shown, count } = await parts(page);
    await field.fill('qqqxyzzy');
    assert.equal(await shown.count(), 0);
    await page.waitForFunction((status) => status?.textContent !== '', await count.elementHandle());
    const none = ((await count.getAttribute('data-value')) ?? '').split('|')[1];
    assert.equal(await count.textContent(), none);
    assert.equal(await count.isVisible(), true);
  });

  check('Escape brings all rows back and keeps the focus in the field', async ({ visit }) => {
    const page = await visit(path);
    const { field, rows, shown } = await parts(page);
    await field.fill('988');
    // As an event, not as a key: Chromium would clear the field by itself, Firefox would not.
    await field.focus();
    await field.dispatchEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    assert.equal(await field.inputValue(), '');
    assert.equal(await shown.count(), await rows.count());
    assert.equal(await field.evaluate((element) => element === document.activeElement), true);
  });

  check('the search event counts too: the cross in the field', async ({ visit }) => {
    const page = await visit(path);
    const { field, rows, shown } = await parts(page);
    await field.fill('988');
    await field.evaluate((element) => {
      /** @type {HTMLInputElement} */ (element).value = '';
      element.dispatchEvent(new Event('search', { bubbles: true }));
    });
    assert.equal(await shown.count(), await rows.count());
  });

  check('works on a page reached without reload', async ({ visit }) => {
    const page = await visit('/');
    await go(page, path);
    const { field, rows, shown } = await parts(page);
    await field.fill('988');
    assert.ok((await shown.count()) < (await rows.count()));
  });

  check('text that the browser restores after a reload filters again', async ({ visit, origin }) => {
    const page = await visit(path);
    const { field, shown } = await parts(page);
    await field.fill('988');
    const left = await shown.count();
    await page.goto(`${origin}/about/`);
    await page.goBack();
    await page.waitForLoadState('load');
    const again = await parts(page);
    const kept = (await again.field.inputValue()) === '988'; // the browser's choice
    assert.equal(await again.shown.count(), kept ? left : await again.rows.count());
  });

  check('without script the whole list is there, without a dead field', async ({ visit }) => {
    const { field, rows, shown } = await parts(await visit(path, { view: 'plain', javaScriptEnabled: false }));
    assert.equal(await field.isVisible(), false);
    assert.equal(await shown.count(), await rows.count());
  });
});
