// Each of the 41 requirements of form-backend.md has a test with its number at the beginning of its title: «31: …», «17, 33: …».
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const tests = fileURLToPath(new URL('..', import.meta.url));

/** Node's tests, doctest's, and the store's contract, whose titles begin with `store:`. */
const title = /(?:\btest|\bcheck|TEST_CASE|SUBCASE)\w*\(\s*['"`](?:form-backend |store: )?(\d+(?:, \d+)*): /g;

/** @param {string} text */
const numbers_in = (text) => [...text.matchAll(title)].flatMap(([, numbers = '']) => numbers.split(', ').map(Number));

test('every requirement from 1 to 41 is named by a test', async () => {
  const names = (await readdir(tests, { recursive: true })).filter((name) => /(\.test\.mjs|_test\.cpp)$/.test(name));
  const texts = await Promise.all(names.map((name) => readFile(join(tests, name), 'utf8')));
  const tested = new Set(texts.flatMap(numbers_in));
  const missing = Array.from({ length: 41 }, (_, i) => i + 1).filter((number) => !tested.has(number));
  assert.deepEqual(missing, []);
});

test('titles are read as they are written', () => {
  assert.deepEqual(numbers_in(["test('form-backend 9: a'", 'TEST_CASE("store: 39, 40: b"', "test('in 12: c'"].join('\n')), [9, 39, 40]);
});
