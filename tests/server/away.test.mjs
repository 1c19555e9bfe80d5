// The site stands without its database and without its folder: pages are read, forms say what to do, and take messages again by
// themselves once it is there.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { good, json, post, proof, serve_forms, sqlite } from './support/forms.mjs';
import { start_postgres } from './support/postgres.mjs';
import { until } from './support/waiting.mjs';
import { small_disk } from './support/small_disk.mjs';

/** @typedef {import('./support/forms.mjs').FormServer} FormServer */

const page = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const with_page = { ...page, 'content-type': 'application/x-www-form-urlencoded' };

/** @param {FormServer} server @returns {Promise<any>} */
const health = async (server) => json(await fetch(`${server.origin}/healthz`));

/** As a browser without script sends it. @param {FormServer} server */
const send_plain = (server) =>
  fetch(`${server.origin}/api/forms/contact`, {
    method: 'POST',
    headers: with_page,
    body: new URLSearchParams({ ...good, message: 'Words that took an hour' }),
    redirect: 'manual',
  });

/** Pages are there, crisis numbers with them; forms are refused for now, and lose nothing. @param {FormServer} server */
async function stands_without_forms(server) {
  const home = await fetch(server.origin);
  assert.equal(home.status, 200);
  assert.match(await home.text(), /988/);
  await until(async () => (await health(server)).forms === 'away', 5);
  const refused = await post(server.origin, good);
  assert.equal(refused.status, 503);
  assert.ok(Number(refused.headers.get('retry-after')) > 0);
  assert.equal((await json(refused)).code, 'busy');
  const again = await send_plain(server);
  assert.equal(again.status, 503);
  assert.ok(Number(again.headers.get('retry-after')) > 0);
  const html = await again.text();
  assert.match(html, /<h1[^>]*>Your message was not sent<\/h1>/);
  assert.match(html, /could not be stored just now. Please send again/);
  assert.match(html, /Words that took an hour/);
  assert.match(html, /988/);
}

/** Without a restart. @param {FormServer} server */
async function takes_again(server) {
  await until(async () => /forms are taken again/.test(server.errors()), 20);
  assert.deepEqual(await health(server), { status: 'ok', forms: 'ok' });
  const taken = await post(server.origin, { ...good, altcha: await proof(server.origin) });
  assert.equal(taken.status, 201);
  return (await json(taken)).reference;
}

const folder_of = () => mkdtemp(join(tmpdir(), 'lacit-away-'));

test('11.A8: a folder that cannot be made keeps no page away, and is used as soon as it can', async () => {
  const folder = await folder_of();
  await writeFile(join(folder, 'in-the-way'), '');
  const server = await serve_forms([], join(folder, 'in-the-way', 'data'));
  await stands_without_forms(server);
  assert.equal((await fetch(`${server.origin}/api/challenge`)).status, 503);
  assert.match(
    server.errors(),
    /forms cannot be taken, while pages are served .*in-the-way\/data cannot be made or written to; name another one with --data/,
  );
  await rm(join(folder, 'in-the-way'));
  const reference = await takes_again(server);
  assert.equal((await server.inbox('show', reference)).code, 0);
  await server.stop();
  await rm(folder, { recursive: true });
});

test('11.A8: a damaged database keeps no page away, is left as it is, and forms come back with the mended one', async () => {
  const folder = await folder_of();
  const file = join(folder, 'lacit.sqlite');
  await writeFile(file, 'damaged '.repeat(2000));
  const server = await serve_forms([], folder);
  await stands_without_forms(server);
  assert.match(server.errors(), /lacit\.sqlite cannot be opened \(file is not a database\); mend or move it/);
  assert.equal(await readFile(file, 'utf8'), 'damaged '.repeat(2000));
  await rename(file, join(folder, 'damaged'));
  const reference = await takes_again(server);
  assert.equal((await server.inbox('show', reference)).code, 0);
  await server.end();
});

test('11.A8: a database that is damaged while the server runs is told, and mended under it', async () => {
  const server = await serve_forms();
  const first = await post(server.origin, { ...good, altcha: await proof(server.origin) });
  assert.equal(first.status, 201);
  const { reference } = await json(first);
  const file = join(server.data, 'lacit.sqlite');
  const copy = join(server.data, 'copy.sqlite');
  assert.equal((await server.inbox('backup', copy)).code, 0);
  for (const ending of ['-wal', '-shm', '']) await rm(file + ending, { force: true });
  await writeFile(file, 'damaged '.repeat(2000));
  await until(
    async () => (await post(server.origin, { ...good, altcha: await proof(server.origin) })).status === 503,
    20,
  );
  await stands_without_forms(server);
  await rename(copy, file);
  await takes_again(server);
  assert.equal((await server.inbox('show', reference)).code, 0, 'what the backup held is there');
  assert.equal(await sqlite(file, 'PRAGMA integrity_check'), "[('ok',)]");
  await server.end();
});

