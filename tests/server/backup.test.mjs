// `lacit inbox backup` and its way back; and that what cannot be printed is no success.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { good, json, post, program, proof, serve_forms, sqlite } from './support/forms.mjs';
import { start_postgres } from './support/postgres.mjs';
import { run } from './support/process.mjs';

/** @type {import('./support/forms.mjs').FormServer} */
let server;
/** @type {string} */
let folder;
before(async () => {
  server = await serve_forms();
  folder = await mkdtemp(join(tmpdir(), 'lacit-backup-'));
});
after(async () => {
  await server.end();
  await rm(folder, { recursive: true, force: true });
});

const send = async (fields = {}) => post(server.origin, { ...good, altcha: await proof(server.origin), ...fields });
const mode = async (/** @type {string} */ path) => ((await stat(path)).mode & 0o777).toString(8);

test('11.A7: a backup under load is whole, its owner’s alone, overwrites nothing, and brings everything back', async () => {
  const before_it = /** @type {string[]} */ ([]);
  for (let i = 0; i < 4; i += 1)
    before_it.push((await json(await send({ attachments: new File([`file ${i}`], 'a.txt') }))).reference);
  let loading = true;
  const load = Promise.all(
    [0, 1, 2].map(async () => {
      while (loading) assert.equal((await send()).status, 201);
    }),
  );
  const file = join(folder, 'one.sqlite');
  const done = await server.inbox('backup', file);
  loading = false;
  await load;
  assert.equal(done.code, 0, done.err);
  assert.match(
    done.out,
    /^\d+ messages are in .*one\.sqlite, 4 attached files in .*one\.sqlite-files\. What is deleted later stays in them/,
  );
  assert.equal(await mode(file), '600');
  assert.equal(await mode(`${file}-files`), '700');
  assert.deepEqual((await readdir(folder)).sort(), ['one.sqlite', 'one.sqlite-files']);
  assert.equal(await sqlite(file, 'PRAGMA integrity_check'), "[('ok',)]");
  const bytes = await readFile(file);
  const again = await server.inbox('backup', file);
  assert.equal(again.code, 1);
  assert.match(again.err, /one\.sqlite is there already, and a backup overwrites nothing/);
  assert.deepEqual(await readFile(file), bytes);
  assert.match(
    await sqlite(join(server.data, 'lacit.sqlite'), "SELECT action FROM audit WHERE action = 'backup'"),
    /backup/,
  );

  const data = join(folder, 'restored');
  await mkdir(data);
  await cp(file, join(data, 'lacit.sqlite'));
  await cp(`${file}-files`, join(data, 'files'), { recursive: true });
  const restored = await serve_forms([], data);
  for (const [i, reference] of before_it.entries()) {
    const shown = await restored.inbox('show', reference);
    const [, path = ''] = /: (\/\S+\/files\/\w+)/.exec(shown.out) ?? [];
    assert.equal(await readFile(path, 'utf8'), `file ${i}`);
  }
  assert.equal((await post(restored.origin, { ...good, altcha: await proof(restored.origin) })).status, 201);
  await restored.stop();
});

test('11.A7: a backup that cannot be finished leaves nothing, and says why', async () => {
  const nowhere = await server.inbox('backup', join(folder, 'no', 'folder', 'x.sqlite'));
  assert.equal(nowhere.code, 1);
  assert.match(nowhere.err, /x\.sqlite cannot be written/);
  await mkdir(join(folder, 'two.sqlite-files'));
  assert.match((await server.inbox('backup', join(folder, 'two.sqlite'))).err, /two\.sqlite-files is there already/);
  assert.deepEqual(
    (await readdir(folder)).filter((name) => name.startsWith('two.sqlite') && name !== 'two.sqlite-files'),
    [],
  );
});

test('11.A7: of PostgreSQL it names the program that copies it', async () => {
  const postgres = await start_postgres();
  await postgres.make('lacit');
  const refused = await run([
    'inbox',
    'backup',
    join(folder, 'three'),
    '--data',
    folder,
    '--database',
    postgres.url('lacit'),
  ]);
  assert.equal(refused.code, 1);
  assert.match(refused.err, /pg_dump, and then the folder .*\/files/);
  await postgres.end();
});

/** With standard output there. @param {string} out @param {string[]} args */
async function run_into(out, args) {
  const descriptor = openSync(out, 'w');
  const child = spawn(program, args, { stdio: ['ignore', descriptor, 'pipe'] });
  closeSync(descriptor);
  let err = '';
  child.stderr?.on('data', (data) => (err += data));
  const [code] = await once(child, 'close');
  return { code, err };
}

test('11.A7: whatever is printed to a full disk fails loudly', async () => {
  const at = ['--data', server.data];
  const commands = [
    ['inbox', 'export', ...at],
    ['inbox', 'export', '--csv', ...at],
    ['inbox', 'list', ...at],
    ['inbox', 'stats', ...at],
    ['stats', ...at],
    ['--help'],
    ['inbox', '--help'],
  ];
  for (const args of commands) {
    const { code, err } = await run_into('/dev/full', args);
    assert.notEqual(code, 0, args.join(' '));
    assert.match(err, /standard output could not be written \(No space left on device\)/);
  }
});

test('11.A7: an export to a file or to nothing at all', async () => {
  const file = join(folder, 'export.json');
  assert.equal((await run_into(file, ['inbox', 'export', '--data', server.data])).code, 0);
  assert.ok(JSON.parse(await readFile(file, 'utf8')).length >= 4);
  const closed = spawn('sh', ['-c', 'exec "$@" >&-', 'sh', program, 'inbox', 'export', '--data', server.data]);
  const [code] = await once(closed, 'close');
  assert.notEqual(code, 0);
  assert.equal(
    await sqlite(join(server.data, 'lacit.sqlite'), 'PRAGMA integrity_check'),
    "[('ok',)]",
    'no word went into the database’s file',
  );
  await writeFile(file, '');
});
