// On paper a page is its text view, whichever view was on the screen: words in order, addresses of links, whole cards.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { suite } from '../support/suite.mjs';

const run = promisify(execFile);

/**
 * @param {import('playwright-core').Page} page
 * @returns {Promise<string[]>} the text of each sheet of Letter paper
 */
async function printed(page) {
  const folder = await mkdtemp(join(tmpdir(), 'lacit-print-'));
  const file = join(folder, 'page.pdf');
  await writeFile(
    file,
    await page.pdf({ format: 'Letter', margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' } }),
  );
  const { stdout } = await run('pdftotext', ['-raw', file, '-']);
  await rm(folder, { recursive: true });
  return stdout.split('\f').filter((sheet) => sheet.trim() !== '');
}

/** @param {string[]} sheets */
const words_of = (sheets) => sheets.join(' ').replace(/\s+/g, ' ');

await suite('print', (check, view) => {
  check('the sheets carry the words of the text view', async ({ visit }) => {
    const here = words_of(await printed(await visit('/what-is-cit/', { storage: { 'lacit.consent': 'declined' } })));
    const plain = words_of(
      await printed(await visit('/what-is-cit/', { view: 'plain', storage: { 'lacit.consent': 'declined' } })),
    );
    assert.equal(here, plain);
    assert.ok(here.length > 4000, `${here.length} characters`);
    assert.match(here, /988/, 'the way to help is on paper too');
  });

  check('links have their addresses, controls are left out', async ({ visit }) => {
    const text = words_of(await printed(await visit('/crisis-resources/')));
    assert.match(text.replace(/ /g, ''), /\(https:\/\/988lifeline\.org\//);
    for (const control of ['Quick exit', 'Accept', 'Decline', 'More', 'Drawn view', 'Text view']) {
      assert.ok(!new RegExp(`\\b${control}\\b`).test(text.replace('Learn More', '')), `«${control}» is not printed`);
    }
  });

  check('a heading is never the last line of a sheet, and a card is on one sheet', async ({ visit }) => {
    const page = await visit('/', { storage: { 'lacit.consent': 'declined' } });
    const cards = await page
      .locator('.card')
      .evaluateAll((all) => all.map((card) => (card.textContent ?? '').replace(/\s+/g, '')));
    const headings = await page.locator('h2, h3').allTextContents();
    const sheets = await printed(page);
    assert.ok(sheets.length > 1, `${sheets.length} sheets`);
    for (const sheet of sheets) {
      const last = sheet.trimEnd().split('\n').at(-1)?.trim() ?? '';
      assert.ok(!headings.includes(last), `${view}: «${last}» is the last line`);
    }
    const packed = sheets.map((sheet) => sheet.replace(/\s+/g, ''));
    for (const card of cards) {
      const [begin, end] = [card.slice(0, 15), card.slice(-15)];
      const first = packed.findIndex((sheet) => sheet.includes(begin));
      assert.ok(first >= 0 && packed[first]?.includes(end), `«${begin}…» is on one sheet`);
    }
  });
});
