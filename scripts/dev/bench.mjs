// Bytes of the home page's critical path: every file of the site that its head or its program names, brotli 11, by kind.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const [site, json] = process.argv.slice(2);
const kinds = { '.html': 'page', '.css': 'style', '.js': 'script', '.wasm': 'program', '.tree': 'tree', '.woff2': 'font', '.ttf': 'font' };
const compressed_already = new Set(['.woff2', '.png', '.jpg', '.webp', '.avif']);

/** Bytes as sent. Quality 11 is Node's default, and the generator's. @param {string} file */
function sent_bytes(file) {
  const bytes = readFileSync(join(site, file));
  return compressed_already.has(extname(file)) ? bytes.length : brotliCompressSync(bytes).length;
}

const names = readdirSync(site, { recursive: true }).map((name) => String(name).replaceAll('\\', '/'));
const published = names.filter((name) => extname(name) in kinds && !name.endsWith('.html'));

/** Files whose published name stands in the given text. @param {string} text */
const named_in = (text) => published.filter((name) => text.includes(name.slice(name.lastIndexOf('/') + 1)));

/** The page, and what it and its scripts and styles name, in their turn. */
function critical_path() {
  const path = new Set(['index.html']);
  for (const file of path) {
    if (!/\.(html|css|js)$/.test(file)) continue;
    for (const name of named_in(readFileSync(join(site, file), 'utf8'))) path.add(name);
  }
  return [...path];
}

if (!existsSync(join(site, 'index.html'))) throw new Error(`${site} has no index.html; run ./dev build first`);
const parts = critical_path().map((file) => ({ kind: kinds[extname(file)], file, brotli_bytes: sent_bytes(file) }));
parts.sort((a, b) => b.brotli_bytes - a.brotli_bytes);
const total = parts.reduce((sum, part) => sum + part.brotli_bytes, 0);
for (const part of parts) console.log(`${String(part.brotli_bytes).padStart(9)}  ${part.kind.padEnd(8)} ${part.file}`);
console.log(`${String(total).padStart(9)}  total`);
if (json) writeFileSync(json, `${JSON.stringify({ unit: 'bytes, brotli 11', total, parts }, null, 2)}\n`);