test('11.A8: a key that is a folder, a pipe or a link to nothing keeps no page away, and forms come back with it', async () => {
  for (const [make, words] of /** @type {[(path: string) => unknown, RegExp][]} */ ([
    [(path) => mkdir(path), /the key .*secret cannot be read: this is a folder/],
    [(path) => spawnSync('mkfifo', [path]), /the key .*secret cannot be read: this is a pipe/],
    [(path) => symlink('nowhere', path), /the key .*secret cannot be read: this is a link that leads to no file/],
    [(path) => symlink('/proc/self/mem', path), /the key .*secret cannot be read/],
    [(path) => writeFile(path, ''), /the key .*secret is damaged; delete it/],
  ])) {
    const data = await folder_of();
    await make(join(data, 'secret'));
    const server = await serve_forms([], data);
    await stands_without_forms(server);
    await until(async () => words.test(server.errors()), 10);
    await rm(join(data, 'secret'), { recursive: true });
    await takes_again(server);
    await server.end();
  }
});

test('11.A8: what is no file among the attachments is left alone, and holds nothing up', async () => {
  const data = await folder_of();
  for (const name of ['incoming', 'files']) {
    await mkdir(join(data, name, 'folder'), { recursive: true });
    assert.equal(spawnSync('mkfifo', [join(data, name, 'pipe')]).status, 0);
  }
  const server = await serve_forms([], data);
  await until(async () => (await health(server)).forms === 'ok', 10);
  const sent = await post(server.origin, {
    ...good,
    altcha: await proof(server.origin),
    attachments: new File(['x'], 'a.txt'),
  });
  assert.equal(sent.status, 201);
  await server.end();
});

test(
  '11.A8: a full disk keeps no page away at the start, and forms come back when there is room',
  { skip: process.getuid?.() !== 0 && 'only root mounts' },
  async () => {
    const disk = await small_disk('4m');
    try {
      await writeFile(join(disk.folder, 'ballast'), Buffer.alloc(4 * 1024 * 1024)).catch(() => {});
      const server = await serve_forms([], join(disk.folder, 'data'));
      await stands_without_forms(server);
      assert.match(server.errors(), /make room|no space|full|cannot be (made|written)/i);
      await rm(join(disk.folder, 'ballast'));
      await takes_again(server);
      await server.stop();
    } finally {
      await disk.end();
    }
  },
);

test(
  '11.A8: a disk that fills up while the server runs is told by its health, and forms come back',
  { skip: process.getuid?.() !== 0 && 'only root mounts' },
  async () => {
    const disk = await small_disk('6m');
    try {
      const server = await serve_forms([], join(disk.folder, 'data'));
      assert.deepEqual(await health(server), { status: 'ok', forms: 'ok' });
      await writeFile(join(disk.folder, 'ballast'), Buffer.alloc(6 * 1024 * 1024)).catch(() => {});
      await until(async () => (await health(server)).forms === 'away', 20);
      assert.equal((await fetch(server.origin)).status, 200);
      await until(async () => /its disk is full; make room/.test(server.errors()), 20);
      await rm(join(disk.folder, 'ballast'));
      await takes_again(server);
      await server.stop();
    } finally {
      await disk.end();
    }
  },
);

test('11.A8: a PostgreSQL that is away at the start keeps no page away, and forms come back with it', async () => {
  const postgres = await start_postgres();
  await postgres.make('lacit');
  await postgres.cut();
  const server = await serve_forms(['--database', postgres.url('lacit')]);
  await stands_without_forms(server);
  assert.match(server.errors(), /PostgreSQL database cannot be opened .*start or mend it/);
  await postgres.start();
  await takes_again(server);
  assert.equal(await postgres.query('lacit', 'SELECT count(*) FROM submission'), '1');
  await server.end();
  await postgres.end();
});

test('11.A8: a folder that is taken away from a running server is made anew, and nothing is written where nobody looks', async () => {
  const folder = await folder_of();
  const data = join(folder, 'data');
  await mkdir(data);
  const server = await serve_forms([], data);
  assert.equal((await post(server.origin, { ...good, altcha: await proof(server.origin) })).status, 201);
  await rename(data, join(folder, 'moved'));
  await until(
    async () =>
      (
        await post(server.origin, {
          ...good,
          altcha: await proof(server.origin),
          attachments: new File(['x'], 'a.txt'),
        })
      ).status === 201,
    90,
  );
  assert.match((await server.inbox('stats')).out, /^1 messages/);
  await server.stop();
  await rm(folder, { recursive: true });
});
