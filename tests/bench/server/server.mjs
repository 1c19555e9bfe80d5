// What the server withstands: durable posts, static files, crashes, slow clients. Everything on loopback, and the data beside
// the build, so that all of it meets one disk.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { measure_crashes } from './crashes.mjs';
import { measure_durable } from './durable.mjs';
import { prepare_proofs, secret } from './proofs.mjs';
import { measure_slow_clients } from './slow_clients.mjs';
import { measure_static } from './static_files.mjs';

/** @typedef {Awaited<ReturnType<typeof measure_server>>} ServerResults */

/** @param {string} site @param {string} bench the folder for what lasts @param {boolean} quick */
export async function measure_server(site, bench, quick) {
  const crash_posts = quick ? 1000 : 10_000;
  const slow_posts = quick ? 100 : 1000;
  mkdirSync(bench, { recursive: true });
  const proofs = await prepare_proofs(join(bench, 'proofs.json'), crash_posts);
  process.env.LACIT_SECRET = secret; // Of the servers that are started from here on.
  const folder = mkdtempSync(join(bench, 'server-'));
  const done = (/** @type {string} */ what) => console.error(`  ${what}: done`);
  try {
    const durable = await measure_durable(
      folder,
      proofs,
      quick ? { rounds: 1, seconds: 2, posts: 500 } : { rounds: 5, seconds: 3, posts: 2000 },
    );
    done('durable posts');
    const static_files = await measure_static(
      site,
      folder,
      quick ? { rounds: 1, seconds: 2 } : { rounds: 5, seconds: 4 },
    );
    done('static files');
    const slow_clients = await measure_slow_clients(folder, proofs().slice(0, slow_posts));
    done('slow clients');
    const crashes = await measure_crashes(folder, proofs());
    done('crashes');
    return { durable, static_files, slow_clients, crashes };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
