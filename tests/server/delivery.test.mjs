// How messages leave the house: by mail and by webhook, through faults, at least once. Numbers: docs/requirements.md.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { good, json, kill, post, proof, serve_forms, site, sqlite } from './support/forms.mjs';
import { run } from './support/process.mjs';
import { start_sink } from './support/smtp.mjs';
import { until } from './support/waiting.mjs';

const quick = '[delivery]\nfirst_pause = 1\nlongest_pause = 1\nrefused_tries = 3\n';

/** @param {number} port */
const mail = (port, tls = 'none') =>
  `[mail]\nserver = "smtp://127.0.0.1:${port}"\ntls = "${tls}"\nfrom = "LA CIT <site@la-cit.example>"\nto = ["staff@la-cit.example"]\n${quick}`;

/**
 * @param {string} toml
 * @param {(server: import('./support/forms.mjs').FormServer, restart: () => Promise<import('./support/forms.mjs').FormServer>) => Promise<void>} work
 */
async function with_server(toml, work) {
  const data = await mkdtemp(join(tmpdir(), 'lacit-delivery-'));
  const config = join(data, 'lacit.toml');
  await writeFile(config, toml);
  const start = () => serve_forms(['--config', config], data);
  let server = await start();
  try {
    await work(server, async () => (server = await start()));
  } finally {
    await server.stop();
    await rm(data, { recursive: true, force: true });
  }
}

/** @param {string} origin @param {Record<string, string | File | File[]>} [fields] */
async function send(origin, fields = {}) {
  const answer = await post(origin, { ...good, altcha: await proof(origin), ...fields });
  assert.equal(answer.status, 201);
  return /** @type {string} */ ((await json(answer)).reference);
}

test('17, 33: a message is mailed with its files, from a fixed sender, answerable to the visitor', async () => {
  const sink = await start_sink();
  await with_server(mail(sink.port), async ({ origin }) => {
    const file = new File(['a,b\n1,2\n'], 'Zahlen für Ann.csv', { type: 'text/csv' });
    const reference = await send(origin, {
      name: 'Eve Größe',
      message: 'Line one\nlong '.repeat(100),
      attachments: file,
    });
    const [first, ...more] = await sink.expect(1);
    assert.ok(first);
    assert.equal(more.length, 0);
    assert.equal(first.headers.from, 'LA CIT <site@la-cit.example>');
    assert.equal(first.headers['reply-to'], 'ann@example.org');
    assert.equal(first.headers.subject, `[contact] training ${reference}`);
    assert.match(first.headers['message-id'] ?? '', /^<[0-9a-f]{32}\.mail@la-cit\.example>$/);
    assert.match(first.text, /name:\n\| Eve Größe\n/);
    assert.match(first.text, /\| Line one\n\| long Line one/);
    assert.deepEqual(first.files, [{ name: 'Zahlen für Ann.csv', bytes: 'a,b\n1,2\n' }]);
    assert.equal(first.envelope, 'site@la-cit.example\nstaff@la-cit.example');
  });
  await sink.end();
});

test('34: a busy mail server is tried again, and gets the message once', async () => {
  const sink = await start_sink();
  await sink.fail('451');
  await with_server(mail(sink.port), async ({ origin, inbox }) => {
    await send(origin);
    await until(async () => (await sink.attempts()) >= 2);
    assert.match((await inbox('stats')).out, /1 waiting to be delivered, 0 given up/);
    await sink.fail('');
    assert.equal((await sink.expect(1)).length, 1);
    await until(async () => /0 waiting/.test((await inbox('stats')).out));
  });
  await sink.end();
});

test('34: a message that stays refused is kept, said, and tried again when the staff asks', async () => {
  const sink = await start_sink();
  await sink.fail('550');
  await with_server(mail(sink.port), async ({ origin, inbox, errors }) => {
    await send(origin, { message: 'words that no log may hold' });
    await until(async () => /0 waiting to be delivered, 1 given up/.test((await inbox('stats')).out));
    assert.match(errors(), /was given up .*SMTP 550/);
    assert.doesNotMatch(errors(), /words that no log/);
    await sink.fail('');
    assert.equal((await inbox('retry')).code, 0);
    assert.equal((await sink.expect(1)).length, 1);
  });
  await sink.end();
});

test('34: a connection that is lost after the data brings the same message again, under the same name', async () => {
  const sink = await start_sink();
  await sink.fail('drop');
  await with_server(mail(sink.port), async ({ origin }) => {
    await send(origin);
    await until(async () => (await sink.mails()).length >= 1);
    await sink.fail('');
    const mails = await sink.expect(2);
    assert.equal(new Set(mails.map(({ headers }) => headers['message-id'])).size, 1);
  });
  await sink.end();
});

