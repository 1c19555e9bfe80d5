// How much of the window the canvas shows, and how sharp: letters do not blur, and memory is bounded.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { covers, sharp_area, soft_area } from '../../web/painted/canvas_area.js';

const most_pixels = 9e6;

/**
 * @param {number} width @param {number} height @param {number} ratio
 * @param {number} scale @param {number} [offsetLeft] @param {number} [offsetTop]
 */
const view_of = (width, height, ratio, scale, offsetLeft = 0, offsetTop = 0) => {
  const seen = { scale, width: width / scale, height: height / scale, offsetLeft, offsetTop };
  return /** @type {const} */ ([width, height, ratio, seen]);
};

const phone = view_of(390, 844, 3, 1);

test('unmagnified, it is the window at the pixels of the screen', () => {
  const whole = { x: 0, y: 0, width: 390, height: 844 };
  assert.deepEqual(sharp_area(...phone), { ratio: 3, area: { x: 0, y: 0, width: 1170, height: 2532 }, place: whole });
  assert.deepEqual(soft_area(...phone), sharp_area(...phone));
});

test('a browser without a visual viewport has its window', () => {
  assert.deepEqual(sharp_area(390, 844, 3, null), sharp_area(...phone));
  assert.equal(covers(sharp_area(...phone), null), true);
});

test('a page that is wider than its window is not drawn softer than the screen', () => {
  assert.equal(sharp_area(...view_of(390, 844, 3, 0.5)).ratio, 3);
});

test('magnified a little, all of the window has as many more pixels', () => {
  const { ratio, place } = sharp_area(...view_of(390, 844, 2, 1.5));
  assert.equal(ratio, 3);
  assert.deepEqual(place, { x: 0, y: 0, width: 390, height: 844 });
});

test('magnified much, what is seen is in it, as sharp as it is magnified, and memory is bounded', () => {
  for (const scale of [2, 3, 4, 5]) {
    for (const [left, top] of [
      [0, 0],
      [100, 300],
      [390 - 390 / scale, 844 - 844 / scale],
    ]) {
      const view = view_of(390, 844, 3, scale, left, top);
      const shown = sharp_area(...view);
      assert.ok(covers(shown, view[3]), JSON.stringify({ scale, left, top, shown }));
      assert.ok(
        shown.area.width * shown.area.height <= most_pixels * 1.01,
        `${scale}: ${shown.area.width} × ${shown.area.height}`,
      );
      assert.ok(shown.ratio >= Math.min(8, 3 * scale) * 0.99, `${scale}: ${shown.ratio}`);
    }
  }
});

test('no letter needs more than 8 pixels a CSS pixel', () => {
  assert.equal(sharp_area(...view_of(200, 200, 3, 10)).ratio, 8);
});

test('what it shows lies in the window', () => {
  for (const [left, top] of [
    [0, 0],
    [312, 675],
    [150.3, 333.7],
  ]) {
    const { place } = sharp_area(...view_of(390, 844, 3, 5, left, top));
    assert.ok(
      place.x >= 0 && place.y >= 0 && place.x + place.width <= 390 && place.y + place.height <= 844,
      JSON.stringify(place),
    );
  }
});

test('a screen of more pixels than the bound is drawn with all of them, never softer', () => {
  const screen = view_of(3840, 2160, 2, 1.2, 50, 50);
  assert.ok(sharp_area(...screen).ratio >= 2);
  assert.equal(soft_area(...screen).ratio, 2);
});

test('while fingers move nothing of the window is missing', () => {
  for (const scale of [1, 2, 5]) {
    const { place, area } = soft_area(...view_of(390, 844, 3, scale, 20, 20));
    assert.deepEqual(place, { x: 0, y: 0, width: 390, height: 844 });
    assert.ok(area.width * area.height <= most_pixels * 1.01);
  }
});

test('it is told when what is seen has left what the canvas shows; a rounding is no leaving', () => {
  const shown = {
    ratio: 9,
    area: { x: 900, y: 1800, width: 900, height: 900 },
    place: { x: 100, y: 200, width: 100, height: 100 },
  };
  const seen = (/** @type {number} */ offsetLeft, /** @type {number} */ offsetTop) => ({
    scale: 5,
    width: 78,
    height: 90,
    offsetLeft,
    offsetTop,
  });
  assert.equal(covers(shown, seen(110, 205)), true);
  assert.equal(covers(shown, seen(99.4, 210.6)), true);
  assert.equal(covers(shown, seen(98, 205)), false);
  assert.equal(covers(shown, seen(124, 205)), false);
  assert.equal(covers(shown, seen(110, 198)), false);
  assert.equal(covers(shown, seen(110, 212)), false);
});
