// Builds a content folder as scripts/dev/build.sh builds the site's own.
import { execFileSync } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const build = join(root, 'build');
export const program = process.env.LACIT_BIN ?? join(build, 'bin/lacit');

/** The same pictures come out of it in every run. */
const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'lacit/compressed');

/**
 * @param {string} content folder
 * @param {string} site folder to write
 */
export function build_site(content, site) {
  const part = (/** @type {string} */ name) => join(build, name);
  execFileSync(program, [
    ...['build', '--content', content, '--out', site, '--web', part('scripts')],
    ...['--styles', join(root, 'web/css'), '--fonts', part('fonts'), '--icons', part('icons')],
    ...['--licences', part('licences'), '--cache', cache],
  ]);
}
