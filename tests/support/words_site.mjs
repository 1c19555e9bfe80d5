// A site whose page /words/ holds the paragraphs that a test wants, word by word.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build_site, root } from './build_site.mjs';

const most_in_a_section = 30;

/** So that nothing in it is Markdown (CommonMark 2.4). @param {string} text */
const literal = (text) => text.replace(/[!-/:-@[-`{-~]/g, '\\$&');

/**
 * @param {string[]} paragraphs
 * @param {string} work folder for content and site
 * @param {{ heading?: string }} [more]
 * @returns {string} the site's folder
 */
export function build_words(paragraphs, work, { heading = 'Words' } = {}) {
  const content = join(work, 'content');
  rmSync(content, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  cpSync(join(root, 'content'), content, { recursive: true });
  const page = JSON.parse(readFileSync(join(content, 'pages/training.json'), 'utf8'));
  const sections = [];
  for (let i = 0; i < paragraphs.length; i += most_in_a_section) {
    const body = paragraphs.slice(i, i + most_in_a_section).map(literal);
    sections.push({ kind: 'text', heading: `${heading} ${i}`, body });
  }
  Object.assign(page, { slug: 'words', title: 'Words of a test', sections: [page.sections[0], ...sections] });
  writeFileSync(join(content, 'pages/words.json'), JSON.stringify(page, null, 1));
  build_site(content, join(work, 'site'));
  return join(work, 'site');
}