test('33: what was stored before a power cut is mailed after it', async () => {
  const sink = await start_sink();
  await sink.stop();
  await with_server(mail(sink.port), async (server, restart) => {
    const reference = await send(server.origin);
    await kill(server);
    await sink.start();
    await restart();
    const mails = await sink.expect(1);
    assert.match(mails[0]?.headers.subject ?? '', new RegExp(reference));
  });
  await sink.end();
});

/** @param {string} database @param {string} sql */
async function sqlite_commit(database, sql) {
  const script = 'import sqlite3,sys; c=sqlite3.connect(sys.argv[1],timeout=10); c.execute(sys.argv[2]); c.commit()';
  const { spawn } = await import('node:child_process');
  const child = spawn('/usr/bin/python3', ['-c', script, database, sql]);
  const [code] = await once(child, 'close');
  assert.equal(code, 0);
}

test('mail never leaves in the clear where TLS is required', async () => {
  const sink = await start_sink();
  await with_server(mail(sink.port, 'required'), async ({ origin, inbox, errors }) => {
    await send(origin);
    await until(async () => /will be tried again/.test(errors()));
    assert.match((await inbox('stats')).out, /1 waiting/);
    assert.equal((await sink.mails()).length, 0);
  });
  await sink.end();
});

test('a webhook is signed, repeated under one key until it is taken, and given up where it is refused', async () => {
  process.env.LACIT_WEBHOOK_SECRET = 'a secret of the webhook';
  /** @type {{ key: string, body: any, good: boolean }[]} */
  const got = [];
  const hook = createServer((request, response) => {
    /** @type {Buffer[]} */
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      const [, time, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(request.headers['lacit-signature'])) ?? [];
      const own = createHmac('sha256', 'a secret of the webhook').update(`${time}.${body}`).digest('hex');
      got.push({ key: String(request.headers['idempotency-key']), body: JSON.parse(body), good: own === signature });
      response.writeHead([500, 429, 204, 400][got.length - 1] ?? 204).end();
    });
  }).listen(0, '127.0.0.1');
  await once(hook, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (hook.address());
  await with_server(`[webhook]\nurl = "http://127.0.0.1:${port}/"\n${quick}`, async ({ origin, inbox }) => {
    const reference = await send(origin, { message: 'Hallo' });
    await until(async () => got.length === 3);
    assert.equal(new Set(got.map(({ key }) => key)).size, 1);
    assert.ok(got.every((one) => one.good));
    assert.equal(got[2]?.body.reference, reference);
    assert.equal(got[2]?.body.fields.message, 'Hallo');
    await send(origin, { message: 'refused' });
    await until(async () => /1 given up/.test((await inbox('stats')).out));
  });
  delete process.env.LACIT_WEBHOOK_SECRET;
  hook.close();
});

test('39: a message that is too old goes with its files and what waits to be delivered', async () => {
  const sink = await start_sink();
  await sink.stop();
  await with_server(`[forms]\nkeep_days = 30\n${mail(sink.port)}`, async (server, restart) => {
    const file = new File(['x'], 'old.txt', { type: 'text/plain' });
    const old = await send(server.origin, { attachments: file });
    const young = await send(server.origin);
    await server.stop();
    await sqlite_commit(
      join(server.data, 'lacit.sqlite'),
      `UPDATE submission SET received_at = received_at - 31*86400 WHERE reference = '${old}'`,
    );
    const again = await restart();
    await until(async () => (await again.inbox('show', old)).code !== 0);
    assert.equal((await again.inbox('show', young)).code, 0);
    assert.deepEqual(await readdir(join(server.data, 'files')), []);
    assert.match((await again.inbox('stats')).out, /1 waiting/);
    assert.match(
      await sqlite(join(server.data, 'lacit.sqlite'), "SELECT who, action FROM audit WHERE who = 'retention'"),
      /delete/,
    );
  });
  await sink.end();
});

test('a configuration that cannot work is refused at the start, with place and remedy', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lacit-config-'));
  const config = join(folder, 'lacit.toml');
  for (const [toml, words] of /** @type {[string, RegExp][]} */ ([
    ['[server]\nprot = 80\n', /lacit\.toml:2:1: \[server\] prot is unknown; did you mean "port"\?/],
    ['[webhook]\nurl = "https://example.org"\n', /set LACIT_WEBHOOK_SECRET in the environment/],
  ])) {
    await writeFile(config, toml);
    const answer = await run(['serve', '--site', site, '--config', config]);
    assert.notEqual(answer.code, 0);
    assert.match(answer.err, words);
  }
  const missing = await run(['serve', '--config', join(folder, 'none.toml')]);
  assert.match(missing.err, /none\.toml cannot be read/);
  await rm(folder, { recursive: true, force: true });
});
