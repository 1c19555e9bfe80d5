// The shell scripts run under `set -euo pipefail`: what only tells of the tests must not be able to end them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
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

test('a toolchain with other versions is told and taken, one with other bytes is refused', async () => {
  const lock = join(folder, 'toolchain.lock');
  const contents = join(folder, 'contents');
  const architecture = spawnSync('dpkg', ['--print-architecture'], { encoding: 'utf8' }).stdout.trim();
  await writeFile(
    lock,
    `# architecture ${architecture}\nnpm:node 22 aa\nclang 21 bb\nemscripten 6.0.5 cc\nmd4c 1 dd\n`,
  );
  const check = `lock=${lock}; check_pins ${contents}`;

  await writeFile(contents, 'clang 21 bb\nemscripten 6.0.5 cc\nmd4c 1 dd\n');
  assert.deepEqual({ ...shell(check), pid: 0 }, { ...shell('true'), pid: 0 });

  await writeFile(contents, 'clang 22 ee\nemscripten 6.0.5 cc\nlld 21 ff\n');
  const moved = shell(check);
  assert.equal(moved.status, 0);
  assert.match(moved.stderr, /the mirror has moved on: 3 of .*moved clang 21 22\n *moved lld - 21\n *moved md4c 1 -/s);
  assert.match(moved.stderr, /\.\/dev setup --move-pin/);
  const strict = shell(`export LACIT_PINNED=1; ${check}`);
  assert.equal(strict.status, 1);
  assert.match(strict.stderr, /LACIT_PINNED asks for the pinned toolchain/);

  await writeFile(contents, 'clang 21 bb\nemscripten 6.0.5 c0\nmd4c 1 dd\n');
  const forged = shell(check);
  assert.equal(forged.status, 1);
  assert.match(forged.stderr, /same versions, but other bytes .*: emscripten; find out who changed them/);
});

test('no script hands a pipe to a reader that leaves before its end', async () => {
  for (const name of await readdir(join(root, 'scripts/dev'))) {
    const words = (await readFile(join(root, 'scripts/dev', name), 'utf8')).replace(/^ *#.*$/gm, '');
    assert.doesNotMatch(words, /\| *(head|grep -\w*[qm])\b/, `${name}: use first_lines, or a test of the whole`);
  }
});

test('the test files that took longest begin first, unknown ones before them', async () => {
  const own = join(folder, 'own', 'page');
  await mkdir(own, { recursive: true });
  await writeFile(join(own, 'short.log.time'), '7 s  tests/browser/page/short.test.mjs\n');
  await writeFile(join(own, 'long.log.time'), '81 s  tests/browser/page/long.test.mjs\n');
  const names = 'page/short\\npage/new\\npage/long\\n';
  const { stdout, stderr } = shell(
    `cache=$logs/cache; keep_times browser "$logs/own"; printf '${names}' | by_length browser`,
  );
  assert.equal(stdout, 'page/new\npage/long\npage/short\ndone\n', stderr);
});
