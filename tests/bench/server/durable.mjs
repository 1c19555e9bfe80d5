// Durable posts a second, beside the commits a second of a bare SQLite loop on the same disk, in turn.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve_forms } from '../../server/support/forms.mjs';
import { median } from '../numbers.mjs';
import { connections, each, keep_alive, post } from './posts.mjs';

const loop = fileURLToPath(new URL('bare_commits.py', import.meta.url));

/** @param {string} folder @param {number} seconds @returns {number} commits a second */
function bare_commits(folder, seconds) {
  const own = mkdtempSync(join(folder, 'bare-'));
  const out = execFileSync('/usr/bin/python3', [loop, join(own, 'bare.sqlite'), String(seconds)], { encoding: 'utf8' });
  rmSync(own, { recursive: true });
  return Number(out);
}

/** @param {string} folder @param {string[]} proofs @returns {Promise<number>} posts a second */
async function posts_a_second(folder, proofs) {
  const server = await serve_forms([], mkdtempSync(join(folder, 'posts-')));
  const agent = keep_alive();
  const start = performance.now();
  try {
    await each(proofs, connections, async (altcha, i) => {
      const { status, text } = await post(server.origin, agent, { message: `Message ${i}`, altcha }, `key-${i}`);
      if (status !== 201) throw new Error(`a good post was answered with ${status}: ${text}`);
    });
    return (proofs.length / (performance.now() - start)) * 1000;
  } finally {
    agent.destroy();
    await server.end();
  }
}

/**
 * @param {string} folder on the disk that is measured
 * @param {() => string[]} proofs
 * @param {{ rounds: number, seconds: number, posts: number }} how
 */
export async function measure_durable(folder, proofs, { rounds, seconds, posts }) {
  const [bare, ours] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
  for (let i = 0; i < rounds; i += 1) {
    bare.push(bare_commits(folder, seconds));
    ours.push(await posts_a_second(folder, proofs().slice(0, posts)));
  }
  return { rounds, posts, bare_a_second: median(bare), posts_a_second: median(ours) };
}
