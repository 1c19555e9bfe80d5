// Letters that the site's fonts lack: the browser draws their block, in its place, in both views; nothing becomes a `?`.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { build_words } from '../../support/words_site.mjs';
import { settled } from '../support/browser.mjs';
import { lines_off } from '../support/overlay.mjs';
import { at_rest, frames } from '../support/rest.mjs';
import { suite } from '../support/suite.mjs';

const texts = {
  Vietnamese: 'Nguyễn Thị Ánh calls the line at night and somebody answers, whatever the hour may be and whoever asks.',
  arrows: 'Call → wait ☎ → talk, and nobody has to give a name before somebody listens to all that there is to say.',
  emoji: 'We are glad 😀 that you came 👩‍👩‍👧 and hope 👍🏽 to see you ❤️ soon, as every week on the same evening.',
  Greek: 'Ελληνικά: καλέστε το 988 οποιαδήποτε στιγμή, ημέρα ή νύχτα, και κάποιος θα σας ακούσει με προσοχή.',
  Cyrillic: 'По-русски: позвоните в любое время дня и ночи, и вас выслушают внимательно и без осуждения.',
  Arabic: 'اتصل في أي وقت من النهار أو الليل وسوف يستمع إليك شخص ما باهتمام ودون حكم مسبق على أي شيء تقوله.',
  Hebrew: 'התקשרו בכל שעה ביום או בלילה ומישהו יקשיב לכם בתשומת לב ובלי שיפוטיות על כל מה שתאמרו לו.',
  Chinese: '无论白天还是黑夜,随时拨打电话,都会有人认真倾听您的诉说,不会对您所说的任何事情作出评判,请放心。',
  Japanese: '昼でも夜でもいつでもお電話ください。あなたのお話を、誰かが丁寧に、そして批判することなく聞きます。',
  Thai: 'โทรได้ตลอดเวลาทั้งกลางวันและกลางคืนจะมีคนรับฟังคุณอย่างตั้งใจและไม่ตัดสินสิ่งที่คุณพูด',
  Hindi: 'दिन हो या रात, किसी भी समय फ़ोन करें और कोई आपकी बात ध्यान से और बिना किसी निर्णय के सुनेगा।',
  signs: 'Signs of all sorts: ✓ ✗ ★ ♥ ½ ⅓ ≤ ≥ ≠ ∞ ■ ▲ № ℃ € and «quotes» stand in one line with words around them.',
  'a mark over a letter that has no glyph with it':
    'The x̂ and the q̃ are letters of formulas, and stand in this sentence only to be tried.',
};
/** Composed, all of these are letters that the fonts have. */
const painted = {
  NFD: 'Ana María Peña y Dvořák, composé'.normalize('NFD'),
  Polish: 'Paweł and Łukasz, Kraków',
  Latin: 'Plain words.',
};

const work = mkdtempSync(join(tmpdir(), 'lacit-letters-'));
after(() => rmSync(work, { recursive: true, force: true }));
const site = build_words([...Object.values(texts), ...Object.values(painted)], work, { heading: 'Κεφάλαιο ☎' });

/** @typedef {import('playwright-core').Page} Page */

/** The page's paragraphs, each with its box on the page and whether the browser draws it. @param {Page} page */
const paragraphs = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main .prose > *, main h2, main p')].map((block) => {
      const { left, top, width, height } = block.getBoundingClientRect();
      const style = getComputedStyle(block);
      return {
        text: block.textContent ?? '',
        box: [left, top + scrollY, width, height],
        own: block.classList.contains('own'),
        look: [style.fontSize, style.lineHeight, style.fontWeight, style.color, style.fontFamily],
      };
    }),
  );

