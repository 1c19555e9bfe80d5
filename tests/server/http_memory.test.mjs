// Messages without end. Whatever part of a message is endless, the server says no early and keeps nothing of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serve_forms } from './support/forms.mjs';
import { connection, most_memory } from './support/raw_form.mjs';
import { until } from './support/waiting.mjs';

const head = (/** @type {string} */ target) =>
  `POST ${target} HTTP/1.1\r\nHost: x\r\nAccept: application/json\r\nContent-Type: multipart/form-data; boundary=X\r\nTransfer-Encoding: chunked\r\n\r\n`;
const form = '/api/forms/contact';
const chunk = (/** @type {string} */ content) => `${content.length.toString(16)}\r\n${content}\r\n`;
const filler = 'x'.repeat(0x10000);

/** A beginning, and what then comes without end. @type {Record<string, [string, string]>} */
const endless = {
  'a request line': ['GET /', filler],
  'a method': ['', filler],
  'empty lines': ['', '\r\n'.repeat(0x8000)],
  'a field': ['GET / HTTP/1.1\r\nHost: x\r\nA: ', filler],
  fields: ['GET / HTTP/1.1\r\nHost: x\r\n', 'A: b\r\n'.repeat(0x2000)],
  'a field name': ['GET / HTTP/1.1\r\nHost: x\r\n', filler],
  "a chunk's extension": [`${head(form)}3;`, filler],
  "a chunk's extension of a page": [`${head('/')}3;`, filler],
  'extensions of many chunks': [head(form), `1;${'x'.repeat(200)}\r\na\r\n`.repeat(300)],
  'zeros before a size': [head(form), '0'.repeat(0x10000)],
  "a chunk's size": [head(form), '1'.repeat(0x10000)],
  'a trailer': [`${head(form)}0\r\nA: `, filler],
  trailers: [`${head(form)}0\r\n`, 'A: b\r\n'.repeat(0x2000)],
  'trailers of a page': [`${head('/')}0\r\n`, 'A: b\r\n'.repeat(0x2000)],
  'words before the first part': [head(form), chunk(filler)],
  'words after the last part': [
    `${head(form)}${chunk('--X\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--X--\r\n')}`,
    chunk(filler),
  ],
  "a part's head": [`${head(form)}${chunk('--X\r\nA: ')}`, chunk(filler)],
  parts: [head(form), chunk('--X\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'.repeat(1000))],
  'a field of the form': [
    `${head(form)}${chunk('--X\r\nContent-Disposition: form-data; name="a"\r\n\r\n')}`,
    chunk(filler),
  ],
  'a body nobody asked for': [head('/'), chunk(filler)],
};

const most = 40e6;

/** @param {number} port @param {[string, string]} what */
async function send(port, [beginning, more]) {
  const { write, answer, is_open, closed, socket } = await connection(port);
  await write(beginning);
  const piece = Buffer.from(more);
  let sent = 0;
  for (; sent < most && is_open() && !answer(); sent += piece.length) await write(piece);
  await until(async () => answer() !== '' || !is_open());
  socket.end();
  await closed;
  return { sent, answer: answer() };
}

test('11.A3: no part of a message may be endless; three of each at once take no memory', async () => {
  const server = await serve_forms();
  const all = Object.entries(endless).flatMap((one) => [one, one, one]);
  const got = await Promise.all(all.map(async ([name, what]) => ({ name, ...(await send(server.port, what)) })));
  for (const { name, sent, answer } of got) {
    assert.match(answer, /^HTTP\/1\.1 4\d\d /, name);
    assert.match(answer, /\r\nConnection: close\r\n/, name);
    assert.ok(sent < most, `${name}: ${sent} bytes`);
  }
  const memory = most_memory(server.child.pid);
  assert.ok(memory < 64 * 1024 * 1024, `${memory} bytes`);
  assert.equal((await fetch(server.origin)).status, 200);
  await server.end();
});
