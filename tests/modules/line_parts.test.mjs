// What becomes of a paragraph's text when it is cut into painted lines: no letter is lost or moved, and each line has its end.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cut_text } from '../../web/painted/line_parts.js';

/** @param {string[]} texts of the text nodes @param {[start: number, end: number, ends_line?: boolean][]} pieces */
function parts_of(texts, pieces) {
  const all = pieces.map(([start, end, ends_line = false]) => ({ start, end, ends_line }));
  const knife = { pieces: all, offset: 0, break_due: false };
  return texts.map((text) => cut_text(text, knife));
}

/**
 * @param {string[]} texts
 * @param {[start: number, end: number, ends_line?: boolean][]} pieces
 * @returns {string[]} the parts of a text node each: ink as it is, «|» an end of a line and «_» a gap, with their spaces
 */
function cut(texts, pieces) {
  const signs = { line: '', eol: '|', gap: '_' };
  return parts_of(texts, pieces).map((parts) => parts.map(([name, text]) => `[${signs[name]}${text}]`).join(''));
}

test('one line is one part', () => {
  assert.deepEqual(cut(['Call 988'], [[0, 8, true]]), ['[Call 988]']);
});

test('the space between two lines carries the break, and the last line has none', () => {
  assert.deepEqual(
    cut(
      ['one two'],
      [
        [0, 3, true],
        [4, 7, true],
      ],
    ),
    ['[one][| ][two]'],
  );
});

test('a line that ends at a dash gets an empty end, so that no letter moves', () => {
  assert.deepEqual(
    cut(
      ['well-being'],
      [
        [0, 5, true],
        [5, 10, true],
      ],
    ),
    ['[well-][|][being]'],
  );
});

test('spaces within a line are a gap, not an end', () => {
  assert.deepEqual(
    cut(
      ['a  b'],
      [
        [0, 1],
        [3, 4, true],
      ],
    ),
    ['[a][_  ][b]'],
  );
});

test('only the first of the spaces at the end of a line carries its break', () => {
  assert.deepEqual(
    cut(
      ['one ', ' two'],
      [
        [0, 3, true],
        [5, 8, true],
      ],
    ),
    ['[one][| ]', '[_ ][two]'],
  );
});

test('white space around the text of an element stays, and ends nothing', () => {
  assert.deepEqual(cut(['\n  word\n'], [[3, 7, true]]), ['[_\n  ][word][_\n]']);
});

test('a line goes on over text nodes: a link in the middle of it is in no other line', () => {
  assert.deepEqual(cut(['see ', 'our page', ' now'], [[0, 16, true]]), ['[see ]', '[our page]', '[ now]']);
  assert.deepEqual(
    cut(
      ['see ', 'our', ' page'],
      [
        [0, 7, true],
        [8, 12, true],
      ],
    ),
    ['[see ]', '[our]', '[| ][page]'],
  );
});

test('a line that ends where a text node does ends at the start of the next one', () => {
  assert.deepEqual(
    cut(
      ['one', ' two'],
      [
        [0, 3, true],
        [4, 7, true],
      ],
    ),
    ['[one]', '[| ][two]'],
  );
  assert.deepEqual(
    cut(
      ['one-', 'two'],
      [
        [0, 4, true],
        [4, 7, true],
      ],
    ),
    ['[one-]', '[|][two]'],
  );
});

test('offsets count UTF-16 units, as the DOM does: an emoji has two', () => {
  assert.deepEqual(
    cut(
      ['🙂 ok'],
      [
        [0, 2, true],
        [3, 5, true],
      ],
    ),
    ['[🙂][| ][ok]'],
  );
});

test('text without ink is all gap', () => {
  assert.deepEqual(cut(['  '], []), ['[_  ]']);
  assert.deepEqual(cut([''], []), ['']);
});

test('however a text is cut, its parts together are the text', () => {
  const texts = ['Crisis Intervention ', 'Team', ' (CIT) pro-\ngrams  are local.'];
  const all = texts.join('');
  for (let width = 1; width < all.length; ++width) {
    /** @type {[number, number, boolean][]} */
    const pieces = [];
    for (let at = 0; at < all.length; at += width) {
      const line = all.slice(at, at + width);
      const start = at + line.length - line.trimStart().length;
      if (line.trim()) pieces.push([start, start + line.trim().length, true]);
    }
    const parts = parts_of(texts, pieces);
    assert.deepEqual(
      parts.map((node) => node.map(([, text]) => text).join('')),
      texts,
      `lines of ${width}`,
    );
    assert.equal(parts.flat().filter(([name]) => name === 'eol').length, pieces.length - 1, `lines of ${width}`);
  }
});
