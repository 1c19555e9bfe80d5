// The sentences of a form, as pages carry them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { words_of } from '../../web/forms/words.js';

/** @param {string} [value] */
const say_of = (value) => words_of(/** @type {HTMLFormElement} */ ({ dataset: value === undefined ? {} : { value } }));

const say = say_of(
  'sending=Sending {part} %\nleft={files} files, {files} left\nsum=2 + 2 = 4\nfailed=It did not work.\n=no code',
);

test('a code has its sentence', () => assert.equal(say('failed'), 'It did not work.'));

test('places are filled in, numbers and words, wherever they stand', () => {
  assert.equal(say('sending', { part: 40 }), 'Sending 40 %');
  assert.equal(say('left', { files: 'three' }), 'three files, three left');
});

test('a place that is not filled in stays as it is', () => assert.equal(say('sending'), 'Sending {part} %'));

test('an equals sign in a sentence belongs to it', () => assert.equal(say('sum'), '2 + 2 = 4'));

test('what a visitor named a file cannot write into the sentence', () => {
  for (const name of ['$&', '$1', '$$', '{files}']) assert.equal(say('sending', { part: name }), `Sending ${name} %`);
});

test('of an unknown code a form says that it did not work', () => assert.equal(say('new_code'), 'It did not work.'));

test('a page without sentences says the code, so that it can be looked for', () => {
  assert.equal(say_of('')('lost'), 'lost');
  assert.equal(say_of()('lost'), 'lost');
});
