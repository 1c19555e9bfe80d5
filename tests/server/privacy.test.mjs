// What must not get anywhere: words into logs, headers and statements; the inside into answers; visitors into counts.
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { good, json, post, proof, serve_forms, sqlite } from './support/forms.mjs';
import { start_sink } from './support/smtp.mjs';
import { until } from './support/waiting.mjs';
import { connection, file_head, head } from './support/raw_form.mjs';

/** @typedef {import('./support/forms.mjs').FormServer} FormServer */

const visitor = { 'x-forwarded-for': '198.51.100.77' };
const secrets = {
  LACIT_SECRET: 'a secret of thirty-two characters!',
  LACIT_SMTP_PASSWORD: 'the password of the mail server',
};

/** @type {Awaited<ReturnType<typeof start_sink>>} */
let sink;
/** @type {FormServer} */
let server;
/** @type {string} */
let folder;

before(async () => {
  sink = await start_sink();
  folder = await mkdtemp(join(tmpdir(), 'lacit-privacy-'));
  const config = join(folder, 'lacit.toml');
  await writeFile(
    config,
    `[mail]\nserver = "smtp://127.0.0.1:${sink.port}"\ntls = "none"\nfrom = "LA CIT <site@la-cit.example>"\nto = ["staff@la-cit.example"]\n[delivery]\nfirst_pause = 1\nlongest_pause = 1\nrefused_tries = 1\n`,
  );
  Object.assign(process.env, secrets);
  server = await serve_forms(['--config', config, '--proxy', '127.0.0.1']);
  for (const name of Object.keys(secrets)) delete process.env[name];
});
after(async () => {
  await server.end();
  await sink.end();
  await rm(folder, { recursive: true, force: true });
});

/** @param {Record<string, string | File | File[]>} fields @param {Record<string, string>} [headers] */
const send = async (fields, headers = {}) =>
  post(server.origin, { ...good, altcha: await proof(server.origin), ...fields }, headers);

const database = () => join(server.data, 'lacit.sqlite');

/** Every byte in a folder, files in folders too. @param {string} path @returns {Promise<string>} */
async function all_bytes(path) {
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile());
  return (await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1')))).join('\n');
}

test('17: line ends in a name, an address, a topic or a file’s name reach neither header nor envelope of the mail', async () => {
  const evil = 'Eve\r\nBcc: victim@example.net\r\n\r\nnew body';
  assert.equal((await send({ email: 'eve@example.org\r\nBcc: victim@example.net' })).status, 422);
  assert.equal((await send({ email: 'eve@example.org>\r\nRCPT TO:<victim@example.net' })).status, 422);
  assert.equal((await send({ topic: 'training\r\nBcc: victim@example.net' })).status, 422);
  const file = new File(['x'], 'a\r\nBcc: victim@example.net\r\n.txt');
  const answer = await send({ name: evil, message: evil, attachments: file });
  assert.equal(answer.status, 201);
  const { reference } = await json(answer);
  const [mail] = await sink.expect(1);
  assert.ok(mail);
  assert.deepEqual(
    Object.keys(mail.headers).filter((name) => /^(b?cc|resent.*|sender)$/.test(name)),
    [],
  );
  assert.equal(mail.headers.subject, `[contact] training ${reference}`);
  assert.equal(mail.headers['reply-to'], good.email);
  assert.equal(mail.headers.to, 'staff@la-cit.example');
  assert.equal(mail.envelope, 'site@la-cit.example\nstaff@la-cit.example');
  assert.equal(mail.files.length, 1);
  assert.doesNotMatch(mail.files[0]?.name ?? '', /[\r\n]/);
});

test('17: a file’s name with a raw line end is no form at all', async () => {
  const { write, answer, closed } = await connection(server.port);
  const body = `${file_head('a\r\nBcc: victim@example.net\r\n.txt')}x\r\n--X--\r\n`;
  await write(head(`Content-Length: ${body.length}`) + body);
  await closed;
  assert.match(answer(), /^HTTP\/1\.1 4(00|22) /);
});

