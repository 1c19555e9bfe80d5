// How the filter compares what visitors type with what is in a row.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { haystack, matches } from '../../web/page/search_text.js';

const row = haystack("Saint Tammany Parish — Sheriff's Office, Slidell: (985) 555-0142 · Café Béarn");

for (const query of [
  'tammany',
  'TAMMANY',
  'saint slidell',
  'slidell saint',
  'tam sli',
  'sheriffs',
  "sheriff's",
  'sheriff’s',
  'cafe',
  'CAFÉ',
  'Béarn',
  'bearn',
]) {
  test(`«${query}» finds the row`, () => assert.equal(matches(row, query), true));
}

for (const query of ['baton', 'tammany baton', 'tammanyparish', 'slidel1', '985 556']) {
  test(`«${query}» does not`, () => assert.equal(matches(row, query), false));
}

for (const number of [
  '9855550142',
  '985-555-0142',
  '(985) 555-0142',
  '985 555 0142',
  '985.555.0142',
  '985 555',
  '5550142',
  '985–555–0142',
]) {
  test(`a telephone number is found as people type it: ${number}`, () => assert.equal(matches(row, number), true));
}

test('an accent is the same, in one letter or two', () => {
  assert.equal(matches(haystack('Jose\u0301'), 'jos\u00e9'), true);
  assert.equal(matches(haystack('Jos\u00e9'), 'jose\u0301'), true);
});

test('nothing typed, or only spaces and punctuation, finds everything', () => {
  for (const query of ['', '   ', ' - ', '.,;']) assert.equal(matches(row, query), true, `«${query}»`);
});

test('words that stand apart are not found as one number', () => {
  assert.equal(matches(haystack('Room 12, Floor 3'), '123'), false);
});

test('other scripts are compared too', () => {
  assert.equal(matches(haystack('Đà Nẵng · Νέα Ορλεάνη'), 'νεα'), true);
  assert.equal(matches(haystack('Đà Nẵng'), 'nang'), true);
});
