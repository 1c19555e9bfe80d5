// A real nginx with deploy/nginx.conf: only ports, certificates and the upstream are the test's.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { leashed } from '../../support/children.mjs';
import { free_port, until } from './waiting.mjs';

export const execute = promisify(execFile);

/** A configuration around `lacit.conf` in that folder, all of whose files are in it too. @param {string} folder */
export const frame = (folder) => `daemon off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events {}
http {
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  include ${folder}/lacit.conf;
}
`;

/** @param {string} folder */
const certify = (folder) =>
  execute('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'],
    ...['-subj', '/CN=la-cit.org', '-addext', 'subjectAltName=DNS:la-cit.org'],
    ...['-keyout', join(folder, 'privkey.pem'), '-out', join(folder, 'fullchain.pem')],
  ]);

/** Writes the configuration for a lacit at that port. @param {number} lacit */
export async function configure(lacit) {
  const folder = await mkdtemp(join(tmpdir(), 'lacit-nginx-'));
  await chmod(folder, 0o755); // nginx's workers are another user's where the test is root
  const [http, https] = [await free_port(), await free_port()];
  const shipped = await readFile(new URL('../../../deploy/nginx.conf', import.meta.url), 'utf8');
  const text = shipped
    .replace(/^ *listen \[::\].*$/gm, '') // not every machine has IPv6
    .replace('listen 80;', `listen 127.0.0.1:${http};`)
    .replace('listen 443 ', `listen 127.0.0.1:${https} `)
    .replaceAll('/etc/letsencrypt/live/la-cit.org', folder)
    .replace('127.0.0.1:8080', `127.0.0.1:${lacit}`);
  await certify(folder);
  await writeFile(join(folder, 'lacit.conf'), text);
  await writeFile(join(folder, 'nginx.conf'), frame(folder));
  return { folder, http, https, file: join(folder, 'nginx.conf') };
}

/** @param {number} lacit the port of the server behind it */
export async function start_nginx(lacit) {
  const { folder, http, https, file } = await configure(lacit);
  const child = leashed(
    spawn('nginx', ['-p', folder, '-e', join(folder, 'error.log'), '-c', file], { stdio: 'ignore' }),
  );
  const ended = once(child, 'close');
  /**
   * curl, as a visitor at that address of this machine.
   * @param {string[]} args @param {string} [path] @param {string} [from]
   */
  const curl = async (args, path = '/', from = '127.0.0.1') => {
    const { stdout } = await execute('curl', [
      ...['-sS', '--interface', from, '--cacert', join(folder, 'fullchain.pem')],
      ...['--resolve', `la-cit.org:${https}:127.0.0.1`, ...args, `https://la-cit.org:${https}${path}`],
    ]);
    return stdout;
  };
  await until(() =>
    curl(['-o', '/dev/null']).then(
      () => true,
      () => false,
    ),
  );
  return {
    http,
    https,
    origin: `https://la-cit.org:${https}`,
    curl,
    log: () => readFile(join(folder, 'error.log'), 'utf8'),
    async end() {
      child.kill('SIGQUIT');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