test('16: words that look like SQL are words, in every place where they can come in', async () => {
  const name = "Robert'); DROP TABLE submission; --";
  const key = { 'idempotency-key': "' OR 1=1 --" };
  const { reference } = await json(await send({ name, message: '"; DELETE FROM outbox; --' }, key));
  const shown = await server.inbox('show', reference);
  assert.match(shown.out, /Robert'\); DROP TABLE submission; --/);
  const count = () => sqlite(database(), 'SELECT count(*) FROM submission');
  const there = await count();
  for (const trick of ["' OR '1'='1", `${reference}' --`, '%', '*'])
    assert.notEqual((await server.inbox('delete', trick)).code, 0);
  const listed = await server.inbox('list', '--form', "' OR '1'='1");
  assert.deepEqual([listed.out, listed.code], ['', 1]);
  assert.match(listed.err, /no message came by a form «' OR '1'='1»/);
  assert.equal(await count(), there);
});

test('19: the log tells when in UTC, of which message and why; never its words, who wrote it, or a secret', async () => {
  await sink.fail('550');
  const words = 'my neighbour hears voices';
  const file = new File(['x'], 'diagnosis.txt');
  const answer = await send(
    { name: 'Zebulon', email: 'zebulon@example.org', message: words, attachments: file },
    visitor,
  );
  assert.equal(answer.status, 201);
  await until(async () => /given up/.test(server.errors()));
  await sink.fail('');
  const lines = server.errors().trim().split('\n');
  for (const line of lines) assert.match(line, /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ lacit: [ -~]+$/);
  const [, time = ''] =
    /^(\S+) lacit: mail to staff@la-cit\.example of message [0-9a-f]{32} was given up .*SMTP 550$/m.exec(
      server.errors(),
    ) ?? [];
  assert.ok(Math.abs(Date.parse(time) - Date.now()) < 60_000, time);
  assert.doesNotMatch(server.errors(), /neighbour|zebulon|diagnosis|198\.51\.100|secret of|password of/i);
});

test('20: what is refused says nothing about the inside', async () => {
  const bodies = [];
  const url = `${server.origin}/api/forms/contact`;
  const type = { 'content-type': 'multipart/form-data; boundary=X' };
  for (const body of ['nonsense', '--X\r\n\r\n', `${file_head('a.exe')}MZ`, `${file_head('../../etc/passwd')}x`]) {
    bodies.push(await fetch(url, { method: 'POST', body, headers: type }));
  }
  /** @type {Record<string, string | File>[]} */
  const faulty = [
    { altcha: '{' },
    { altcha: 'AAAA' },
    { nothing: 'x' },
    { message: '\u0000' },
    { attachments: new File(['x'], 'a.pdf') },
  ];
  for (const fields of faulty) {
    bodies.push(await post(server.origin, { ...good, ...fields }));
  }
  for (const path of ['/api/nothing', '/nothing', '/%', '/%00', '/assets/../../x'])
    bodies.push(await fetch(server.origin + path));
  for (const answer of bodies) {
    assert.ok(answer.status >= 400 && answer.status < 500, `${answer.url} ${answer.status}`);
    assert.equal(answer.headers.get('server'), null);
    assert.equal(answer.headers.get('x-powered-by'), null);
    const text = await answer.text();
    assert.doesNotMatch(text, /sqlite|boost|nlohmann|exception|errno|\.cpp|lacit-data|\/tmp\/|parse_error/i);
  }
});

test('30: of IPv6 a whole /64 counts as one address', async () => {
  const limited = await serve_forms(['--posts-per-hour', '4', '--proxy', '127.0.0.1']);
  const from = async (/** @type {string} */ address) =>
    (await post(limited.origin, { ...good, altcha: await proof(limited.origin) }, { 'x-forwarded-for': address }))
      .status;
  assert.equal(await from('2001:db8:1:1::1'), 201);
  assert.equal(await from('2001:db8:1:1:ffff::2'), 201);
  assert.equal(await from('2001:db8:1:1:abcd:ef01:2345:6789'), 429);
  assert.equal(await from('2001:db8:1:2::1'), 201);
  await limited.end();
});

test('39: of a message that was deleted no byte is left, in the database, its log or the files', async () => {
  const own = await serve_forms();
  const words = 'xylophone lighthouse';
  const sent = await post(own.origin, {
    ...good,
    message: words,
    altcha: await proof(own.origin),
    attachments: new File([words], 'a.txt'),
  });
  const { reference } = await json(sent);
  const { reference: other } = await json(await post(own.origin, { ...good, altcha: await proof(own.origin) }));
  assert.ok((await all_bytes(own.data)).includes(words));
  assert.equal((await own.inbox('delete', reference)).code, 0);
  await own.stop();
  assert.ok(!(await all_bytes(own.data)).includes(words));
  assert.equal((await own.inbox('show', other)).code, 0);
  await own.end();
});

test('40: an export is noted with who and how many, and without content', async () => {
  await send({ message: 'words for the trail' });
  const { code, out } = await server.inbox('export', '--csv');
  assert.equal(code, 0);
  assert.match(out, /words for the trail/);
  const trail = await sqlite(database(), "SELECT who, action, what, at FROM audit WHERE action = 'export'");
  assert.match(trail, /^\[\('[^']+', 'export', '\d+ messages', \d{10}\)\]$/);
  assert.doesNotMatch(await sqlite(database(), 'SELECT * FROM audit'), /words for the trail|ann@example/);
});

test('41: a visit is a day, a page and a kind of place: no cookie, and nothing on disk that stands for a visitor', async () => {
  const agent = { 'user-agent': 'Peculiar/1.0', referer: 'https://clinic.example/ward', cookie: 'a=b' };
  const counted = await fetch(`${server.origin}/api/count?page=/about/&from=search`, {
    method: 'POST',
    headers: { ...visitor, ...agent },
  });
  assert.equal(counted.status, 204);
  assert.equal(counted.headers.get('set-cookie'), null);
  assert.equal((await fetch(server.origin)).headers.get('set-cookie'), null);
  assert.equal((await send({}, { ...visitor, ...agent })).headers.get('set-cookie'), null);
  await server.stop(); // writes what was counted
  const today = new Date().toISOString().slice(0, 10);
  assert.equal(await sqlite(database(), 'SELECT * FROM visit'), `[('${today}', '/about/', 'search', 1)]`);
  const bytes = await all_bytes(server.data);
  for (const trace of ['198.51.100.77', 'Peculiar', 'clinic.example', '127.0.0.1'])
    assert.ok(!bytes.includes(trace), trace);
});
