// Power cuts at random moments, and clocks that jump. Numbers: docs/requirements.md.
import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { good, json, kill, post, proof, serve_forms, sqlite } from './support/forms.mjs';
import { start_sink } from './support/smtp.mjs';
import { until } from './support/waiting.mjs';
import { execute } from './support/nginx.mjs';
import { connection, file_head, head } from './support/raw_form.mjs';

/** @typedef {import('./support/forms.mjs').FormServer} FormServer */

// eslint-disable-next-line no-restricted-syntax -- time itself: each crash comes at another moment
const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @param {string} data @param {string} sql */
const change = (data, sql) =>
  execute('python3', [
    '-c',
    'import sqlite3,sys; c=sqlite3.connect(sys.argv[1],timeout=20); c.execute(sys.argv[2]); c.commit()',
    join(data, 'lacit.sqlite'),
    sql,
  ]);

/** @param {number} port */
async function mailing(port) {
  const data = await mkdtemp(join(tmpdir(), 'lacit-crash-'));
  const config = join(data, 'lacit.toml');
  await writeFile(
    config,
    `[mail]\nserver = "smtp://127.0.0.1:${port}"\ntls = "none"\nfrom = "LA CIT <site@la-cit.example>"\nto = ["staff@la-cit.example"]\n[delivery]\nfirst_pause = 1\nlongest_pause = 1\n`,
  );
  return { data, start: () => serve_forms(['--config', config], data) };
}

test('31, 33: killed at random moments while it takes and mails, it loses nothing that it thanked for, and mails it under one name', async () => {
  const sink = await start_sink();
  const { data, start } = await mailing(sink.port);
  const thanked = /** @type {string[]} */ ([]);
  for (let round = 0; round < 6; round += 1) {
    const server = await start();
    const senders = Array.from({ length: 3 }, async () => {
      for (;;) {
        const answer = await post(server.origin, { ...good, altcha: await proof(server.origin) });
        if (answer.status === 201) thanked.push((await json(answer)).reference);
      }
    });
    const ended = Promise.allSettled(senders); // each ends when its server is gone
    const enough = thanked.length + 1;
    await until(async () => thanked.length >= enough, 60);
    await pause(Math.random() * 300);
    await kill(server);
    await ended;
    await change(data, 'UPDATE outbox SET due_at = 0'); // no need to wait for the lease of what was claimed
  }
  const last = await start();
  await until(async () => /\n0 waiting/.test((await last.inbox('stats')).out), 120);
  const names = /** @type {Map<string, Set<string>>} */ (new Map());
  for (const { headers } of await sink.mails()) {
    const reference = headers.subject?.split(' ').at(-1) ?? '';
    names.set(reference, (names.get(reference) ?? new Set()).add(headers['message-id'] ?? ''));
  }
  for (const reference of thanked) {
    assert.equal((await last.inbox('show', reference)).code, 0, reference);
    assert.equal(names.get(reference)?.size, 1, reference);
  }
  assert.equal(await sqlite(join(data, 'lacit.sqlite'), 'PRAGMA integrity_check'), "[('ok',)]");
  await last.end();
  await sink.end();
});

test('26: what a crash left of uploads is swept at the next start, and what messages name stays', async () => {
  const server = await serve_forms();
  const { reference } = await json(
    await post(server.origin, {
      ...good,
      altcha: await proof(server.origin),
      attachments: new File(['kept'], 'a.txt'),
    }),
  );
  const { write } = await connection(server.port);
  await write(`${head('Content-Length: 100000')}${file_head('half.txt')}half`);
  await until(async () => (await readdir(join(server.data, 'incoming'))).length === 1);
  await kill(server);
  assert.equal((await readdir(join(server.data, 'incoming'))).length, 1);
  const files = join(server.data, 'files');
  await writeFile(join(files, 'f'.repeat(32)), 'moved, and then the power went');
  const hours_ago = Date.now() / 1000 - 2 * 3600;
  for (const name of await readdir(files)) await utimes(join(files, name), hours_ago, hours_ago);
  const again = await serve_forms([], server.data);
  assert.deepEqual(await readdir(join(server.data, 'incoming')), []);
  const [left = '', ...more] = await readdir(files);
  assert.deepEqual(more, []);
  assert.equal((await stat(join(files, left))).mode & 0o777, 0o600);
  assert.match((await again.inbox('show', reference)).out, new RegExp(`a\\.txt, text/plain, 4 bytes: .*${left}`));
  await again.end();
});

test('22: all that is kept is its owner’s only, and no page of the site leads to it', async () => {
  const server = await serve_forms();
  await post(server.origin, { ...good, altcha: await proof(server.origin), attachments: new File(['x'], 'a.txt') });
  for (const name of ['', 'files', 'incoming'])
    assert.equal((await stat(join(server.data, name))).mode & 0o777, 0o700, name);
  for (const name of await readdir(server.data))
    assert.equal((await stat(join(server.data, name))).mode & 0o077, 0, name);
  const [stored = ''] = await readdir(join(server.data, 'files'));
  for (const path of [
    `/files/${stored}`,
    `/api/files/${stored}`,
    `/..%2f..${server.data}/lacit.sqlite`,
    '/lacit.sqlite',
  ]) {
    assert.ok([400, 404].includes((await fetch(server.origin + path)).status), path);
  }
  await server.end();
});

test('27: a proof that was used before a restart is used after it', async () => {
  const server = await serve_forms();
  const altcha = await proof(server.origin);
  assert.equal((await post(server.origin, { ...good, altcha })).status, 201);
  await kill(server);
  const again = await serve_forms([], server.data);
  assert.equal((await json(await post(again.origin, { ...good, altcha }))).code, 'proof_used');
  await again.end();
});

test('36: a clock that is a year ahead, and then right again, breaks nothing', async () => {
  const sink = await start_sink();
  await sink.stop();
  const { data, start } = await mailing(sink.port);
  const ahead = await serve_forms(['--config', join(data, 'lacit.toml')], data, [
    'env',
    'LD_PRELOAD=/usr/$LIB/faketime/libfaketimeMT.so.1',
    'FAKETIME=+365d',
    'DONT_FAKE_MONOTONIC=1',
  ]);
  const early = await proof(ahead.origin);
  const sent = await post(ahead.origin, { ...good, altcha: await proof(ahead.origin) });
  assert.equal(sent.status, 201);
  const { reference } = await json(sent);
  await ahead.stop();
  const now = await start();
  // A challenge of next year must not live for a year.
  assert.equal((await json(await post(now.origin, { ...good, altcha: early }))).code, 'proof_expired');
  assert.equal((await post(now.origin, { ...good, altcha: await proof(now.origin) })).status, 201);
  await sink.start();
  const mails = await sink.expect(2); // also what was to be tried again next year
  assert.ok(mails.some(({ headers }) => headers.subject?.endsWith(reference)));
  await now.stop();
  await rm(data, { recursive: true, force: true });
  await sink.end();
});
