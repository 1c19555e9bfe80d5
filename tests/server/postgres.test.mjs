// Several servers on one PostgreSQL and one folder of attached files. Numbers: docs/requirements.md.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { good, json, kill, post, proof, serve_forms } from './support/forms.mjs';
import { start_postgres } from './support/postgres.mjs';
import { run } from './support/process.mjs';
import { start_sink } from './support/smtp.mjs';
import { until } from './support/waiting.mjs';

/** @typedef {import('./support/forms.mjs').FormServer} FormServer */

/** @type {Awaited<ReturnType<typeof start_postgres>>} */
let postgres;
/** @type {Awaited<ReturnType<typeof start_sink>>} */
let sink;
/** @type {string} */
let data;
/** @type {FormServer[]} */
let servers = [];
const database = () => ['--database', postgres.url('lacit')];

before(async () => {
  [postgres, sink] = await Promise.all([start_postgres(), start_sink()]);
  await postgres.make('lacit');
  data = await mkdtemp(join(tmpdir(), 'lacit-data-'));
  const config = join(data, 'lacit.toml');
  await writeFile(
    config,
    `[server]\ndatabase = "${postgres.url('lacit')}"\n[delivery]\nfirst_pause = 1\nlongest_pause = 1\n[mail]\nserver = "smtp://127.0.0.1:${sink.port}"\n` +
      'tls = "none"\nfrom = "LA CIT <site@la-cit.example>"\nto = ["staff@la-cit.example"]\n',
  );
  // At once: the first to come makes the tables, the key and the folders, and the other one finds them.
  servers = await Promise.all([serve_forms(['--config', config], data), serve_forms(['--config', config], data)]);
});

after(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await Promise.all([postgres?.end(), sink?.end()]);
  await rm(data, { recursive: true, force: true });
});

/** The server of that number. @param {number} i */
const server = (i) => /** @type {FormServer} */ (servers[i % servers.length]);

/** @param {number} i @param {Record<string, string | File>} [fields] @param {string} [key] */
const send = async (i, fields = {}, key = randomUUID()) =>
  post(server(i).origin, { ...good, altcha: await proof(server(i + 1).origin), ...fields }, { 'idempotency-key': key });

/** @param {string} what */
const count = async (what) => Number(await postgres.query('lacit', `SELECT count(*) FROM ${what}`));

test('32, 33: of a message that is sent to both servers under one key there is one row, one mail and one answer', async () => {
  const altcha = await proof(server(0).origin);
  const answers = await Promise.all(
    [0, 1, 0, 1].map((i) => post(server(i).origin, { ...good, altcha }, { 'idempotency-key': 'the same' })),
  );
  assert.deepEqual(
    answers.map((answer) => answer.status),
    [201, 201, 201, 201],
  );
  const references = new Set((await Promise.all(answers.map(json))).map((answer) => answer.reference));
  assert.equal(references.size, 1);
  const other = await post(
    server(1).origin,
    { ...good, message: 'Other words', altcha: await proof(server(1).origin) },
    { 'idempotency-key': 'the same' },
  );
  assert.equal(other.status, 422);
  assert.equal(await count('submission'), 1);
  assert.equal((await sink.expect(1)).length, 1);
  await until(async () => (await count('outbox')) === 0, 120);
});

test('27: one proof of work is taken by one of the servers', async () => {
  const altcha = await proof(server(0).origin);
  const answers = await Promise.all([0, 1, 0, 1, 0, 1].map((i) => post(server(i).origin, { ...good, altcha })));
  assert.deepEqual(answers.map((answer) => answer.status).sort(), [201, 422, 422, 422, 422, 422]);
});

test('15: a key that is no text is refused, and harms nobody', async () => {
  const answer = await send(0, {}, 'k\u00ff');
  assert.equal(answer.status, 400);
  assert.equal((await send(0)).status, 201);
});

test('33: what both servers take is mailed once, files and all, by either of them', async () => {
  const known = (await sink.mails()).length;
  const file = () => new File(['a,b\n1,2\n'], 'numbers.csv', { type: 'text/csv' });
  const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => send(i, { attachments: file() })));
  const references = await Promise.all(answers.map(async (answer) => (await json(answer)).reference));
  await until(async () => (await count('outbox')) === 0, 120);
  const mails = await sink.mails();
  assert.equal(new Set(mails.map((mail) => mail.headers['message-id'])).size, mails.length);
  for (const reference of references) {
    const mail = mails.find(({ headers }) => headers.subject?.endsWith(reference));
    assert.deepEqual(mail?.files, [{ name: 'numbers.csv', bytes: 'a,b\n1,2\n' }]);
  }
  assert.ok(mails.length >= known + 20);
});

