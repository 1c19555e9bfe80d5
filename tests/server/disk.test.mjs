// Disks that are full or broken, no descriptors, a locked database: refused for now, nothing damaged, and well again afterwards.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { good, json, post, proof, serve_forms, sqlite } from './support/forms.mjs';
import { execute } from './support/nginx.mjs';
import { small_disk } from './support/small_disk.mjs';

/** @typedef {import('./support/forms.mjs').FormServer} FormServer */

/** @param {FormServer} server @param {Record<string, string | File | File[]>} [fields] */
const send = async (server, fields = {}) =>
  post(server.origin, { ...good, altcha: await proof(server.origin), ...fields });

/** Refused as what may be tried again, without a word about the inside (20). @param {Response} answer */
async function is_busy(answer) {
  assert.equal(answer.status, 503);
  assert.ok(Number(answer.headers.get('retry-after')) > 0);
  const problem = await json(answer);
  assert.equal(problem.code, 'busy');
  assert.doesNotMatch(JSON.stringify(problem), /sqlite|disk|I\/O|descriptor|errno|\/tmp/i);
}

/** @param {FormServer} server */
const is_sound = async (server) =>
  assert.equal(await sqlite(join(server.data, 'lacit.sqlite'), 'PRAGMA integrity_check'), "[('ok',)]");

/** @param {FormServer} server @param {string} reference */
const is_there = async (server, reference) => assert.equal((await server.inbox('show', reference)).code, 0);

/** Sends until it is refused for now; gives the references before. @param {FormServer} server @param {() => Promise<Response>} one */
async function until_busy(server, one) {
  const references = [];
  for (let i = 0; i < 200; i += 1) {
    const answer = await one();
    if (answer.status === 201) references.push((await json(answer)).reference);
    else return { references, answer };
  }
  throw new Error('it was never full');
}

const text = 'm'.repeat(5000);

test(
  '35: a full disk refuses, keeps what it took, and takes again when there is room',
  { skip: process.getuid?.() !== 0 && 'the ulimit test covers it: only root mounts' },
  async () => {
    const disk = await small_disk('2m');
    const server = await serve_forms([], disk.folder);
    try {
      await writeFile(join(disk.folder, 'ballast'), Buffer.alloc(1024 * 1024));
      const { references, answer } = await until_busy(server, () =>
        send(server, { message: text, attachments: new File(['x'.repeat(100_000)], 'a.txt') }),
      );
      await is_busy(answer);
      assert.deepEqual(await readdir(join(disk.folder, 'incoming')), []);
      const words = await until_busy(server, () => send(server, { message: text }));
      await is_busy(words.answer);
      await rm(join(disk.folder, 'ballast'));
      const after = await send(server);
      assert.equal(after.status, 201);
      await is_sound(server);
      for (const reference of [...references, ...words.references, (await json(after)).reference])
        await is_there(server, reference);
      assert.equal((await readdir(join(disk.folder, 'files'))).length, references.length);
    } finally {
      await server.stop();
      await disk.end();
    }
  },
);

test('35: a file that may not grow refuses like a full disk, and loses nothing', async () => {
  // 400 KB for every file: SQLite's log is the first that meets it. The signal that comes with it is ignored by the shell.
  const server = await serve_forms([], '', ['sh', '-c', 'trap \'\' XFSZ; ulimit -f 800; exec "$@"', 'sh']);
  const { references, answer } = await until_busy(server, () => send(server, { message: text }));
  await is_busy(answer);
  await is_sound(server);
  await server.stop();
  const again = await serve_forms([], server.data);
  for (const reference of references) await is_there(again, reference);
  assert.equal((await send(again)).status, 201);
  await again.end();
});

test('35: when writing through to the disk fails, nobody is thanked, and what was thanked for stays', async () => {
  const first = await serve_forms(); // makes the database
  await first.stop();
  // Counted for each thread: the start's own come through, and so do a few messages.
  const strace = [
    'strace',
    '-D',
    '-f',
    '-qq',
    '-o',
    '/dev/null',
    '-e',
    'trace=fsync,fdatasync',
    '-e',
    'inject=fsync,fdatasync:error=EIO:when=6+',
  ];
  const server = await serve_forms([], first.data, strace);
  const { references, answer } = await until_busy(server, () => send(server));
  assert.ok(references.length > 0);
  await is_busy(answer);
  await is_busy(await send(server));
  await is_busy(await send(server, { attachments: new File(['x'], 'a.txt') }));
  assert.deepEqual(await readdir(join(server.data, 'files')), []);
  assert.match(server.errors(), /1 messages were not stored: disk I\/O error/);
  await server.stop();
  const again = await serve_forms([], server.data); // the disk is well again
  await is_sound(again);
  for (const reference of references) await is_there(again, reference);
  assert.equal((await send(again)).status, 201);
  await again.end();
});

/** @param {FormServer} server @param {number} most */
const limit = (server, most) => execute('prlimit', ['--pid', String(server.child.pid), `--nofile=${most}:1024`]);

test('35: without descriptors files are refused, connections wait without work, and then all is well', async () => {
  const server = await serve_forms();
  try {
    const altcha = await proof(server.origin);
    await (await fetch(`${server.origin}/healthz`)).text();
    await limit(server, 4); // no new one; those that are open stay, and so does the connection that fetch keeps from just now
    await is_busy(await post(server.origin, { ...good, altcha, attachments: new File(['x'], 'a.txt') }));
    const busy_before = await processor_time(server);
    const waiting = Array.from({ length: 3 }, () =>
      fetch(`${server.origin}/healthz`, { headers: { connection: 'close' } }),
    );
    // eslint-disable-next-line no-restricted-syntax -- time itself: how much it works in a second is measured
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.ok((await processor_time(server)) - busy_before < 50, 'half a second of work while nothing could be done');
    await limit(server, 1024);
    for (const answer of await Promise.all(waiting)) assert.equal(answer.status, 200);
    const sent = await send(server, { attachments: new File(['x'], 'a.txt') });
    assert.equal(sent.status, 201);
    await is_sound(server);
  } finally {
    await limit(server, 1024);
    await server.end();
  }
});

/** Hundredths of a second of processor time. @param {FormServer} server */
async function processor_time(server) {
  const { stdout } = await execute('cat', [`/proc/${server.child.pid}/stat`]);
  const fields = stdout.slice(stdout.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

const holder = `
import sqlite3, sys
c = sqlite3.connect(sys.argv[1], isolation_level=None)
c.execute('BEGIN IMMEDIATE')
print('locked', flush=True)
sys.stdin.read()
`;

test('35: while another program locks the database a form is refused, and taken when the lock is gone', async () => {
  const server = await serve_forms();
  const { reference } = await json(await send(server));
  const other = spawn('python3', ['-c', holder, join(server.data, 'lacit.sqlite')]);
  await once(other.stdout, 'data');
  const key = { 'idempotency-key': 'locked' };
  const altcha = await proof(server.origin);
  await is_busy(await post(server.origin, { ...good, altcha }, key));
  other.stdin.end();
  await once(other, 'close');
  const again = await post(server.origin, { ...good, altcha }, key); // the same proof: it was not used up
  assert.equal(again.status, 201);
  await is_there(server, reference);
  await is_sound(server);
  await server.end();
});
