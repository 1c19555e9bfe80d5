// The same words drawn by @mori2003/jsimgui, Dear ImGui's bindings for JavaScript: bytes, CPU a frame, idle frames.
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { sent_bytes } from './bytes.mjs';
import { idle_frames } from './idle.mjs';
import { median, quantile } from './numbers.mjs';
import { serve_folders } from './static_server.mjs';

/** Elements of the printed page that become pieces of the drawn one. @type {[RegExp, string][]} */
const kinds = [
  [/^h\d/, 'heading'],
  [/^li .*class="nav-item/, 'item'],
  [/^li .*class="card-item/, 'point'],
  [/^p/, 'text'],
  [/^a .*class="(?:button|footer)-/, 'button'],
];
const elements = /<((?:h\d|li|p|a)\b[^>]*)>(.*?)<\/(?:h\d|li|p|a)>/gs;

/** @param {string} html of the home page */
export function words_of(html) {
  const pieces = [];
  for (const [, tag = '', inner = ''] of html.matchAll(elements)) {
    const words = inner
      .replace(/<[^>]*>/g, '')
      .replaceAll('&amp;', '&')
      .trim();
    const kind = kinds.find(([pattern]) => pattern.test(tag))?.[1];
    if (kind && words) pieces.push({ kind, words });
  }
  return pieces;
}

/** @param {{ root: string, site: string, folder: string }} where @returns {Promise<string[]>} the page's files */
async function make_page({ root, site, folder }) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(root, 'tests/bench/jsimgui/index.html'), join(folder, 'index.html'));
  for (const weight of ['regular', 'bold']) {
    const name = readdirSync(join(site, 'assets')).find(
      (file) => file.startsWith(`${weight}-latin.`) && file.endsWith('.ttf'),
    );
    cpSync(join(site, 'assets', name ?? ''), join(folder, `${weight}.ttf`));
  }
  writeFileSync(join(folder, 'words.json'), JSON.stringify(words_of(readFileSync(join(site, 'index.html'), 'utf8'))));
  await build({
    ...{ entryPoints: [join(root, 'tests/bench/jsimgui/page.mjs')], outdir: folder, outExtension: { '.js': '.js' } },
    ...{ bundle: true, minify: true, splitting: true, format: 'esm', target: 'esnext', logLevel: 'silent' },
    external: ['./loader-*'], // other builds of it, which the page does not ask for
  });
  return readdirSync(folder);
}

/** @param {import('playwright-core').Browser} browser @param {string} url @param {number} rounds */
async function frame_times(browser, url, rounds) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  /** @type {string[]} */
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(url);
  await page.waitForFunction((count) => /** @type {any} */ (window).bench_times?.length > count, rounds + 10, {
    timeout: 120_000,
  });
  const times = await page.evaluate(() => /** @type {number[]} */ (/** @type {any} */ (window).bench_times));
  await page.close();
  return { times: times.slice(10, 10 + rounds), asked };
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {{ root: string, site: string, folder: string }} where
 * @param {{ rounds: number, idle_seconds: number }} how
 */
export async function measure_jsimgui(browser, where, { rounds, idle_seconds }) {
  const files = await make_page(where);
  const server = await serve_folders(where.folder);
  try {
    const { times, asked } = await frame_times(browser, `${server.origin}/`, rounds);
    const loaded = files.filter((name) => name === 'index.html' || asked.includes(`/${name}`));
    return {
      bytes: loaded.reduce((sum, name) => sum + sent_bytes(join(where.folder, name)), 0),
      frame: { rounds, median_ms: median(times), p95_ms: quantile(times, 0.95) },
      idle_frames: await idle_frames(browser, `${server.origin}/`, 'html[data-painted]', idle_seconds),
    };
  } finally {
    await server.stop();
  }
}
