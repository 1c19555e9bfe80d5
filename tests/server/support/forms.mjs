// The real server with the real site's forms, and a sender of forms that works as a browser does. Proofs of work are solved by
// altcha-lib: an implementation that is not ours.
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { program, run, serve } from './process.mjs';
import { spawn } from 'node:child_process';

export const site = process.env.LACIT_SITE ?? fileURLToPath(new URL('../../../build/site', import.meta.url));
export { program };

/** What a good message says. */
export const good = {
  name: 'Ann',
  email: 'ann@example.org',
  phone: '',
  topic: 'training',
  message: 'Hello',
  consent: 'on',
};

/** @param {string[]} [more] flags for `lacit serve` @param {string[]} [under] a program that becomes the server, such as strace -D */
export async function serve_forms(more = [], data = '', under = []) {
  const folder = data || (await mkdtemp(join(tmpdir(), 'lacit-data-')));
  const server = await serve(site, ['--data', folder, '--posts-per-hour', '0', ...more], { keep: true, under });
  return {
    ...server,
    data: folder,
    /** @param {string[]} args */
    inbox: (...args) => run(['inbox', ...args, '--data', folder]),
    async end() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof serve_forms>>} FormServer */

/** @param {string} origin @returns {Promise<string>} the field `altcha` */
export async function proof(origin) {
  const challenge = /** @type {any} */ (await (await fetch(`${origin}/api/challenge`)).json());
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
}

/**
 * @param {string} origin
 * @param {Record<string, string | File | File[]>} fields
 * @param {Record<string, string>} [headers]
 */
export function post(origin, fields, headers = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of Array.isArray(value) ? value : [value]) form.append(name, one);
  }
  return fetch(`${origin}/api/forms/contact`, {
    method: 'POST',
    body: form,
    headers: { accept: 'application/json', ...headers },
    redirect: 'manual',
  });
}

/** @param {Response} response @returns {Promise<any>} */
export const json = (response) => response.json();

/** Ends a server as a power cut does. @param {FormServer} server */
export async function kill(server) {
  server.child.kill('SIGKILL');
  await server.ended;
}

/** @param {string} database @param {string} sql @returns {Promise<string>} */
export function sqlite(database, sql) {
  const child = spawn('python3', [
    '-c',
    'import sqlite3,sys; print(sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchall())',
    database,
    sql,
  ]);
  let out = '';
  child.stdout.on('data', (data) => (out += data));
  return new Promise((resolve) => child.once('close', () => resolve(out.trim())));
}
