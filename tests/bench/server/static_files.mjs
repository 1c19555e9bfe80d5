// The home page's requests a second, beside nginx's, in turn: the same bytes (brotli) under the same headers, 50 connections
// that stay open, no TLS. wrk asks, with a thread a core.
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { serve } from '../../server/support/process.mjs';
import { free_port, until } from '../../server/support/waiting.mjs';
import { median } from '../numbers.mjs';

const connections = 50;
const of_nginx = new Set([
  'content-type',
  'content-length',
  'content-encoding',
  'etag',
  'accept-ranges',
  'connection',
  'date',
  'server',
]);

/** Our headers as nginx's. @param {string} origin */
async function headers_of(origin) {
  const answer = await fetch(`${origin}/`, { headers: { 'accept-encoding': 'br' } });
  await answer.arrayBuffer();
  if (answer.headers.get('content-encoding') !== 'br') throw new Error('the home page did not come as brotli');
  return [...answer.headers]
    .filter(([name]) => !of_nginx.has(name))
    .map(([name, value]) => `add_header ${name} "${value}";`);
}

/** @param {string} folder @param {number} port @param {string[]} headers */
const nginx_conf = (folder, port, headers) => `
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 2;
daemon off;
pid ${folder}/pid;
error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${port};
    root ${folder}/site;
    types { text/html html; }
    add_header Content-Encoding br;
    ${headers.join('\n    ')}
  }
}
`;

/** @param {number} port @returns {Promise<boolean>} */
const listens = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true));
    socket.once('connect', () => socket.destroy());
    socket.once('error', () => resolve(false));
  });

/** @param {string} site @param {string} work @param {string[]} headers */
async function start_nginx(site, work, headers) {
  const folder = mkdtempSync(join(work, 'nginx-'));
  const port = await free_port();
  mkdirSync(join(folder, 'site'));
  copyFileSync(join(site, 'index.html.br'), join(folder, 'site', 'index.html'));
  writeFileSync(join(folder, 'nginx.conf'), nginx_conf(folder, port, headers));
  const child = spawn('/usr/sbin/nginx', ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')], {
    stdio: 'inherit',
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  await until(() => listens(port));
  return {
    origin: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** @param {string} origin @param {number} seconds @returns {number} */
function requests_a_second(origin, seconds) {
  const flags = ['-t2', `-c${connections}`, `-d${seconds}s`, '-H', 'Accept-Encoding: br'];
  const out = execFileSync('/usr/bin/wrk', [...flags, `${origin}/`], { encoding: 'utf8' });
  if (/Non-2xx|Socket errors/.test(out)) throw new Error(`wrk met errors:\n${out}`);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(out)?.[1]);
}

/** @param {string} site @param {string} work @param {{ rounds: number, seconds: number }} how */
export async function measure_static(site, work, { rounds, seconds }) {
  const ours = await serve(site, [], { keep: true });
  const nginx = await start_nginx(site, work, await headers_of(ours.origin));
  const [our_rates, nginx_rates] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
  try {
    for (let i = 0; i < rounds; i += 1) {
      nginx_rates.push(requests_a_second(nginx.origin, seconds));
      our_rates.push(requests_a_second(ours.origin, seconds));
    }
  } finally {
    await ours.stop();
    await nginx.stop();
  }
  return { rounds, ours_a_second: median(our_rates), nginx_a_second: median(nginx_rates) };
}
