// The arithmetic of magnified pictures: what is under the fingers stays there, and no gap opens at a side.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bounded, fitted, largest_scale, whole, zoomed } from '../../web/lightbox/zoom.js';

const stage = { width: 1000, height: 600 };
const picture = { width: 800, height: 600 };

/** Where a point of the picture, from its middle at scale 1, is on the stage. */
const on_stage = (
  /** @type {import('../../web/lightbox/zoom.js').View} */ view,
  /** @type {{ x: number, y: number }} */ { x, y },
) => ({ x: view.x + x * view.scale, y: view.y + y * view.scale });

test('what lies under the point stays under it, from any view, in and out', () => {
  for (const point of [
    { x: 0, y: 0 },
    { x: 300, y: -200 },
    { x: -120, y: 75 },
  ]) {
    for (const view of [whole, { scale: 2, x: 40, y: -30 }, { scale: 4, x: -300, y: 120 }]) {
      const under = { x: (point.x - view.x) / view.scale, y: (point.y - view.y) / view.scale };
      for (const factor of [0.5, 1.1, 3]) {
        const after = on_stage(zoomed(view, factor, point), under);
        assert.ok(
          Math.abs(after.x - point.x) < 1e-9 && Math.abs(after.y - point.y) < 1e-9,
          JSON.stringify({ point, view, factor, after }),
        );
      }
    }
  }
});

test('it is never larger than the largest scale, nor smaller than whole', () => {
  assert.equal(zoomed(whole, 100, { x: 10, y: 10 }).scale, largest_scale);
  assert.equal(zoomed({ scale: 3, x: 0, y: 0 }, 0.01, { x: 10, y: 10 }).scale, 1);
  assert.equal(bounded({ scale: 99, x: 0, y: 0 }, picture, stage).scale, largest_scale);
  assert.equal(bounded({ scale: 0.2, x: 0, y: 0 }, picture, stage).scale, 1);
});

test('at the largest scale, more of it moves nothing', () => {
  const view = { scale: largest_scale, x: 55, y: -20 };
  assert.deepEqual(zoomed(view, 2, { x: 400, y: 100 }), view);
});

test('a picture that is smaller than the stage stays in its middle', () => {
  const { scale, x, y } = bounded({ scale: 1, x: 90, y: -45 }, picture, stage);
  assert.ok(scale === 1 && x === 0 && y === 0, JSON.stringify({ scale, x, y }));
});

test('a side of it comes as far as the edge of the stage, and no further', () => {
  // At twice its size it is 1600 × 1200: 300 px of it stand out on each side, 300 px above and below.
  assert.deepEqual(bounded({ scale: 2, x: 1000, y: -1000 }, picture, stage), { scale: 2, x: 300, y: -300 });
  assert.deepEqual(bounded({ scale: 2, x: -299, y: 299 }, picture, stage), { scale: 2, x: -299, y: 299 });
});

test('each direction is bounded by itself: a wide panorama moves sideways only', () => {
  assert.deepEqual(bounded({ scale: 2, x: 500, y: 50 }, { width: 1000, height: 100 }, stage), {
    scale: 2,
    x: 500,
    y: 0,
  });
});

test('whole, a picture fills the stage in one direction, and keeps its shape', () => {
  assert.deepEqual(fitted({ width: 4000, height: 3000 }, stage, false), { width: 800, height: 600 });
  assert.deepEqual(fitted({ width: 4000, height: 1000 }, stage, false), { width: 1000, height: 250 });
});

test('a photo is not blurred beyond its own pixels; a drawing has none', () => {
  assert.deepEqual(fitted({ width: 400, height: 300 }, stage, false), { width: 400, height: 300 });
  assert.deepEqual(fitted({ width: 400, height: 300 }, stage, true), { width: 800, height: 600 });
});

test('a stage without room, as in a window that closes, gives nothing and nothing below it', () => {
  assert.deepEqual(fitted(picture, { width: -20, height: 600 }, false), { width: 0, height: 0 });
});
