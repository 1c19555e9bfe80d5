// What is deleted is gone from every file while the server runs and after it; what is left behind is swept.
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { good, json, post, proof, serve_forms } from './support/forms.mjs';
import { execute } from './support/nginx.mjs';
import { until } from './support/waiting.mjs';

/** @typedef {import('./support/forms.mjs').FormServer} FormServer */

/** Every byte in a folder, files in folders too. @param {string} path @returns {Promise<string>} */
async function all_bytes(path) {
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile());
  return (
    await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1').catch(() => '')))
  ).join('\n');
}

/** @param {FormServer} server @param {Record<string, string | File>} fields */
async function sent(server, fields) {
  const answer = await post(server.origin, { ...good, altcha: await proof(server.origin), ...fields });
  assert.equal(answer.status, 201);
  return (await json(answer)).reference;
}

const words = (/** @type {number} */ i) => `xylophone lighthouse ${1000 + i}`;

test('11.A7: of deleted messages no byte is left in any file, with the server running and after SIGTERM', async () => {
  const server = await serve_forms();
  const references = [];
  for (let i = 0; i < 12; i += 1) {
    references.push(
      await sent(server, {
        message: words(i).repeat(1 + i * 15),
        attachments: new File([words(i)], `${words(i)}.txt`),
      }),
    );
  }
  assert.ok((await all_bytes(server.data)).includes(words(3)));
  for (const reference of references.slice(0, 6)) assert.equal((await server.inbox('delete', reference)).code, 0);
  let bytes = await all_bytes(server.data);
  for (let i = 0; i < 6; i += 1) assert.ok(!bytes.includes(words(i)), words(i));
  assert.ok(bytes.includes(words(7)), 'the others are there');
  await server.stop();
  bytes = await all_bytes(server.data);
  for (let i = 0; i < 6; i += 1) assert.ok(!bytes.includes(words(i)), words(i));
  assert.deepEqual(
    (await readdir(server.data)).filter((name) => /-(wal|shm)$/.test(name)),
    [],
  );
  assert.match((await server.inbox('list')).out, new RegExp(references[7] ?? ''));
  await server.end();
});

test('11.A7: so it is with what retention deletes', async () => {
  const data = await mkdtemp(join(tmpdir(), 'lacit-traces-'));
  const config = join(data, 'lacit.toml');
  await writeFile(config, '[forms]\nkeep_days = 30\ntidy_every = 1\n');
  const server = await serve_forms(['--config', config], data);
  await sent(server, { message: words(1), attachments: new File([words(1)], 'a.txt') });
  await change(data, 'UPDATE submission SET received_at = received_at - 31 * 86400');
  await sent(server, { message: words(2) });
  await until(async () => /1 messages were older than 30 days and are deleted/.test(server.errors()), 20);
  const bytes = await all_bytes(data);
  assert.ok(!bytes.includes(words(1)));
  assert.ok(bytes.includes(words(2)));
  await server.end();
});

/** @param {string} data @param {string} sql */
async function change(data, sql) {
  await execute('python3', [
    '-c',
    'import sqlite3,sys; c=sqlite3.connect(sys.argv[1],timeout=20); c.execute(sys.argv[2]); c.commit()',
    join(data, 'lacit.sqlite'),
    sql,
  ]);
}

test('11.A7: after thirty times SIGTERM, at work and idle, the log is gone each time, and the exit is 0', async () => {
  for (let round = 0; round < 30; round += 1) {
    const server = await serve_forms();
    const altcha = await proof(server.origin);
    const answer = post(server.origin, { ...good, altcha }).catch(() => undefined);
    if (round % 3 !== 2) await answer;
    if (round % 3 === 1) await fetch(`${server.origin}/api/count?page=/about/&from=search`, { method: 'POST' });
    server.child.kill('SIGTERM');
    assert.equal(await server.ended, 0, server.errors());
    await answer;
    assert.deepEqual(
      (await readdir(server.data)).filter((name) => /-(wal|shm)$/.test(name)),
      [],
      `round ${round}`,
    );
    await server.end();
  }
});

test('11.A7: a file that no message names is swept while the server runs, once it is old', async () => {
  const data = await mkdtemp(join(tmpdir(), 'lacit-traces-'));
  const config = join(data, 'lacit.toml');
  await writeFile(config, '[forms]\ntidy_every = 1\n');
  const server = await serve_forms(['--config', config], data);
  await sent(server, { attachments: new File(['kept'], 'a.txt') });
  const files = join(data, 'files');
  const [kept = ''] = await readdir(files);
  const [old, fresh] = ['a'.repeat(32), 'b'.repeat(32)];
  for (const name of [old, fresh]) await writeFile(join(files, name), 'nobody names it');
  const hours_ago = Date.now() / 1000 - 2 * 3600;
  for (const name of [old, kept]) await utimes(join(files, name), hours_ago, hours_ago);
  await until(async () => !(await readdir(files)).includes(old), 20);
  assert.deepEqual((await readdir(files)).sort(), [kept, fresh].sort());
  await server.end();
});
