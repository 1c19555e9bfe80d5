// Each requirement of docs/requirements.md has a test with its number at the beginning of its title: «31: …», «17, 33: …»,
// «11.A4: …»; and no title begins with a number that is none.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const tests = fileURLToPath(new URL('..', import.meta.url));
const number = String.raw`\d+(?:\.[A-Z]\d+)?`;

/** Node's tests and doctest's, also those whose titles begin with what is tested: `store: 39: …`. */
const title = new RegExp(
  String.raw`(?:\btest|\bcheck|TEST_CASE|SUBCASE)\w*\(\s*['"\`](?:form-backend |[a-z]+: )?(${number}(?:, ${number})*): `,
  'g',
);

/** @param {string} text */
const numbers_in = (text) => [...text.matchAll(title)].flatMap(([, numbers = '']) => numbers.split(', '));

/** As the list has them: `- **26** An upload …`. @param {string} text */
const required_by = (text) =>
  [...text.matchAll(new RegExp(String.raw`^- \*\*(${number})\*\* \S`, 'gm'))].map(([, found = '']) => found);

const required = required_by(await readFile(join(tests, '../docs/requirements.md'), 'utf8'));
const names = (await readdir(tests, { recursive: true })).filter((name) => /(\.test\.mjs|_test\.cpp)$/.test(name));
const files = await Promise.all(
  names.map(async (name) => ({ name, numbers: numbers_in(await readFile(join(tests, name), 'utf8')) })),
);

test('every requirement is named by a test, and its number stands once', () => {
  assert.ok(required.length >= 41);
  assert.deepEqual(
    required.filter((one, index) => required.indexOf(one) !== index),
    [],
  );
  const tested = new Set(files.flatMap(({ numbers }) => numbers));
  assert.deepEqual(
    required.filter((one) => !tested.has(one)),
    [],
  );
});

test('every number at the beginning of a title is a requirement', () => {
  const unknown = files.flatMap(({ name, numbers }) =>
    numbers.filter((one) => !required.includes(one)).map((one) => `${name}: ${one}`),
  );
  assert.deepEqual(unknown, []);
});

test('titles and requirements are read as they are written', () => {
  const titles = [
    "test('form-backend 9: a'",
    'TEST_CASE("store: 39, 40: b"',
    "test('in 12: c'",
    "test('7, 11.A8: d'",
    "check('SHA-256: e'",
  ];
  assert.deepEqual(numbers_in(titles.join('\n')), ['9', '39', '40', '7', '11.A8']);
  assert.deepEqual(
    required_by('- **26** An upload.\n- **11.A1** A path.\n- **Not** one.\n**27** Nor this.\n- **28**'),
    ['26', '11.A1'],
  );
});
