// A process of its own, so that its work is not taken for the server's slowness: hostile_load.mjs PORT. A hundred clients that
// send a byte a second, half of them in the head of a request and half in the body of a form, and one that sends a body of
// 200 MB in chunks, again and again. Each comes back when it is shown out. Says on standard output how often that was.
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const port = Number(process.argv[2]);
const slow_clients = 100;
const chunk = Buffer.from(`10000\r\n${'x'.repeat(0x10000)}\r\n`);
const chunks = (200 * 1024 * 1024) / 0x10000;
const head =
  'POST /api/forms/contact HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n';
const counts = { slow: 0, large: 0, large_bytes: 0 };

/** @param {(socket: import('node:net').Socket) => Promise<void>} use */
async function connection(use) {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  socket.resume();
  const closed = new Promise((resolve) => socket.once('close', resolve));
  await Promise.race([closed, use(socket)]);
  socket.destroy();
}

/** @param {boolean} in_body */
async function slow(in_body) {
  for (;;) {
    await connection(async (socket) => {
      socket.write(in_body ? `${head}Content-Length: 1000000\r\n\r\n` : 'GET / HTTP/1.1\r\nX-Slow: ');
      while (!socket.destroyed) {
        socket.write('a');
        await sleep(1000);
      }
    });
    counts.slow += 1;
    await sleep(100);
  }
}

async function large() {
  for (;;) {
    await connection(async (socket) => {
      socket.write(`${head}Transfer-Encoding: chunked\r\n\r\n`);
      for (let i = 0; i < chunks && !socket.destroyed; i += 1) {
        if (!socket.write(chunk)) await Promise.race([once(socket, 'drain'), once(socket, 'close')]).catch(() => {});
        counts.large_bytes += chunk.length;
      }
      socket.end('0\r\n\r\n');
      await once(socket, 'close');
    });
    counts.large += 1;
    await sleep(100);
  }
}

process.on('SIGTERM', () => {
  console.log(JSON.stringify(counts));
  process.exit();
});
for (let i = 0; i < slow_clients; i += 1) void slow(i % 2 === 1);
void large();
console.log('ready');