test('26: a server that starts leaves alone what another one is receiving', async () => {
  const incoming = () => readdir(join(data, 'incoming'));
  /** @type {(rest: Uint8Array) => void} */
  let finish = () => {};
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...good, altcha: await proof(server(0).origin) }))
    form.append(name, value);
  form.append('attachments', new File(['a,b\n'.repeat(30_000)], 'long.csv', { type: 'text/csv' }));
  const whole = new Request('http://x/', { method: 'POST', body: form });
  const bytes = new Uint8Array(await whole.arrayBuffer());
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.slice(0, -50_000));
      finish = (rest) => {
        controller.enqueue(rest);
        controller.close();
      };
    },
  });
  const headers = { 'content-type': whole.headers.get('content-type') ?? '', accept: 'application/json' };
  const answer = fetch(
    `${server(0).origin}/api/forms/contact`,
    /** @type {RequestInit} */ ({ method: 'POST', body, headers, duplex: 'half' }),
  );
  await until(async () => (await incoming()).length === 1);
  const third = await serve_forms(database(), data);
  assert.equal((await incoming()).length, 1);
  finish(bytes.slice(-50_000));
  assert.equal((await answer).status, 201);
  await kill(third);
});

test('38: PostgreSQL, cut off and started again under load: what was acknowledged is there once, and servers go on', async () => {
  /** @type {Map<string, string>} the marks of messages and their references */
  const acknowledged = new Map();
  let sending = true;
  const sender = async (/** @type {number} */ i) => {
    while (sending) {
      const mark = randomUUID();
      const altcha = await proof(server(i).origin);
      // As the page does: the same message under the same key, to whichever server is there, until it is taken.
      for (let tries = 0, status = 0; status !== 201; ++tries) {
        const answer = await post(
          server(i + tries).origin,
          { ...good, altcha, message: mark },
          { 'idempotency-key': mark },
        );
        status = answer.status;
        assert.ok(status === 201 || status === 503, `${status}: ${await answer.clone().text()}`);
        if (status === 201) acknowledged.set(mark, (await json(answer)).reference);
      }
    }
  };
  const senders = Array.from({ length: 8 }, (_, i) => sender(i));
  for (let cut = 0; cut < 3; ++cut) {
    const size = acknowledged.size;
    await until(async () => acknowledged.size >= size + 10, 120);
    await postgres.cut();
    await postgres.start();
  }
  const size = acknowledged.size;
  await until(async () => acknowledged.size >= size + 10, 120);
  sending = false;
  await Promise.all(senders);
  const rows = await postgres.query(
    'lacit',
    "SELECT reference || ' ' || (field->>1) FROM submission, json_array_elements(fields) AS field WHERE field->>0 = 'message'",
  );
  const marks = rows.split('\n').map((row) => row.split(' '));
  for (const [mark, reference] of acknowledged) {
    assert.deepEqual(
      marks.filter((row) => row[1] === mark),
      [[reference, mark]],
    );
  }
  for (const { child } of servers) assert.equal(child.exitCode, null);
  await until(async () => (await count('outbox')) === 0, 240);
  const mailed = new Set((await sink.mails()).map(({ headers }) => headers.subject?.split(' ').at(-1)));
  for (const reference of acknowledged.values()) assert.ok(mailed.has(reference), reference);
});

test('37: a dump that is made under load serves as the database of another server', async () => {
  let sending = true;
  const load = (async () => {
    for (let i = 0; sending; ++i) await send(i);
  })();
  const { reference } = await json(await send(0, {}, 'before the dump'));
  await postgres.copy('lacit', 'restored');
  sending = false;
  await load;
  const restored = await serve_forms(['--database', postgres.url('restored')]);
  const again = await post(
    restored.origin,
    { ...good, altcha: await proof(restored.origin) },
    { 'idempotency-key': 'before the dump' },
  );
  assert.equal((await json(again)).reference, reference);
  await restored.end();
});

test('the staff reads, counts and deletes with the database named, or named by the environment', async () => {
  const { reference } = await json(await send(0, { attachments: new File(['1,2\n'], 'a.csv', { type: 'text/csv' }) }));
  const staff = (/** @type {string[]} */ ...args) => run([...args, '--data', data, ...database()]);
  assert.match((await staff('inbox', 'list')).out, new RegExp(`^${reference}  `, 'm'));
  const kept = (await readdir(join(data, 'files'))).length;
  assert.match((await staff('inbox', 'delete', reference)).out, /^1 deleted/);
  assert.equal((await readdir(join(data, 'files'))).length, kept - 1);
  assert.equal(await postgres.query('lacit', `SELECT action FROM audit WHERE what = '${reference}'`), 'delete');
  assert.equal((await fetch(`${server(0).origin}/api/count?page=/about/&from=search`, { method: 'POST' })).status, 204);
  await until(async () => /\/about\/ +1/.test((await staff('stats')).out));
  process.env.LACIT_DATABASE = postgres.url('lacit');
  try {
    assert.match((await run(['inbox', 'stats', '--data', data])).out, /\d+ messages/);
  } finally {
    delete process.env.LACIT_DATABASE;
  }
});

test('19: a database that cannot be reached is told in one line, without its password', async () => {
  const { code, err } = await run(['inbox', 'list', '--database', 'postgresql://ann:swordfish@127.0.0.1:1/lacit']);
  assert.equal(code, 1);
  assert.match(err, /^lacit inbox: the PostgreSQL database cannot be opened \(.*refused.*--database postgresql:.*\n$/);
  assert.doesNotMatch(err, /swordfish/);
});
