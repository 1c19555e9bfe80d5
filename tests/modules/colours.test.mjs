// Which colours are no colour at all, in the words of getComputedStyle.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { is_clear } from '../../web/painted/altered_looks.js';

for (const colour of [
  'rgba(0, 0, 0, 0)',
  'rgba(12, 34, 56, 0)',
  'transparent',
  'color(srgb 1 0 0 / 0)',
  'oklch(0.5 0.1 200 / 0)',
]) {
  test(`${colour} is clear`, () => assert.equal(is_clear(colour), true));
}

for (const colour of [
  'rgb(0, 0, 0)',
  'rgba(0, 0, 0, 0.5)',
  'rgba(0, 0, 0, 0.01)',
  'rgb(10, 20, 0)',
  'color(srgb 1 0 0)',
  'color(srgb 1 0 0 / 0.2)',
  'oklch(0.5 0.1 0)',
]) {
  test(`${colour} is not`, () => assert.equal(is_clear(colour), false));
}
