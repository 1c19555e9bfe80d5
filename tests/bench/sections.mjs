// Sites whose home page has many sections, made of those that the site's pages have.
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build_site, root } from '../support/build_site.mjs';

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
 * @param {number} count
 * @returns {string} the site's folder
 */
export function build_many(count) {
  const work = join(root, 'build/bench', String(count));
  write_content(join(root, 'content'), join(work, 'content'), count);
  build_site(join(work, 'content'), join(work, 'site'));
  return join(work, 'site');
}
