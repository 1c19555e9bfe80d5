// Pictures come from the disk, not from memory: with ranges, conditions and caching as everything else, and honestly where
// the file changed under the server.
import assert from 'node:assert/strict';
import { mkdir, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { after, before, test } from 'node:test';
import { make_site, open_socket, raw, serve } from './support/process.mjs';
import { most_memory } from './support/raw_form.mjs';
import { until } from './support/waiting.mjs';

const picture = '/assets/porch.0123456789ab-640.avif';
const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, i) => (i * 7 + (i >> 8)) % 256));
const large = 40 * 1024 * 1024;

/** @type {string} */
let folder;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
before(async () => {
  folder = await make_site({ 'index.html': '<h1>home</h1>', 'photo.jpg': bytes });
  await mkdir(`${folder}/assets`);
  await writeFile(folder + picture, bytes);
  for (const ending of ['webp', 'jpg', 'png']) await writeFile(`${folder}/assets/a.0123456789ab-320.${ending}`, 'x');
  await writeFile(`${folder}/assets/empty.0123456789ab-320.jpg`, '');
  for (const name of ['gone', 'cut', 'shrinks'])
    await writeFile(`${folder}/assets/${name}.0123456789ab-320.jpg`, bytes);
  await writeFile(`${folder}/assets/large.0123456789ab-2560.jpg`, Buffer.alloc(large, 'x'));
  server = await serve(folder);
});
after(() => server.stop());

/** @param {string} path @param {Record<string, string>} [headers] @param {string} [method] */
const ask = (path, headers = {}, method = 'GET') => fetch(server.origin + path, { headers, method });

test('a picture comes whole, of its type, to be kept for ever', async () => {
  const answer = await ask(picture);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type'), 'image/avif');
  assert.equal(answer.headers.get('content-length'), String(bytes.length));
  assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable');
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
  assert.ok(bytes.equals(Buffer.from(await answer.arrayBuffer())));
  const types = { webp: 'image/webp', jpg: 'image/jpeg', png: 'image/png' };
  for (const [ending, type] of Object.entries(types)) {
    assert.equal((await ask(`/assets/a.0123456789ab-320.${ending}`)).headers.get('content-type'), type);
  }
  assert.equal((await ask('/photo.jpg')).headers.get('cache-control'), 'no-cache');
  assert.equal(await (await ask('/assets/empty.0123456789ab-320.jpg')).text(), '');
});

test('HEAD, conditions and ranges', async () => {
  const head = await ask(picture, {}, 'HEAD');
  assert.equal(head.headers.get('content-length'), String(bytes.length));
  assert.equal(await head.text(), '');
  const tag = head.headers.get('etag') ?? '';
  assert.match(tag, /^".+"$/);
  const known = await ask(picture, { 'If-None-Match': tag });
  assert.equal(known.status, 304);
  const ranges = { 'bytes=0-9': [0, 10], 'bytes=70000-200000': [70_000, 200_001], 'bytes=-5': [299_995, 300_000] };
  for (const [range, [from, to]] of Object.entries(ranges)) {
    const part = await ask(picture, { Range: range });
    assert.equal(part.status, 206);
    assert.equal(part.headers.get('content-range'), `bytes ${from}-${to - 1}/${bytes.length}`);
    assert.ok(bytes.subarray(from, to).equals(Buffer.from(await part.arrayBuffer())), range);
  }
  assert.equal((await ask(picture, { Range: 'bytes=300000-' })).status, 416);
  assert.equal((await ask(picture, { Range: 'bytes=0-9', 'If-Range': '"other"' })).status, 200);
  const photo = (await ask('/photo.jpg')).headers.get('etag');
  await utimes(`${folder}/photo.jpg`, 1, 1);
  await until(async () => (await ask('/photo.jpg')).headers.get('etag') !== photo);
});

test('several pictures over one connection', async () => {
  const line = `GET ${picture} HTTP/1.1\r\nHost: a\r\n`;
  const all = await raw(server.port, `${line}\r\n${line}Connection: close\r\n\r\n`);
  assert.equal(all.split('HTTP/1.1 200 OK').length, 3);
});

test('one that is gone, or is another than when the site was read, is a clean error', async () => {
  await rm(`${folder}/assets/gone.0123456789ab-320.jpg`);
  await truncate(`${folder}/assets/cut.0123456789ab-320.jpg`, 1000);
  for (const name of ['gone', 'cut']) {
    const answer = await ask(`/assets/${name}.0123456789ab-320.jpg`);
    assert.ok([404, 500].includes(answer.status) || (await answer.arrayBuffer()).byteLength === 1000, name);
    if (answer.status === 500) assert.equal(await answer.text(), '500\n'); // a site without words of its own
  }
  assert.equal((await ask('/')).status, 200);
});

test('one that becomes shorter while it is sent ends the connection: no reader takes it for whole', async () => {
  const path = '/assets/large.0123456789ab-2560.jpg';
  const failed = await new Promise((resolve) => {
    get(server.origin + path, (answer) => {
      answer.once('data', async () => {
        answer.pause();
        await truncate(folder + path, 1024 * 1024);
        answer.resume();
      });
      answer.once('end', () => resolve(!answer.complete));
      answer.once('error', () => resolve(true));
    });
  });
  assert.ok(failed);
});

test('forty slow readers of a large picture cost the server a piece each, not the picture', async () => {
  const path = '/assets/slow.0123456789ab-2560.jpg';
  await writeFile(folder + path, Buffer.alloc(large, 'y'));
  await until(async () => (await ask(path, {}, 'HEAD')).status === 200);
  const earlier = most_memory(server.child.pid);
  const sockets = await Promise.all(Array.from({ length: 40 }, () => open_socket(server.port)));
  const begun = sockets.map((socket) => new Promise((resolve) => socket.once('readable', resolve)));
  for (const socket of sockets) socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`);
  await Promise.all(begun);
  assert.equal((await ask('/')).status, 200);
  const grown = most_memory(server.child.pid) - earlier;
  for (const socket of sockets) socket.destroy();
  assert.ok(grown < 16 * 1024 * 1024, `${grown} bytes more`);
});
