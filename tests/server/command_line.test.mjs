// What an operator asks the program and ./dev: which build runs, and what the verbs do.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { run } from './support/process.mjs';

const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));
/** @type {string} */
let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lacit-command-line-'));
});
after(() => rm(folder, { recursive: true, force: true }));

/** @param {string} command @param {string[]} args @param {string} [cwd] */
const say = (command, args, cwd = root) => spawnSync(command, args, { cwd, encoding: 'utf8' }).stdout.trim();

test('lacit says which build it is: the version of CMakeLists.txt, and a commit of this repository', async () => {
  const { out, code, err } = await run(['--version']);
  assert.deepEqual([code, err], [0, '']);
  assert.deepEqual(await run(['version']), { code: 0, out, err: '' });
  const [, version] = /project\(lacit VERSION (\S+)/.exec(await readFile(join(root, 'CMakeLists.txt'), 'utf8')) ?? [];
  const [, said, commit] = /^lacit (\S+?)(?: \(([0-9a-f]{12})(?:, changed)?\))?\n$/.exec(out) ?? [];
  assert.equal(said, version, out);
  if (say('git', ['rev-parse', '--show-cdup']) === '' && say('git', ['rev-parse', 'HEAD']) !== '') {
    assert.equal(say('git', ['cat-file', '-t', commit ?? '']), 'commit', out);
  }
  const { out: help } = await run(['--help']);
  assert.match(help, /--version +Say which build this is/);
  assert.match(help, /^ {2}version +Say which build this is$/m);
});

/** What the script that every build runs writes. @param {string} source_folder */
async function version_of(source_folder) {
  const file = join(folder, 'version.cpp');
  const made = spawnSync(
    'cmake',
    [
      `-DSOURCE_FOLDER=${source_folder}`,
      '-DVERSION=1.2.3',
      `-DFILE=${file}`,
      '-P',
      join(root, 'cmake/LacitVersion.cmake'),
    ],
    { encoding: 'utf8' },
  );
  assert.equal(made.status, 0, made.stderr);
  return { file, version: /return "(.*)"/.exec(await readFile(file, 'utf8'))?.[1] };
}

test('the version is written anew only where commit or changes are other ones, and names no clone around it', async () => {
  const clone = join(folder, 'clone');
  await mkdir(join(clone, 'unpacked'), { recursive: true });
  assert.equal((await version_of(clone)).version, 'lacit 1.2.3');
  say('git', ['init', '-q'], clone);
  assert.equal((await version_of(clone)).version, 'lacit 1.2.3', 'no commit yet');
  await writeFile(join(clone, 'a'), 'a');
  say('git', ['add', 'a'], clone);
  say('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', 'commit', '-qm', 'a'], clone);
  const commit = say('git', ['rev-parse', '--short=12', 'HEAD'], clone);
  const { file, version } = await version_of(clone);
  assert.equal(version, `lacit 1.2.3 (${commit})`);
  await chmod(file, 0o444);
  const { mtimeMs } = await stat(file);
  await version_of(clone);
  assert.equal((await stat(file)).mtimeMs, mtimeMs, 'nothing is compiled for nothing');
  await writeFile(join(clone, 'a'), 'b');
  assert.equal((await version_of(clone)).version, `lacit 1.2.3 (${commit}, changed)`);
  assert.equal((await version_of(join(clone, 'unpacked'))).version, 'lacit 1.2.3');
});

/** The program's arguments as a verb of ./dev gives them. @param {string} verb @param {string} args */
async function started(verb, args) {
  await mkdir(join(folder, 'bin'), { recursive: true });
  await writeFile(join(folder, 'bin/lacit'), '#!/bin/sh\necho "$@"\n', { mode: 0o755 });
  const script = `cd "$LACIT_ROOT"; source scripts/dev/lib.sh; source scripts/dev/${verb}.sh; build=$FOLDER; dev_build() { :; }; dev_${verb} ${args}`;
  const { stdout, stderr } = spawnSync('bash', ['-euo', 'pipefail', '-c', script], {
    encoding: 'utf8',
    timeout: 20_000,
    env: { ...process.env, LACIT_ROOT: root, FOLDER: folder },
  });
  assert.equal(stderr, '');
  return stdout.trim();
}

test('./dev preview serves as ./dev serve does, forms and flags too, and its help says what it does besides', async () => {
  for (const args of ['', '--port 0 --data /elsewhere']) {
    const served = await started('serve', args);
    assert.equal(await started('preview', args), served);
    assert.ok(
      served.startsWith(`serve --site ${folder}/site --data ${join(root, 'data')}`) && served.endsWith(args),
      served,
    );
  }
  const help = say('./dev', ['help']);
  for (const verb of ['serve', 'preview'])
    assert.match(help, new RegExp(`^\\./dev ${verb} \\[--port N\\] \\[--data DIR\\]$`, 'm'));
  assert.match(help, /as serve, and after each save in content\/ or web\/css\/ the site is built again/);
});
