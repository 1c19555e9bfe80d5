// A folder on a disk of its own, as small as that; only root can make one.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execute } from './nginx.mjs';

/** @param {string} size */
export async function small_disk(size) {
  const folder = await mkdtemp(join(tmpdir(), 'lacit-disk-'));
  await execute('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=0700`, 'tmpfs', folder]);
  return {
    folder,
    async end() {
      await execute('umount', ['-l', folder]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
