// How much, how long and until when the server reads. Numbers: docs/requirements.md.
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { good, json, post, proof, serve_forms } from './support/forms.mjs';
import { open_socket, raw } from './support/process.mjs';
import { connection, file_head, head, most_memory, multipart } from './support/raw_form.mjs';
import { until } from './support/waiting.mjs';

/** @type {import('./support/forms.mjs').FormServer} */
let server;
before(async () => {
  server = await serve_forms(['--body-timeout', '3']);
});
after(() => server.end());

const incoming = () => readdir(`${server.data}/incoming`);

/** Sends 200 MB after `start`, or until the server has enough. @param {string} start */
async function flood(start) {
  const { write, answer, is_open, closed, socket } = await connection(server.port);
  await write(head('Transfer-Encoding: chunked'));
  await write(`${start.length.toString(16)}\r\n${start}\r\n`);
  const chunk = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(0x10000, 'a'), Buffer.from('\r\n')]);
  for (let sent = 0; sent < 200e6 && is_open() && !answer(); sent += 0x10000) await write(chunk);
  await until(async () => answer() !== '' || !is_open());
  socket.destroy();
  await closed;
  return answer();
}

test('2: 200 MB in chunks are refused long before their end, and take no memory', async () => {
  await post(server.origin, good); // what a first form takes once
  const before_flood = most_memory(server.child.pid);
  assert.match(await flood(file_head('')), /^HTTP\/1\.1 422 [^]*"file_type"/); // of a file without a name: at once
  assert.match(await flood(file_head('a.txt')), /^HTTP\/1\.1 413 [^]*"too_large"/); // in a file
  const grown = most_memory(server.child.pid) - before_flood;
  assert.ok(grown < 16 * 1024 * 1024, `${grown} bytes more`);
  await until(async () => (await incoming()).length === 0);
});

test('2: a length that is too large is refused before its body, and none at all is an empty form', async () => {
  const { write, answer, closed, socket } = await connection(server.port);
  await write(head('Content-Length: 200000000'));
  await until(async () => answer() !== '');
  socket.destroy();
  await closed;
  assert.match(answer(), /^HTTP\/1\.1 413 /);
  assert.match(await raw(server.port, head('X-Nothing: x')), /^HTTP\/1\.1 4\d\d /);
});

test('3: a body has one deadline: a byte now and then does not move it, and what came is gone', async () => {
  const { write, closed, socket } = await connection(server.port);
  await write(head('Content-Length: 100000') + file_head('slow.txt'));
  const began = Date.now();
  const drip = setInterval(() => socket.write('a'), 200);
  await until(async () => (await incoming()).length === 1);
  await closed;
  clearInterval(drip);
  const passed = Date.now() - began;
  assert.ok(passed > 2000 && passed < 30_000, `${passed} ms`);
  await until(async () => (await incoming()).length === 0);
});

test('3, 5: a hundred that send a byte now and then do not delay a good form', async () => {
  const slow = await Promise.all(Array.from({ length: 100 }, () => open_socket(server.port)));
  for (const socket of slow) {
    socket.on('error', () => {});
    socket.write(head('Content-Length: 100000') + file_head('slow.txt'));
  }
  const drip = setInterval(() => slow.forEach((socket) => socket.writable && socket.write('a')), 200);
  const altcha = await proof(server.origin);
  const began = Date.now();
  const answer = await post(server.origin, { ...good, altcha });
  const passed = Date.now() - began;
  clearInterval(drip);
  assert.equal(answer.status, 201);
  assert.ok(passed < 2500, `${passed} ms`); // less than a slow one may take
  for (const socket of slow) socket.destroy();
});

test('4: over-long addresses, names of fields and files, fields and numbers of parts have a refusal each', async () => {
  assert.match(await raw(server.port, `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`), /^HTTP\/1\.1 414 /);
  const status = async (/** @type {Record<string, string | File | File[]>} */ fields) =>
    (await post(server.origin, { ...good, ...fields })).status;
  assert.equal(await status({ ['f'.repeat(101)]: 'x' }), 400);
  assert.equal(await status({ attachments: new File(['x'], `${'n'.repeat(2000)}.txt`) }), 400);
  const long = await post(server.origin, { ...good, message: 'x'.repeat(5001) });
  assert.deepEqual((await json(long)).errors, [{ field: 'message', code: 'too_long' }]);
  assert.equal(await status({ message: 'x'.repeat(300_000) }), 413);
  assert.equal(await status(Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`f${i}`, 'x']))), 413);
});

test('9: forms that are half sent when the server is told to stop are finished, and what was thanked for is stored', async () => {
  const stopping = await serve_forms();
  const half_sent = [];
  for (let i = 0; i < 6; i += 1) {
    const body = multipart({ ...good, message: `${i}`, altcha: await proof(stopping.origin) });
    const client = await connection(stopping.port);
    await client.write(head(`Content-Length: ${body.length}`) + body.slice(0, 100));
    half_sent.push({ client, rest: body.slice(100) });
  }
  await fetch(`${stopping.origin}/healthz`); // those before it were read up to here
  stopping.child.kill('SIGTERM');
  const refused = () =>
    fetch(`${stopping.origin}/healthz`).then(
      () => false,
      () => true,
    );
  await until(refused);
  const answers = await Promise.all(
    half_sent.map(async ({ client, rest }) => {
      await client.write(rest);
      await client.closed;
      return client.answer();
    }),
  );
  assert.equal(await stopping.ended, 0);
  for (const answer of answers) {
    assert.match(answer, /^HTTP\/1\.1 201 /);
    const reference = /"reference":"([^"]+)"/.exec(answer)?.[1] ?? '';
    assert.equal((await stopping.inbox('show', reference)).code, 0);
  }
  await stopping.end();
});
