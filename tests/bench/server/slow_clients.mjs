// What good visitors wait while others do harm, beside what they wait without them: pages and posts, the 99th percentile.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { serve_forms } from '../../server/support/forms.mjs';
import { quantile } from '../numbers.mjs';
import { watch_memory } from './memory.mjs';
import { each, get, keep_alive, post } from './posts.mjs';

const load = fileURLToPath(new URL('hostile_load.mjs', import.meta.url));
const visitors = 8;
const pause_ms = 20; // Between a visitor's requests: the wait is measured, not how much fits.
const pages_a_post = 4;

/** @param {() => Promise<{ status: number, text: string }>} request @param {number} wanted @returns {Promise<number>} milliseconds */
async function timed(request, wanted) {
  const start = performance.now();
  const { status, text } = await request();
  if (status !== wanted) throw new Error(`a good request was answered with ${status}: ${text.slice(0, 200)}`);
  return performance.now() - start;
}

/** @param {string} origin @param {string[]} proofs each for one post, and four pages before it */
async function visit(origin, proofs) {
  const agent = keep_alive(visitors);
  const [pages, posts] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
  await each(proofs, visitors, async (altcha) => {
    for (let i = 0; i < pages_a_post; i += 1) {
      pages.push(await timed(() => get(origin, agent, '/'), 200));
      await sleep(pause_ms);
    }
    posts.push(await timed(() => post(origin, agent, { message: 'Hello', altcha }, randomUUID()), 201));
    await sleep(pause_ms);
  });
  agent.destroy();
  return {
    requests: pages.length + posts.length,
    page_p99_ms: quantile(pages, 0.99),
    post_p99_ms: quantile(posts, 0.99),
  };
}

/** @param {number} port */
async function start_harm(port) {
  const child = spawn(process.execPath, [load, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (data) => (said += data));
  await once(child.stdout, 'data');
  return {
    /** @returns {Promise<{ slow: number, large: number, large_bytes: number }>} how often its clients were shown out */
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'close');
      return JSON.parse(said.slice(said.indexOf('{')));
    },
  };
}

/** @param {string} folder @param {string[]} proofs half of them for each measurement */
export async function measure_slow_clients(folder, proofs) {
  const server = await serve_forms([], mkdtempSync(join(folder, 'slow-')));
  const memory = watch_memory(() => server.child.pid);
  const half = Math.floor(proofs.length / 2);
  try {
    const alone = await visit(server.origin, proofs.slice(0, half));
    const harm = await start_harm(server.port);
    await sleep(1000); // All of them are connected.
    const harmed = await visit(server.origin, proofs.slice(half)).then(
      async (among) => ({ among, harm: await harm.stop() }),
      async (error) => {
        await harm.stop();
        throw error;
      },
    );
    return { alone, ...harmed, peak_bytes: memory.stop() };
  } finally {
    memory.stop();
    await server.end();
  }
}
