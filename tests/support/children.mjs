// Programs that tests start, and that must not outlive a test that fails before it stops them.

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** @type {Set<ChildProcess>} */
const running = new Set();
process.once('exit', () => {
  for (const child of running) child.kill('SIGTERM');
});

/** @template {ChildProcess} Child @param {Child} child @returns {Child} */
export function leashed(child) {
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}
