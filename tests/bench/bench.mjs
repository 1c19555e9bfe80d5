// ./dev bench: measures the built site and prints it beside the targets, the page without script, and jsimgui; then what the
// server withstands, beside bare SQLite and nginx.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from '../browser/support/browser.mjs';
import { bytes_by_part, measure_bytes } from './bytes.mjs';
import { measure_frames } from './frames.mjs';
import { measure_galleries } from './gallery.mjs';
import { gallery_rows, gallery_table } from './gallery_rows.mjs';
import { idle_frames } from './idle.mjs';
import { measure_jsimgui } from './jsimgui.mjs';
import { measure_lighthouse } from './lighthouse.mjs';
import { page_table, rows_of, server_table } from './report.mjs';
import { build_many } from './sections.mjs';
import { server_rows } from './server/rows.mjs';
import { measure_server } from './server/server.mjs';
import { measure_start } from './start.mjs';
import { serve_folders } from './static_server.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const build = join(root, 'build');
const [site = join(build, 'site'), json = ''] = process.argv.slice(2);
/** LACIT_BENCH_QUICK=1: a look, not a measurement. */
const quick = Boolean(process.env.LACIT_BENCH_QUICK);
/** LACIT_BENCH_ONLY=page, gallery or server: that part. */
const only = process.env.LACIT_BENCH_ONLY ?? '';
const rounds = {
  frames: quick ? 30 : 300,
  starts: quick ? 2 : 5,
  lighthouse: quick ? 1 : 5,
  idle_seconds: quick ? 2 : 10,
};

/** @typedef {Awaited<ReturnType<typeof measure_all>>} Results */

/**
 * Larger pages take the browser's own time for each frame's overlay: fewer frames tell as much.
 * @param {import('playwright-core').Browser} browser
 */
async function measure_sections(browser) {
  const results = [];
  for (const count of [10, 100, 1000]) {
    const server = await serve_folders(build_many(count));
    const frames = Math.max(10, Math.round(rounds.frames / Math.sqrt(count)));
    results.push({ count, ...(await measure_frames(browser, `${server.origin}/`, frames)) });
    await server.stop();
    console.error(`  frames of ${count} sections: done`);
  }
  return results;
}

/** @param {import('playwright-core').Browser} browser @param {string} url */
async function measure_page(browser, url) {
  const frames = await measure_frames(browser, url, rounds.frames);
  console.error('  frames: done');
  const starts = [
    await measure_start(browser, url, 1, rounds.starts),
    await measure_start(browser, url, 2, rounds.starts),
  ];
  const idle = await idle_frames(browser, url, 'html[data-view=painted]', rounds.idle_seconds);
  console.error('  start, memory, idleness: done');
  return { frames, starts, idle };
}

async function measure_all() {
  const items = measure_bytes(site);
  const server = await serve_folders(site);
  const browser = await launch();
  try {
    const page = await measure_page(browser, `${server.origin}/`);
    const sections = await measure_sections(browser);
    const where = { root, site, folder: join(build, 'bench', 'jsimgui') };
    const jsimgui = await measure_jsimgui(browser, where, { rounds: rounds.frames, idle_seconds: rounds.idle_seconds });
    console.error('  jsimgui: done');
    const lighthouse = await measure_lighthouse(
      site,
      join(build, 'bench', 'script-off'),
      ['mobile', 'desktop'],
      rounds.lighthouse,
    );
    return { rounds, bytes: { ...bytes_by_part(items), items }, ...page, sections, jsimgui, lighthouse };
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function report_page() {
  const results = await measure_all();
  const rows = rows_of(results);
  console.log(page_table(rows));
  return { rows, ...results };
}

async function report_galleries() {
  const browser = await launch();
  const galleries = await measure_galleries(browser, rounds);
  await browser.close();
  const rows = gallery_rows(galleries);
  console.log(gallery_table(rows));
  return { rows, galleries };
}

async function report_server() {
  const results = await measure_server(site, join(build, 'bench', 'server'), quick);
  const rows = server_rows(results);
  console.log(server_table(rows));
  return { rows, ...results };
}

mkdirSync(join(build, 'bench'), { recursive: true });
const wanted = (/** @type {string} */ part) => only === '' || only === part;
const page = wanted('page') ? await report_page() : {};
const gallery = wanted('gallery') ? { gallery: await report_galleries() } : {};
const server = wanted('server') ? { server: await report_server() } : {};
if (json) writeFileSync(json, `${JSON.stringify({ ...page, ...gallery, ...server }, null, 2)}\n`);
