// Lighthouse, mobile and desktop, over the real server; each beside the same page with script off, in turn, so that both
// meet the same machine. Lighthouse itself needs script in the page (Debugger.enable), so its scripts are taken out instead.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { launch as launch_chrome } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';
import { start_server } from '../browser/support/server.mjs';
import { median } from './numbers.mjs';

/** @typedef {'mobile' | 'desktop'} Profile */

const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const audits = {
  fcp_ms: 'first-contentful-paint',
  lcp_ms: 'largest-contentful-paint',
  blocking_ms: 'total-blocking-time',
  shift: 'cumulative-layout-shift',
  speed_index_ms: 'speed-index',
};

/**
 * The same site, its home page without scripts: what a visitor with script off gets and loads.
 * @param {string} site
 * @param {string} folder
 */
function copy_without_script(site, folder) {
  cpSync(site, folder, { recursive: true });
  const page = join(folder, 'index.html');
  // The early script stands in the page itself: it must go too, or the page would not be what it is without script.
  const html = readFileSync(page, 'utf8').replace(
    /<script(?![^>]* type="application\/ld\+json")[^>]*>.*?<\/script>/gs,
    '',
  );
  writeFileSync(page, html);
  writeFileSync(`${page}.br`, brotliCompressSync(html));
  writeFileSync(`${page}.gz`, gzipSync(html));
}

/**
 * One run in a browser of its own.
 * @param {string} url
 * @param {Profile} profile
 * @returns {Promise<Record<string, number>>}
 */
async function one_run(url, profile) {
  const flags = ['--headless=new', '--no-sandbox'];
  const chrome = await launch_chrome({ chromePath: process.env.CHROMIUM ?? '/usr/bin/chromium', chromeFlags: flags });
  try {
    const config = profile === 'desktop' ? desktopConfig : undefined;
    const result = await lighthouse(url, { port: chrome.port, onlyCategories: categories, logLevel: 'error' }, config);
    if (!result || result.lhr.runtimeError)
      throw new Error(`Lighthouse: ${result?.lhr.runtimeError?.message ?? 'no result'}`);
    return figures(result.lhr);
  } finally {
    chrome.kill();
  }
}

/** Now and then a trace is lost (NO_NAVSTART) where the machine is busy: once more, then. @param {string} url @param {Profile} profile */
async function run(url, profile) {
  try {
    return await one_run(url, profile);
  } catch (error) {
    console.error(`  ${error instanceof Error ? error.message : error}: again`);
    return one_run(url, profile);
  }
}

/** @param {import('lighthouse').Result} lhr @returns {Record<string, number>} scores 0 to 100, and the audits' own numbers */
function figures(lhr) {
  const scores = categories.map((name) => [name, Math.round((lhr.categories[name]?.score ?? 0) * 100)]);
  const values = Object.entries(audits).map(([name, audit]) => [name, lhr.audits[audit]?.numericValue ?? NaN]);
  return Object.fromEntries([...scores, ...values]);
}

/** @param {Record<string, number>[]} runs */
function medians(runs) {
  const names = Object.keys(runs[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, median(runs.map((found) => found[name] ?? NaN))]));
}

/**
 * @param {string} site
 * @param {string} folder for the copy with script off
 * @param {Profile[]} profiles
 * @param {number} rounds
 */
export async function measure_lighthouse(site, folder, profiles, rounds) {
  copy_without_script(site, folder);
  const server = await start_server(site);
  const plain_server = await start_server(folder);
  const results = [];
  try {
    for (const profile of profiles) {
      const ours = [];
      const script_off = [];
      for (let i = 0; i < rounds; i += 1) {
        ours.push(await run(`${server.origin}/`, profile));
        script_off.push(await run(`${plain_server.origin}/`, profile));
      }
      results.push({ profile, rounds, ours: medians(ours), script_off: medians(script_off) });
    }
  } finally {
    await server.stop();
    await plain_server.stop();
  }
  return results;
}
