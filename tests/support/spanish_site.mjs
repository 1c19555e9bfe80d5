// A chapter in another country: its site, and what of it would be English.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build_site, root } from './build_site.mjs';

export const spanish_content = join(root, 'tests/fixtures/content/spanish');

/** Builds it into a folder of its own. @param {string} [content] */
export async function build_spanish_site(content = spanish_content) {
  const folder = await mkdtemp(join(tmpdir(), 'lacit-spanish-'));
  build_site(content, join(folder, 'site'));
  return { site: join(folder, 'site'), end: () => rm(folder, { recursive: true, force: true }) };
}

/** Words that English can hardly do without and Spanish has not, with the names in its calendar. */
const english = new RegExp(
  '(?<![\\p{L}\\d])(?:the|and|this|that|your|you|with|please|of|is|are|was|were|not|page|here|site|sent|send|files?|message|try|again|' +
    'close|next|previous|pictures?|search|main|website|loading|error|more|from|to|at|time|text|view|theme|light|dark|skip|source|' +
    'required|add|share|download|notices?|open|menu bar|remove|attached|left|characters?|thank|thanks|cannot|could|request|' +
    'January|February|March|April|May|June|July|August|September|October|November|December|' +
    'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|am|pm)(?![\\p{L}\\d])',
  'giu',
);

/** Of the chapter whose program it is, and of its country's lines. */
const of_louisiana = /LA CIT|Louisiana|\b988\b|\b911\b/g;

/** @param {string} text @returns {string[]} what stands in it that no visitor of the Spanish site should meet */
export function foreign_in(text) {
  return [...text.matchAll(of_louisiana), ...text.matchAll(english)].map(
    (match) => `${match[0]} in «${around(text, match.index)}»`,
  );
}

/** @param {string} text @returns {string[]} the same of what scripts hold: only names and numbers, since code is English */
export function names_in(text) {
  return [...text.matchAll(of_louisiana)].map((match) => `${match[0]} in «${around(text, match.index)}»`);
}

/** @param {string} text @param {number} at */
const around = (text, at) => text.slice(Math.max(0, at - 30), at + 40).replace(/\s+/g, ' ');

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** @param {string} text */
const decoded = (text) =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => entities[/** @type {keyof typeof entities} */ (name)]);

/** Texts of a licence are English, and say so. */
const english_parts = /<section[^>]* lang="en"[\s\S]*?<\/section>/g;
const spoken_attributes = / (?:title|alt|aria-label|placeholder|label)="([^"]*)"/g;
const spoken_meta = /<meta (?:name="description"|property="og:(?:title|description|site_name)") content="([^"]*)">/g;
const structured = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/g;

/** Values of JSON that are words: names and addresses of schema.org are not. @param {unknown} value @returns {string[]} */
function values(value) {
  if (typeof value === 'string') return value.includes('://') ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(values);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key.startsWith('@') ? [] : values(inner)));
}

/** @param {string} html @returns {string} all that is read or heard of a page, a line each, with what its scripts may say */
export function spoken_in(html) {
  const page = html.replace(english_parts, '');
  const of = (/** @type {RegExp} */ pattern) => [...page.matchAll(pattern)].map((match) => decoded(match[1] ?? ''));
  const told = of(/ data-value="([^"]*)"/g).flatMap((value) =>
    value.split('\n').map((line) => line.replace(/^\w+=/, '')),
  );
  const text = page.replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>/g, '').replace(/<[^>]*>/g, '\n');
  return [
    decoded(text),
    ...of(spoken_attributes),
    ...of(spoken_meta),
    ...told,
    ...of(structured).flatMap((json) => values(JSON.parse(json))),
  ].join('\n');
}
