// A site whose pages say other words, drawn by lot: of any length, with any sign between them, as other chapters may write.
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build_site, root } from './build_site.mjs';
import { dice } from './dice.mjs';

const letters = 'abcdefghijklmnopqrstuvwxyzäöüßéñçøåABCDEFGHIMWiiilllmmm';
const signs =
  '- / . , – — … ! ? : ; ( ) “ ” ’ % & + = @ # | \u00a0 12:30 $4,000 a/b/c e.g. 3–5 (x) «y» 1/2 10% U.S.'.split(' ');
/** Characters at most; buttons have one line, which 320 px must hold. @type {Record<string, number>} */
const most = { heading: 88, title: 60, eyebrow: 58, label: 18, name: 18, question: 150 };
const most_elsewhere = 480;
const texts = new Set([...Object.keys(most), 'text', 'lead', 'answer', 'quote', 'caption', 'summary', 'role', 'note']);

/** @param {() => number} roll numbers from 0 to 1 */
function writer(roll) {
  const below = (/** @type {number} */ count) => Math.floor(roll() * count);
  const some = (/** @type {number} */ count) =>
    Array.from({ length: count }, () => letters[below(letters.length)]).join('');
  const sign = () => signs[below(signs.length)] ?? '';
  const word = () => {
    const kind = roll();
    if (kind < 0.08) return sign();
    if (kind < 0.12) return some(15 + below(45));
    if (kind < 0.25) return some(1 + below(11)) + sign() + some(below(8));
    return (kind < 0.3 ? sign() : '') + some(1 + below(11));
  };
  return (/** @type {string} */ text, /** @type {string} */ key) => {
    const count = Math.max(1, Math.round(text.split(' ').length * (0.3 + 2 * roll())));
    // No sign at first: that would be a list, in a text.
    const words = [some(1 + below(11)), ...Array.from({ length: count - 1 }, word)].join(' ');
    return words.slice(0, most[key] ?? most_elsewhere).trim() || 'x';
  };
}

/**
 * @param {any} value of JSON
 * @param {ReturnType<typeof writer>} write
 * @param {string} [key]
 * @returns {any}
 */
function rewritten(value, write, key = '') {
  if (Array.isArray(value)) return value.map((item) => rewritten(item, write, key));
  if (typeof value === 'string') return texts.has(key) && !value.includes('{') ? write(value, key) : value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, rewritten(inner, write, name)]));
}

/** @param {string} file @param {string[]} parts of it @param {ReturnType<typeof writer>} write */
function rewrite(file, parts, write) {
  const json = JSON.parse(readFileSync(file, 'utf8'));
  for (const part of parts) if (part in json) json[part] = rewritten(json[part], write, part);
  writeFileSync(file, JSON.stringify(json, null, 1));
}

/** @param {number} seed @param {string} work folder for content and site @returns {string} the site's folder */
export function build_any_words(seed, work) {
  const content = join(work, 'content');
  cpSync(join(root, 'content'), content, { recursive: true });
  const write = writer(dice(seed));
  rewrite(join(content, 'site.json'), ['navigation', 'crisis_bar', 'footer', 'consent'], write);
  for (const page of readdirSync(join(content, 'pages')).sort()) {
    rewrite(join(content, 'pages', page), ['sections'], write);
  }
  build_site(content, join(work, 'site'));
  return join(work, 'site');
}
