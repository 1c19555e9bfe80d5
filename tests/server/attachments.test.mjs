// Files that come with a form.
import assert from 'node:assert/strict';
import { mkdtemp, readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { good, json, post, proof, serve_forms } from './support/forms.mjs';
import { open_socket } from './support/process.mjs';
import { until } from './support/waiting.mjs';

/** @type {import('./support/forms.mjs').FormServer} */
let server;
before(async () => {
  server = await serve_forms(['--quota', String(40 * 1024 * 1024)]);
});
after(() => server.end());

/** @param {string} name @param {string | Uint8Array<ArrayBuffer>} bytes */
const file = (name, bytes) => new File([bytes], name);

/** @param {File[]} attachments */
const sent = async (...attachments) =>
  post(server.origin, { ...good, altcha: await proof(server.origin), attachments });

const kept = () => readdir(`${server.data}/files`);
const incoming = () => readdir(`${server.data}/incoming`);

test('22: a file is kept under a random name, for its owner only, and found by the staff', async () => {
  const answer = await sent(file('Größe "1".txt', 'Hello'), file('list.csv', 'a,b\n1,2\n'));
  assert.equal(answer.status, 201);
  const shown = await server.inbox('show', (await json(answer)).reference);
  const [, path = ''] = /Größe "1"\.txt, text\/plain, 5 bytes: (.*)/.exec(shown.out) ?? [];
  assert.match(path, /\/files\/[0-9a-f]{32}$/);
  assert.equal((await stat(path)).mode & 0o777, 0o600);
  assert.deepEqual(await incoming(), []);
});

test('21, 24: what is not on the list, or not what it says, is refused, and nothing of it stays', async () => {
  const there = await kept();
  for (const bad of [
    file('a.exe', 'MZ'),
    file('a.php.jpg', '\xff\xd8\xff'),
    file('a.svg', '<svg/>'),
    file('a.pdf', '<html>'),
    file('a.png', 'GIF89a'),
    file('a.txt', new Uint8Array([0, 1, 2])),
  ]) {
    const answer = await sent(file('good.txt', 'x'), bad);
    assert.equal(answer.status, 422, bad.name);
    assert.equal((await json(answer)).code, 'file_type');
  }
  const many = await sent(...Array.from({ length: 6 }, (_, i) => file(`${i}.txt`, 'x')));
  assert.equal((await json(many)).code, 'too_many_files');
  assert.deepEqual(await kept(), there);
  assert.deepEqual(await incoming(), []);
});

test('11.A9: a file without bytes is told by a message of its own, on the page too, and nothing of it stays', async () => {
  const there = await kept();
  for (const name of ['a.txt', 'a.pdf', 'a.csv', 'a.png', 'a.docx']) {
    const answer = await sent(file('good.txt', 'x'), file(name, ''));
    assert.equal(answer.status, 422);
    const problem = await json(answer);
    assert.equal(problem.code, 'file_empty');
    assert.deepEqual(problem.errors, [{ field: 'attachments', code: 'file_empty' }]);
  }
  const page = await post(server.origin, { ...good, attachments: file('a.txt', '') }, { accept: 'text/html' });
  assert.match(await page.text(), /-error"[^>]*>One of the files is empty/);
  assert.deepEqual(await kept(), there);
  assert.deepEqual(await incoming(), []);
});

test('11.A9: a file without a name is none; with bytes it is refused', async () => {
  const there = await kept();
  /** @param {string} disposition @param {string} bytes */
  const send = async (disposition, bytes) => {
    const fields = Object.entries({ ...good, altcha: await proof(server.origin) });
    const parts = fields
      .map(([name, value]) => `--X\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
      .join('');
    const body = `${parts}--X\r\nContent-Disposition: form-data; ${disposition}\r\nContent-Type: application/octet-stream\r\n\r\n${bytes}\r\n--X--\r\n`;
    const headers = { accept: 'application/json', 'content-type': 'multipart/form-data; boundary=X' };
    return fetch(`${server.origin}/api/forms/contact`, { method: 'POST', body, headers });
  };
  assert.equal((await send('name="attachments"; filename=""', '')).status, 201);
  for (const name of [
    'filename=""',
    'filename=',
    'filename="."',
    'filename=" "',
    'filename="/"',
    'filename="a/"',
    'filename=".txt"',
  ]) {
    const answer = await send(`name="attachments"; ${name}`, 'bytes');
    assert.equal(answer.status, 422, name);
    assert.equal((await json(answer)).code, 'file_type', name);
  }
  for (const name of ['bogus', 'website', 'consent', 'email']) {
    const answer = await send(`name="${name}"; filename="a.txt"`, 'bytes');
    assert.equal(answer.status, 400, `a file is taken where the form has none: ${name}`);
  }
  assert.deepEqual(await kept(), there);
  assert.deepEqual(await incoming(), []);
});

test('2, 23, 11.A8: a file over the limit is refused by length, in chunks, and by the quota of the disk', async () => {
  const large = await sent(file('a.txt', 'x'.repeat(10 * 1024 * 1024 + 1)));
  assert.equal(large.status, 413);
  const url = `${server.origin}/api/forms/contact`;
  const type = { 'content-type': 'multipart/form-data; boundary=X' };
  const refused = await fetch(url, {
    method: 'POST',
    headers: { ...type, 'content-length': String(2 ** 40) },
    body: 'x',
  }).then(
    (answer) => answer.status,
    () => 413, // node itself may object to the length
  );
  assert.equal(refused, 413);
  for (let i = 0; i < 4; i += 1) assert.equal((await sent(file('a.txt', 'x'.repeat(9 * 1024 * 1024)))).status, 201);
  const full = await sent(file('a.txt', 'x'.repeat(9 * 1024 * 1024)));
  assert.equal(full.status, 503);
  assert.ok(full.headers.get('retry-after'));
  assert.equal((await json(full)).code, 'no_room');
  const page = await post(
    server.origin,
    { ...good, attachments: file('a.txt', 'x'.repeat(9 * 1024 * 1024)) },
    { accept: 'text/html' },
  );
  assert.match(await page.text(), /Files cannot be taken just now\. Please send again without them/);
  assert.equal((await sent()).status, 201); // words still come in
  assert.deepEqual(await incoming(), []);
});

test('26: an upload that is broken off leaves nothing', async () => {
  const socket = await open_socket(server.port);
  socket.write(
    'POST /api/forms/contact HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=X\r\nContent-Length: 1000000\r\n\r\n' +
      '--X\r\nContent-Disposition: form-data; name="attachments"; filename="a.txt"\r\n\r\nhello',
  );
  await until(async () => (await incoming()).length === 1, 5);
  socket.destroy();
  await until(async () => (await incoming()).length === 0, 10);
});

test('11.A7: what a crash left of files goes with the hourly tidying, and nothing that is young or being written', async () => {
  const config = join(await mkdtemp(join(tmpdir(), 'lacit-tidy-')), 'lacit.toml');
  await writeFile(config, '[forms]\ntidy_every = 1\n');
  const tidy = await serve_forms(['--config', config]);
  await until(async () => (await json(await fetch(`${tidy.origin}/healthz`))).forms === 'ok', 10);
  const place = join(tidy.data, 'incoming');
  const long_ago = new Date(Date.now() - 2 * 3600 * 1000);
  const socket = await open_socket(tidy.port);
  socket.write(
    'POST /api/forms/contact HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=X\r\nContent-Length: 1000000\r\n\r\n' +
      '--X\r\nContent-Disposition: form-data; name="attachments"; filename="a.txt"\r\n\r\nhello',
  );
  await until(async () => (await readdir(place)).length === 1, 10);
  const [writing = ''] = await readdir(place);
  await writeFile(join(place, 'young'), 'x');
  await writeFile(join(place, 'old'), 'x');
  for (const name of [writing, 'old']) await utimes(join(place, name), long_ago, long_ago);
  await until(async () => !(await readdir(place)).includes('old'), 10);
  assert.deepEqual((await readdir(place)).sort(), [writing, 'young'].sort());
  socket.destroy();
  await tidy.end();
});

test('39: what the staff deletes is gone with its files', async () => {
  const { reference } = await json(await sent(file('secret.txt', 'x')));
  const there = (await kept()).length;
  assert.equal((await server.inbox('delete', reference)).code, 0);
  assert.equal((await kept()).length, there - 1);
  assert.notEqual((await server.inbox('show', reference)).code, 0);
});
