// Sites whose home page has many sections, made of those that the site's pages have.
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Kinds that may stand anywhere, any number of times. */
const repeatable = new Set(['text', 'steps', 'benefits', 'facts', 'faq']);

/** @param {string} path */
const read_json = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** @param {string} content @returns {Record<string, unknown>[]} */
function all_sections(content) {
  const pages = readdirSync(join(content, 'pages')).map((name) => read_json(join(content, 'pages', name)));
  return pages.flatMap((page) => page.sections).filter((section) => repeatable.has(section.kind));
}

/**
 * A content folder whose home page keeps its own sections, so that links to them hold, and has more up to `count`.
 * @param {string} content
 * @param {string} folder
 * @param {number} count
 */
export function write_content(content, folder, count) {
  const sections = all_sections(content);
  rmSync(folder, { recursive: true, force: true });
  cpSync(content, folder, { recursive: true });
  const path = join(folder, 'pages', 'home.json');
  const home = read_json(path);
  for (let i = 0; home.sections.length < count; i += 1) {
    home.sections.push({ ...sections[i % sections.length], anchor: `more-${i}` });
  }
  writeFileSync(path, JSON.stringify(home, null, 2));
}

/**
 * Builds it as scripts/dev/build.sh builds the site.
 * @param {{ root: string, build: string, count: number }} wanted
 * @returns {string} the site's folder
 */
export function build_many({ root, build, count }) {
  const work = join(build, 'bench', String(count));
  const site = join(work, 'site');
  write_content(join(root, 'content'), join(work, 'content'), count);
  const part = (/** @type {string} */ name) => join(build, name);
  execFileSync(part('bin/lacit'), [
    ...['build', '--content', join(work, 'content'), '--out', site, '--web', part('scripts')],
    ...['--styles', join(root, 'web/css'), '--fonts', part('fonts'), '--icons', part('icons')],
    ...['--licences', part('licences'), '--cache', join(work, 'compressed')],
  ]);
  return site;
}
