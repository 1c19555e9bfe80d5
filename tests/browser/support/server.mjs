// Starts the real server for one test file. LACIT_BIN and LACIT_SITE choose another program or another built site.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { leashed } from '../../support/children.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const program = process.env.LACIT_BIN ?? `${root}build/bin/lacit`;
const start_limit_ms = 15_000;

/** @returns {Promise<number>} a port that was free a moment ago. */
export function free_port() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** @param {string} url */
async function answers(url) {
  try {
    return (await fetch(url)).status < 500;
  } catch {
    return false;
  }
}

/**
 * @typedef {{ origin: string, stop: () => Promise<void> }} Server
 * @param {string} [site] the folder to serve
 * @returns {Promise<Server>}
 */
export async function start_server(site = process.env.LACIT_SITE ?? `${root}build/site`) {
  const port = await free_port();
  const data = await mkdtemp(join(tmpdir(), 'lacit-data-')); // as ./dev serve has one: forms and counts have an address
  const child = leashed(
    spawn(program, ['serve', '--site', site, '--port', String(port), '--data', data], {
      stdio: ['ignore', 'ignore', 'pipe'],
    }),
  );
  let said = '';
  /** @type {Error | undefined} */
  let failure;
  child.stderr.on('data', (text) => (said += text));
  child.on('error', (error) => (failure = error));
  const ended = new Promise((resolve) => child.once('close', resolve));
  const origin = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + start_limit_ms;
  while (!(await answers(`${origin}/`))) {
    const gone = failure || child.exitCode !== null || Date.now() > deadline;
    if (gone) {
      child.kill();
      throw new Error(
        `${program} serve --site ${site} did not start: ${failure?.message ?? said}; run ./dev build first`,
      );
    }
    await delay(50);
  }
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    await rm(data, { recursive: true, force: true });
  };
  return { origin, stop };
}
