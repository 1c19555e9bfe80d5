// Which blocks of text are looked at: those that the window shows or nearly shows, each from its first line.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blocks_near, count_blocks, fragment_stride } from '../../web/painted/fragments.js';

/** @param {[id: number, top: number][]} lines */
const fragments_of = (lines) => new Float32Array(lines.flatMap(([id, top]) => [id, 0, 5, 1, 0, top, 100, 24]));

/** @param {[id: number, top: number][]} lines @param {number} scroll @param {boolean} [all] @returns {number[][]} id and line */
const near = (lines, scroll, all = false) =>
  [...blocks_near(fragments_of(lines), scroll, 600, all)].map(([id, first]) => [id, first / fragment_stride]);

test('lines of one block count once, however many they are', () => {
  assert.equal(
    count_blocks(
      fragments_of([
        [1, 0],
        [1, 24],
        [2, 48],
        [3, 72],
        [3, 96],
      ]),
    ),
    3,
  );
  assert.equal(count_blocks(new Float32Array()), 0);
});

test('what is far below or far above is not looked at', () => {
  assert.deepEqual(
    near(
      [
        [1, 2500],
        [2, 5000],
        [3, 9000],
      ],
      5000,
    ),
    [[2, 1]],
  );
});

test('what the window nearly shows is', () => {
  assert.deepEqual(
    near(
      [
        [1, 4799],
        [2, 4801],
        [3, 5799],
        [4, 5801],
      ],
      5000,
    ),
    [
      [2, 1],
      [3, 2],
    ],
  );
});

test('a block of which the window shows some line in the middle is looked at from its first line', () => {
  assert.deepEqual(
    near(
      [
        [1, 100],
        [7, 4000],
        [7, 4500],
        [7, 5100],
        [8, 9000],
      ],
      5000,
    ),
    [
      [1, 0],
      [7, 1],
    ],
  );
});

test('what is pinned counts from the top of the window, so the top of the page is always looked at', () => {
  assert.deepEqual(
    near(
      [
        [1, 10],
        [2, 3000],
      ],
      20_000,
    ),
    [[1, 0]],
  );
});

test('all of the page is all of its blocks', () => {
  assert.deepEqual(
    near(
      [
        [1, 10],
        [2, 3000],
        [3, 9000],
      ],
      0,
      true,
    ),
    [
      [1, 0],
      [2, 1],
      [3, 2],
    ],
  );
});
