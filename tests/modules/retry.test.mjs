// When something that failed is tried again. The clock is the test's own.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Retry, when_quiet } from '../../web/painted/retry.js';

/** @param {import('node:test').TestContext} context @returns {(ms: number) => void} lets time pass */
function clock(context) {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  let now = 50_000;
  context.mock.method(performance, 'now', () => now);
  return (ms) => {
    now += ms;
    context.mock.timers.tick(ms);
  };
}

test('it is tried at once, then less and less often', (context) => {
  const pass = clock(context);
  const retry = new Retry();
  /** @type {number[]} */
  const tried = [];
  for (let second = 0; second <= 40; second += 1) {
    if (retry.is_due()) tried.push(second);
    pass(1000);
  }
  assert.deepEqual(tried, [0, 2, 6, 14, 30]);
});

test('each thing that failed has its own time', (context) => {
  clock(context);
  const [one, other] = [new Retry(), new Retry()];
  assert.equal(one.is_due(), true);
  assert.equal(one.is_due(), false);
  assert.equal(other.is_due(), true);
});

test('work waits until it is asked for no more, and is done once', (context) => {
  const pass = clock(context);
  let done = 0;
  const ask = when_quiet(() => (done += 1));
  for (let frame = 0; frame < 60; frame += 1) {
    ask();
    pass(16);
  }
  assert.equal(done, 0);
  pass(100);
  assert.equal(done, 1);
  pass(10_000);
  assert.equal(done, 1);
  ask();
  pass(100);
  assert.equal(done, 2);
});