await suite(
  'letters',
  (check, view) => {
    for (const width of [360, 1280]) {
      check(
        `11.C14: letters that the fonts lack are the browser's, in their place, at ${width} px`,
        async ({ visit, origin }) => {
          const page = await visit('/words/', { viewport: { width, height: 800 } });
          const here = await paragraphs(page);
          for (const [name, text] of Object.entries(texts)) {
            const found = here.find((block) => block.text === text);
            assert.ok(found, name);
            if (view === 'painted') assert.equal(found.own, true, `${name} is the browser's`);
            assert.notEqual(found.look[3], 'rgba(0, 0, 0, 0)');
          }
          for (const [name, text] of Object.entries(painted)) {
            const found = here.find((block) => block.text === text.normalize());
            assert.ok(found, `${name} is composed`);
            assert.equal(found.own, false, `${name} is painted`);
          }
          assert.equal(
            await page.evaluate(() => document.documentElement.scrollWidth),
            width,
            'nothing is wider than the window',
          );
          if (view === 'plain') return;
          assert.deepEqual(await page.evaluate(lines_off, { across: 0.5, down: 1 }), []);
          await page.evaluate(() => localStorage.setItem('lacit.view', 'plain'));
          await page.goto(`${origin}/words/`);
          await settled(page, 'plain');
          const plain = await paragraphs(page);
          assert.deepEqual(
            here.map(({ text, look }) => [text, look]),
            plain.map(({ text, look }) => [text, look]),
          );
          for (const [i, block] of plain.entries()) {
            const apart = block.box.map((side, k) => Math.abs(side - (here[i]?.box[k] ?? NaN)));
            assert.ok(
              Math.max(...apart) < 1,
              `«${block.text}» is where the text view has it: ${here[i]?.box} and ${block.box}`,
            );
          }
        },
      );
    }

    check('11.C14: right-to-left words begin at the right', async ({ visit }) => {
      const page = await visit('/words/', { viewport: { width: 1280, height: 800 } });
      const [start, end] = await page.evaluate((text) => {
        const block = [...document.querySelectorAll('main p')].find((p) => p.textContent === text);
        const words = document.createRange();
        words.selectNodeContents(block ?? document.body);
        const [line] = words.getClientRects();
        const box = block?.getBoundingClientRect();
        return [(line?.left ?? 0) - (box?.left ?? 0), (box?.right ?? 0) - (line?.right ?? 0)];
      }, texts.Arabic);
      assert.ok(Math.abs(end ?? NaN) < 2, `${end} px off the right side`);
      assert.ok((start ?? 0) >= -2);
    });

    if (view === 'plain') return;

    check('11.C14: a page all of other letters is painted, and idle', async ({ visit }) => {
      const page = await visit('/words/');
      await at_rest(page);
      const before = await frames(page);
      // eslint-disable-next-line no-restricted-syntax -- time itself: frames would come of timers, if they came
      await page.waitForTimeout(1500);
      assert.equal(await frames(page), before);
      assert.equal(await page.evaluate(() => document.documentElement.dataset.view), 'painted');
    });

    check('11.C14: an attached file of any name is listed by that name', async ({ visit }) => {
      const page = await visit('/#contact', { viewport: { width: 360, height: 800 } });
      const names = ['Paweł-отчёт.pdf', 'a  b   c.pdf', 'soft\u00adhyphen.pdf', 'résumé'.normalize('NFD') + '.pdf'];
      await page.locator('input[type="file"]').first().scrollIntoViewIfNeeded();
      await page
        .locator('input[type="file"]')
        .first()
        .setInputFiles(names.map((name) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n') })));
      await page.locator('.attached-name').nth(3).waitFor();
      await at_rest(page);
      const rows = await page
        .locator('.attached-name')
        .evaluateAll((all) =>
          all
            .filter((row) => row.getClientRects().length > 0)
            .map((row) => [(row.textContent ?? '').split(',')[0], row.classList.contains('own')]),
        );
      assert.deepEqual(rows, [
        [names[0], true],
        [names[1], false],
        [names[2], true],
        ['résumé.pdf', false],
      ]);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
      assert.deepEqual(await page.evaluate(lines_off, { across: 0.5, down: 1 }), []);
    });
  },
  site,
);
