// Builds a content folder as scripts/dev/build.sh builds the site's own.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const build = join(root, 'build');
const program = process.env.LACIT_BIN ?? join(build, 'bin/lacit');

/**
 * @param {string} content folder
 * @param {string} site folder to write
 * @param {string} cache folder for what is slow to make
 */
export function build_site(content, site, cache) {
  const part = (/** @type {string} */ name) => join(build, name);
  execFileSync(program, [
    ...['build', '--content', content, '--out', site, '--web', part('scripts')],
    ...['--styles', join(root, 'web/css'), '--fonts', part('fonts'), '--icons', part('icons')],
    ...['--licences', part('licences'), '--cache', cache],
  ]);
}
