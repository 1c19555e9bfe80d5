// Both views break lines at the same places: strings of all sorts, at many widths. Chromium's own breaking is the measure.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { build_words } from '../../support/words_site.mjs';
import { settled } from '../support/browser.mjs';
import { suite } from '../support/suite.mjs';

const joints = [
  ...[
    '-',
    '--',
    '–',
    '—',
    '/',
    '//',
    '.',
    ',',
    ':',
    ';',
    '!',
    '?',
    '…',
    '·',
    '•',
    '|',
    '\\',
    '_',
    '+',
    '=',
    '~',
    '#',
    '@',
    '&',
    '%',
  ],
  ...[
    '\u00a0',
    '\u2009',
    '\u2044',
    '$',
    '€',
    '°',
    '±',
    '×',
    '*',
    '^',
    "'",
    '"',
    '’',
    '“',
    '”',
    '«',
    '»',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
  ],
  ...[
    '<',
    '>',
    ')(',
    ').',
    '),',
    '?!',
    '!(',
    '-(',
    '-$',
    '/é',
    '?"',
    '—“',
    '”—',
    '...',
    '-—',
    '–-',
    '—-',
    '.)(',
    '%(',
    '&(',
  ],
];
/** Letters, digits and both around each. */
const around = [
  ['word', 'other'],
  ['504', '555'],
  ['room', '12'],
  ['9', 'pm'],
  ['é', 'ü'],
];
const sentences = [
  'Call 504-555-0199 or 1-800-273-8255, 24/7, and press 1-2-3.',
  'See https://example.org/a/b-c/d.html?x=1&y=2#top or write to first.last@example.org today.',
  'Open 9:00–17:30 Mon.–Fri., e.g. on 2026-11-27 (or 11/27/2026) at -5 °C, +40 % and $1,000.50.',
  'A well-being check—not an arrest—saves time,money and lives;ask us:we answer!Really?Yes…always.',
  '“Quoted” words, ‘single’ ones, «guillemets» and "plain" ones stand (in brackets) [or these] {too}.',
  'C++/C#, AT&T, R&D, A*B=C, 50%/50%, x>y, y<z, ~20, #hash, @name, under_score and back\\slash.',
  'a  b   c    d: several spaces are one, in every view, and none of them is seen at the end of a line.',
  'One\u00a0two\u00a0three stay together, as do 5\u00a0km and Mr.\u00a0Smith, though\u00a0\u00a0two such spaces are two.',
  'Part-time and full-time, co-responder-led, 3-year-old, pre-1990, post-COVID-19, T-shirt, -x and --long-option.',
];
const strings = [
  ...sentences,
  ...joints.flatMap((joint) =>
    around.map(([a, b]) => `Some words before ${a}${joint}${b} and ${a} ${joint}${b} after ${a}${joint} ${b} them`),
  ),
];
const widths = [320, 334, 347, 360, 391, 412, 455, 520, 600];

const work = mkdtempSync(join(tmpdir(), 'lacit-breaks-'));
after(() => rmSync(work, { recursive: true, force: true }));
const site = build_words(strings, work);

/** Runs in the page. @returns {string[]} of each paragraph its lines, joined by line breaks, without the spaces at their ends */
function lines() {
  return [...document.querySelectorAll('main .prose p, main p.paragraph')].map((block) => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const letter = document.createRange();
    let text = '';
    let last = NaN;
    while (walker.nextNode()) {
      const node = /** @type {Text} */ (walker.currentNode);
      for (let i = 0; i < node.length; i += 1) {
        letter.setStart(node, i);
        letter.setEnd(node, i + 1);
        const box = letter.getBoundingClientRect();
        if (box.width > 0 && box.top > last + 4) text += '\n';
        if (box.width > 0) last = box.top;
        text += node.data[i];
      }
    }
    return text.replace(/ +\n/g, '\n').replace(/ *\n */g, '\n');
  });
}

await suite(
  'line breaks',
  (check, view) => {
    if (view === 'plain') return;
    check(
      `11.C14: ${strings.length} strings break alike in both views at ${widths.length} widths`,
      async ({ visit }) => {
        assert.ok(strings.length >= 200);
        const painted = await visit('/words/', { viewport: { width: 320, height: 900 } });
        const plain = await visit('/words/', {
          viewport: { width: 320, height: 900 },
          storage: { 'lacit.view': 'plain' },
          view: 'plain',
        });
        await plain.evaluate(() => document.fonts.ready);
        /** @type {{ width: number, ours: string | undefined, theirs: string }[]} */
        const different = [];
        for (const width of widths) {
          for (const [page, wanted] of /** @type {const} */ ([
            [painted, 'painted'],
            [plain, 'plain'],
          ])) {
            await page.setViewportSize({ width, height: 900 });
            await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
            await settled(page, wanted);
          }
          const [ours, theirs] = [await painted.evaluate(lines), await plain.evaluate(lines)];
          assert.equal(ours.length, theirs.length);
          assert.ok(ours.length >= strings.length);
          theirs.forEach((text, i) => text !== ours[i] && different.push({ width, ours: ours[i], theirs: text }));
        }
        assert.deepEqual(different.slice(0, 12), [], `${different.length} differ`);
      },
    );
  },
  site,
);
