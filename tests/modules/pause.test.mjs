// Work in pieces: all of it, in its order, with room between for what else is to be done.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { in_pieces, pause } from '../../web/painted/pause.js';

test('steps are done in their order, each once', async () => {
  /** @type {number[]} */
  const done = [];
  await in_pieces([1, 2, 3].map((step) => () => done.push(step)));
  assert.deepEqual(done, [1, 2, 3]);
});

test('a pause ends the task: what waits comes before what follows', async () => {
  let others = 0;
  setImmediate(() => (others += 1));
  await pause();
  await pause();
  assert.equal(others, 1);
});

test('long work leaves room for others between its steps', async (context) => {
  // Each step takes 3 ms of the test's clock, so that two of them are as much as a task may have.
  let now = 0;
  context.mock.method(performance, 'now', () => now);
  let tasks = 0;
  let running = true;
  const count = () => {
    tasks += 1;
    if (running) setImmediate(count);
  };
  setImmediate(count);
  await in_pieces(Array.from({ length: 20 }, () => () => (now += 3)));
  running = false;
  assert.ok(tasks >= 9, `${tasks} tasks of others between 20 steps`);
});

test('what a step throws ends the work, and is told', async () => {
  let later = false;
  const steps = [
    () => {
      throw new Error('broken');
    },
    () => (later = true),
  ];
  await assert.rejects(in_pieces(steps), /broken/);
  assert.equal(later, false);
});

test('steps are made one by one: what is to be done may depend on what was done', async () => {
  let pieces = 0;
  await in_pieces(
    (function* steps() {
      while (pieces < 5) yield () => (pieces += 1);
    })(),
  );
  assert.equal(pieces, 5);
});
