// The shell scripts run under `set -euo pipefail`: what only tells of the tests must not be able to end them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'lacit-scripts-'));
after(() => rm(folder, { recursive: true }));

/** @param {string} commands in a shell that has ./dev's settings and the functions of `./dev test` */
function shell(commands) {
  const script = `set -euo pipefail; source scripts/dev/lib.sh; source scripts/dev/test.sh; logs=$1; ${commands}; echo done`;
  const env = { ...process.env, LACIT_ROOT: root };
  return spawnSync('bash', ['-c', script, 'bash', folder], { cwd: root, env, encoding: 'utf8' });
}

test('naming the slowest of many files, or the complaints of a long log, ends nothing', async () => {
  await writeFile(join(folder, 'tests.begin'), '');
  const times = Array.from({ length: 40_000 }, (_, n) => `${n} s tests/a/file/with/a/long/name/${n}.test.mjs\n`);
  await writeFile(join(folder, 'many.time'), times.join(''));
  await writeFile(join(folder, 'long.log'), 'not ok 1 - something that a visitor would notice\n'.repeat(40_000));
  const { status, stdout, stderr } = shell('touch "$logs/many.time"; name_slowest; tally long 1 0 7');
  assert.equal(status, 0, stderr);
  assert.equal(stdout, 'done\n');
  assert.match(stderr, /The slowest files:\n39999 s/);
  assert.doesNotMatch(stderr, /\n39989 s/);
  assert.match(stderr, /long: FAILED \(0 passed, 7 failed\)/);
});

test('no script hands a pipe to a reader that leaves before its end', async () => {
  for (const name of await readdir(join(root, 'scripts/dev'))) {
    const words = (await readFile(join(root, 'scripts/dev', name), 'utf8')).replace(/^ *#.*$/gm, '');
    assert.doesNotMatch(words, /\| *(head|grep -\w*[qm])\b/, `${name}: use first_lines, or a test of the whole`);
  }
});
