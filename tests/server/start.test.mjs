// How the program starts, refuses to, and ends.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { symlink } from 'node:fs/promises';
import { basename } from 'node:path';
import { test } from 'node:test';
import { make_site, open_socket, run, serve } from './support/process.mjs';
import { until } from './support/waiting.mjs';

test('a busy port, a missing folder and a bad flag each give one clear line and a non-zero exit', async () => {
  const server = await serve(await make_site({ 'index.html': 'home' }));
  const site = await make_site({ 'index.html': 'home' });
  const cases = [
    [['serve', '--site', site, '--port', String(server.port)], /port \d+ cannot be had .*--port \d+/],
    [['serve', '--site', '/nowhere/at/all'], /\/nowhere\/at\/all holds no built site.*\.\/dev build/],
  ];
  for (const [args, words] of /** @type {[string[], RegExp][]} */ (cases)) {
    const { code, err } = await run(args);
    assert.notEqual(code, 0);
    assert.match(err, words);
    assert.equal(err.trim().split('\n').length, 1);
  }
  for (const [flag = '', value = '', words = /./] of /** @type {[string, string, RegExp][]} */ ([
    ['--prot', '80', /--prot/],
    ['--address', 'here', /--address: is no IP address: «here»/],
  ])) {
    const { code, err } = await run(['serve', flag, value]);
    assert.notEqual(code, 0);
    assert.match(err, words);
  }
  await server.stop();
});

test('11.A7: a data folder in the site’s folder, by whatever name, is refused: what visitors write would be served', async () => {
  const site = await make_site({ 'index.html': 'home' });
  const link = `${site}-link`;
  await symlink(site, link);
  for (const data of [`${site}/data`, site, `${link}/data`, `${site}/../${basename(site)}/a/b`]) {
    const { code, err } = await run(['serve', '--site', site, '--data', data, '--port', '0']);
    assert.equal(code, 1);
    assert.match(
      err,
      /lies in the site's, .*so that everybody could read what visitors write; name another one with --data/,
    );
  }
  const server = await serve(site, ['--data', `${site}-data`]);
  assert.equal((await fetch(`${server.origin}/healthz`)).status, 200);
  await server.stop();
});

test('form-backend 9: SIGTERM lets a slow download finish and then ends with 0', async () => {
  const big = randomBytes(8 * 1024 * 1024);
  const server = await serve(await make_site({ 'index.html': 'home', 'big.bin': big }));
  const socket = await open_socket(server.port);
  let received = 0;
  socket.write('GET /big.bin HTTP/1.1\r\nHost: x\r\n\r\n');
  await new Promise((resolve) => socket.once('data', resolve));
  socket.pause();
  server.child.kill('SIGTERM');
  // eslint-disable-next-line no-restricted-syntax -- time itself: a visitor who reads slowly while the server ends
  await new Promise((resolve) => setTimeout(resolve, 300));
  socket.on('data', (data) => (received += data.length));
  socket.resume();
  const closed = new Promise((resolve) => socket.once('close', resolve));
  assert.equal(await server.ended, 0);
  await closed;
  assert.ok(received > big.length - 256 * 1024, `${received} bytes came`);
});

test('a new build is served without a restart', async () => {
  const site = await make_site({ 'index.html': 'old' });
  const server = await serve(site);
  assert.equal(await (await fetch(server.origin)).text(), 'old');
  const { writeFile } = await import('node:fs/promises');
  await writeFile(`${site}/index.html`, 'newer');
  await until(async () => (await (await fetch(server.origin)).text()) === 'newer', 10);
  await server.stop();
});
