// One address that wants all connections gets its share, and everybody else is served as before.
import assert from 'node:assert/strict';
import { Agent, get } from 'node:http';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { make_site, serve } from './support/process.mjs';
import { until } from './support/waiting.mjs';

const share = 512; // of 4096

/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
before(async () => {
  server = await serve(await make_site({ 'index.html': 'home' }), ['--header-timeout', '60']);
});
after(() => server.stop());

/** Connections of 127.0.0.1 that send these bytes, then nothing; how many are open stays known. @param {number} count @param {string} bytes */
async function open(count, bytes) {
  let opened = 0;
  /** @type {Set<import('node:net').Socket>} */
  const alive = new Set();
  for (let i = 0; i < count; i += 1) {
    const socket = connect({ port: server.port, host: '127.0.0.1', localAddress: '127.0.0.1' });
    socket.on('error', () => {});
    socket.on('close', () => alive.delete(socket));
    await new Promise((resolve) => socket.once('connect', resolve).once('close', resolve));
    opened += 1;
    alive.add(socket);
    if (bytes) socket.write(bytes);
  }
  return { opened, alive, end: () => alive.forEach((socket) => socket.destroy()) };
}

/** A page asked for from an address of this machine. @param {string} from @param {Agent} [agent] @returns {Promise<string>} */
const ask = (from, agent = new Agent()) =>
  new Promise((resolve, reject) => {
    const request = get(server.origin, { localAddress: from, agent, timeout: 5000 }, (response) => {
      let text = '';
      response.on('data', (data) => (text += data));
      response.on('end', () => resolve(text));
    });
    request.on('error', reject).on('timeout', () => request.destroy(new Error('no answer in 5 s')));
  });

/** Others ask again and again while `work` runs; all of them must be answered. @param {() => Promise<void>} work */
async function meanwhile(work) {
  let running = true;
  let answered = 0;
  const kept = new Agent({ keepAlive: true, maxSockets: 1 });
  const others = (async () => {
    for (; running; answered += 1) {
      assert.equal(await ask('127.0.0.2'), 'home');
      assert.equal(await ask('127.0.0.3', kept), 'home');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  await work();
  running = false;
  await others;
  kept.destroy();
  assert.ok(answered > 5, `${answered} answers`);
}

for (const [what, bytes] of /** @type {const} */ ([
  ['idle', ''],
  ['half a head each', 'GET / HTTP/1.1\r\nHost: x\r\n'],
])) {
  test(
    `11.A8: 4,200 connections of one address, ${what}, leave others' requests alone`,
    { timeout: 120_000 },
    async () => {
      await meanwhile(async () => {
        const { opened, alive, end } = await open(4200, bytes);
        assert.equal(opened, 4200);
        assert.equal(await ask('127.0.0.1'), 'home', 'nor are its own new ones shut out');
        await until(async () => alive.size <= share);
        assert.ok(alive.size > share / 2, `${alive.size} are open`);
        end();
      });
    },
  );
}

test('11.A8: a kept connection is still there after another address opened 4,200', { timeout: 120_000 }, async () => {
  const kept = new Agent({ keepAlive: true, maxSockets: 1 });
  assert.equal(await ask('127.0.0.4', kept), 'home');
  const [socket] = Object.values(kept.freeSockets).flat();
  const { end } = await open(4200, '');
  assert.equal(await ask('127.0.0.4', kept), 'home');
  assert.equal(Object.values(kept.freeSockets).flat()[0], socket, 'the same connection');
  end();
  kept.destroy();
});
