// Clients that are slow, many or malicious.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { make_site, open_socket, raw, serve } from './support/process.mjs';

/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
before(async () => {
  server = await serve(await make_site({ 'index.html': 'home' }), ['--header-timeout', '2']);
});
after(() => server.stop());

test('form-backend 1: two lengths, or a length and chunks, are refused and the connection closed', async () => {
  const both = 'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n';
  const twice = 'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcd';
  for (const request of [both, twice]) {
    const answer = await raw(server.port, request);
    assert.match(answer, /^HTTP\/1\.1 400 /);
    assert.equal(answer.match(/HTTP\/1\.1/g)?.length, 1);
  }
});

test('form-backend 3: the header deadline is absolute: a byte now and then does not move it', async () => {
  const socket = await open_socket(server.port);
  const began = Date.now();
  const drip = setInterval(() => socket.write('X'), 200);
  socket.write('GET / HTTP/1.1\r\nX-');
  socket.on('error', () => {});
  await new Promise((resolve) => socket.once('close', resolve));
  clearInterval(drip);
  const passed = Date.now() - began;
  assert.ok(passed > 1500 && passed < 10_000, `${passed} ms`);
});

test('form-backend 4: an over-long head is refused', async () => {
  const answer = await raw(server.port, `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(40_000)}\r\n\r\n`);
  assert.match(answer, /^HTTP\/1\.1 431 /);
});

test('form-backend 5: 1,000 idle connections do not delay a good request', async () => {
  const idle = await Promise.all(Array.from({ length: 1000 }, () => open_socket(server.port)));
  for (const socket of idle) socket.on('error', () => {});
  const answer = await fetch(server.origin, { signal: AbortSignal.timeout(5000) });
  assert.equal(await answer.text(), 'home');
  for (const socket of idle) socket.destroy();
});

test('form-backend 6: unlisted methods get 405 with Allow', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
    const answer = await fetch(server.origin, { method });
    assert.equal(answer.status, 405);
    assert.equal(answer.headers.get('allow'), 'GET, HEAD');
  }
});

test('nonsense gets a 400, not silence and not a crash', async () => {
  assert.match(await raw(server.port, 'HELLO\r\n\r\n'), /^HTTP\/1\.1 400 /);
  assert.match(
    await raw(server.port, 'GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'),
    /^HTTP\/1\.1 400 /,
  );
  assert.equal((await fetch(server.origin)).status, 200);
});
