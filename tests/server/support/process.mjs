// Runs the real program over a small site of the test's own.
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { leashed } from '../../support/children.mjs';

export const program = process.env.LACIT_BIN ?? fileURLToPath(new URL('../../../build/bin/lacit', import.meta.url));

/** @param {Record<string, string | Uint8Array>} files @returns {Promise<string>} */
export async function make_site(files) {
  const folder = await mkdtemp(join(tmpdir(), 'lacit-site-'));
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
  return folder;
}

/**
 * @param {string[]} args
 * @returns {Promise<{ code: number | null, out: string, err: string }>} after the program's end
 */
export function run(args) {
  const child = leashed(spawn(program, args));
  let out = '';
  let err = '';
  child.stdout.on('data', (data) => (out += data));
  child.stderr.on('data', (data) => (err += data));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}

/**
 * @param {string} site @param {string[]} [more]
 * @param {{ keep?: boolean, under?: string[] }} [how] keep: the site is not the test's own; under: a program that becomes the server
 */
export async function serve(site, more = [], { keep = false, under = [] } = {}) {
  const [command = program, ...args] = [...under, program, 'serve', '--site', site, '--port', '0', ...more];
  const child = leashed(spawn(command, args));
  let errors = '';
  child.stderr.on('data', (data) => (errors += data));
  const port = await new Promise((resolve, reject) => {
    child.stdout.on('data', (data) => resolve(Number(/:(\d+)\//.exec(String(data))?.[1])));
    child.once('error', reject);
    child.once('close', () => reject(new Error(`the server ended before it served: ${errors}`)));
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  return {
    port: Number(port),
    origin: `http://127.0.0.1:${port}`,
    child,
    ended,
    /** What it said on standard error. */
    errors: () => errors,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      if (!keep) await rm(site, { recursive: true, force: true });
    },
  };
}

/** @param {number} port @returns {Promise<import('node:net').Socket>} */
export function open_socket(port) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', reject);
  });
}

/** Sends bytes as they are and gives all that comes back. @param {number} port @param {string} bytes @returns {Promise<string>} */
export async function raw(port, bytes) {
  const socket = await open_socket(port);
  let answer = '';
  socket.on('data', (data) => (answer += data));
  socket.write(bytes);
  await new Promise((resolve) => socket.once('close', resolve));
  return answer;
}
