// Bytes of the home page's critical path: what a browser asks for until the painted view stands, brotli 11, by part.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/**
 * @typedef {'html' | 'css' | 'js' | 'wasm' | 'font' | 'content'} Part
 * @typedef {{ part: Part, file: string, bytes: number }} Item
 */

/** @type {Record<string, Part>} */
const part_of = {
  '.html': 'html',
  '.css': 'css',
  '.js': 'js',
  '.wasm': 'wasm',
  '.ttf': 'font',
  '.woff2': 'font',
  '.tree': 'content',
  '.svg': 'content',
  '.png': 'content',
  '.jpg': 'content',
  '.webp': 'content',
  '.avif': 'content',
};
const compressed_already = new Set(['.woff2', '.png', '.jpg', '.webp', '.avif']);

/** As sent. Quality 11 is Node's default, and the generator's. @param {string} path */
export function sent_bytes(path) {
  const bytes = readFileSync(path);
  return compressed_already.has(extname(path)) ? bytes.length : brotliCompressSync(bytes).length;
}

/** The one file that a browser takes of a picture that it loads at once, on a screen of 1280 pixels: 492 wide there. @param {string} picture */
const taken_of = (picture) =>
  picture.includes(' loading="lazy"') ? '' : (/[^ "]+(\.svg|\.avif(?= 640w))/.exec(picture)?.[0] ?? picture);

/**
 * What the home page names but does not load at the start: pictures below (loading=lazy), what links lead to, icons, link
 * previews, what helps with a form once it is near (web/page/form_loader.js), and the letters past Latin-1, which it does not use
 * (load_extended in web/painted/painted.js, unicode-range in the stylesheet).
 * @param {string} html
 */
function loaded_markup(html) {
  return html
    .replace(/<picture>.*?<\/picture>/gs, taken_of)
    .replace(
      /<img[^>]* loading="lazy"[^>]*>|<a [^>]*>|<link rel="(?:icon|apple-touch-icon|manifest)"[^>]*>|<meta[^>]*>| data-(?:form|solver|form-wasm|lightbox)="[^"]*"/g,
      '',
    );
}

/** @param {string} site @returns {string[]} paths below the site's folder */
export function critical_path(site) {
  const all = readdirSync(site, { recursive: true }).map((name) => String(name).replaceAll('\\', '/'));
  const published = all.filter((name) => name.startsWith('assets/') && extname(name) in part_of);
  const path = new Set(['index.html']);
  for (const file of path) {
    if (!/\.(html|css|js)$/.test(file)) continue;
    const text = loaded_markup(readFileSync(join(site, file), 'utf8'));
    for (const name of published) if (text.includes(name) && !name.includes('-latin-ext.')) path.add(name);
  }
  return [...path];
}

/** @param {string} site @returns {Item[]} largest first */
export function measure_bytes(site) {
  const items = critical_path(site).map((file) => ({
    part: /** @type {Part} */ (part_of[extname(file)]),
    file,
    bytes: sent_bytes(join(site, file)),
  }));
  return items.sort((a, b) => b.bytes - a.bytes);
}

/** @param {Item[]} items @returns {Record<Part | 'total', number>} */
export function bytes_by_part(items) {
  const sums = { html: 0, css: 0, js: 0, wasm: 0, font: 0, content: 0, total: 0 };
  for (const { part, bytes } of items) {
    sums[part] += bytes;
    sums.total += bytes;
  }
  return sums;
}
