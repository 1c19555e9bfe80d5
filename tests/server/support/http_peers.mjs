// Two other readers of HTTP, run as they come: Node's http server, which is strict, and nginx, which reads a body to its end
// before it passes a request on. And what each answers to bytes.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leashed } from '../../support/children.mjs';
import { frame } from './nginx.mjs';
import { free_port, until } from './waiting.mjs';

/** In a process of its own, so that it answers while this one asks. */
const node_server = `
const server = require('node:http').createServer({ insecureHTTPParser: false }, (request, response) => {
  request.on('end', () => response.end('x'));
  request.resume();
});
server.listen(0, '127.0.0.1', 1024, () => console.log(server.address().port));
`;

export async function start_node() {
  const child = leashed(spawn(process.execPath, ['-e', node_server], { stdio: ['ignore', 'pipe', 'inherit'] }));
  const ended = once(child, 'close');
  const [line] = await once(child.stdout, 'data');
  return {
    port: Number(line),
    async end() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** One server reads requests to their end and passes them on to the other, which answers. @param {string} folder @param {number} port */
const servers = (folder, port) => `
access_log off;
server {
  listen 127.0.0.1:${port} backlog=1024;
  location / {
    proxy_pass http://unix:${folder}/inner.sock;
    proxy_ignore_client_abort on;
  }
}
server {
  listen unix:${folder}/inner.sock backlog=1024;
  return 200 x;
}
`;

export async function start_nginx() {
  const folder = await mkdtemp(join(tmpdir(), 'lacit-peer-'));
  await chmod(folder, 0o755); // nginx's workers are another user's where the test is root
  const port = await free_port();
  await writeFile(join(folder, 'nginx.conf'), frame(folder));
  await writeFile(join(folder, 'lacit.conf'), servers(folder, port));
  const child = leashed(
    spawn('nginx', ['-p', folder, '-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf')], {
      stdio: 'ignore',
    }),
  );
  const ended = once(child, 'close');
  const answers = () =>
    fetch(`http://127.0.0.1:${port}/`).then(
      (answer) => answer.ok,
      () => false,
    );
  await until(answers);
  return {
    port,
    async end() {
      child.kill('SIGQUIT');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What follows each case: whoever saw the case end where it ends answers this one, and closes. */
export const sentinel = Buffer.from('GET /sentinel HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
const patience = 300;

/** When the sentinel is sent: in one piece with the case, after the first answer, or not at all. @typedef {'at once' | 'then' | 'never'} Order */

/**
 * The final statuses that come back for some bytes and the sentinel. Who waits for more is told after a while that nothing
 * more comes.
 * @param {number} port @param {Buffer} bytes @param {Order} order @returns {Promise<number[]>}
 */
export function ask(port, bytes, order) {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    /** @type {(() => unknown)[]} */
    const steps = [() => socket.end(), () => socket.destroy()];
    if (order === 'then') steps.unshift(() => socket.write(sentinel));
    /** @type {NodeJS.Timeout | undefined} */
    let waiting;
    const wait = () => {
      clearTimeout(waiting);
      waiting = setTimeout(next, steps.length > 1 ? patience : 5000);
    };
    const next = () => {
      steps.shift()?.();
      if (steps.length > 0) wait();
    };
    socket.on('data', (data) => {
      text += data.toString('latin1');
      if (steps.length === 3) next();
      else wait();
    });
    socket.on('end', () => socket.destroy());
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(waiting);
      resolve(
        [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map((match) => Number(match[1])).filter((status) => status >= 200),
      );
    });
    socket.write(order === 'at once' ? Buffer.concat([bytes, sentinel]) : bytes);
    wait();
  });
}

/** Maps over all, so many at a time. @template T, R @param {T[]} all @param {number} at_once @param {(one: T) => Promise<R>} work @returns {Promise<R[]>} */
export async function map(all, at_once, work) {
  /** @type {R[]} */
  const results = [];
  let next = 0;
  const run = async () => {
    while (next < all.length) {
      const mine = next++;
      results[mine] = await work(/** @type {T} */ (all[mine]));
    }
  };
  await Promise.all(Array.from({ length: at_once }, run));
  return results;
}
