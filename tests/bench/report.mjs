// Results as rows (what, ours, script off, jsimgui, target, met) and as a table in Markdown.
import { kilobytes, mebibytes, milliseconds } from './numbers.mjs';

/**
 * @typedef {object} Row
 * @property {string} what
 * @property {string} ours
 * @property {string} [script_off]
 * @property {string} [jsimgui]
 * @property {string} [target]
 * @property {boolean} [met]
 * @typedef {import('./bench.mjs').Results} Results
 */

/** Targets of the issue "Measured". */
const targets = {
  total_bytes: 170_000,
  first_ms: 0.5,
  scroll_ms: 0.1,
  memory_mib: 32,
  fcp_part: 1.05,
  blocking_ms: 100,
};

/** @param {Results} results @returns {Row[]} */
function byte_rows({ bytes, jsimgui }) {
  const parts = /** @type {const} */ (['html', 'css', 'js', 'wasm', 'font', 'content']);
  const off =
    bytes.total -
    bytes.js -
    bytes.wasm -
    bytes.items.reduce((sum, { file, bytes: n }) => sum + (file.endsWith('.tree') ? n : 0), 0);
  return [
    ...parts.map((part) => ({ what: `bytes, ${part}`, ours: kilobytes(bytes[part]) })),
    {
      what: 'bytes, critical path (brotli 11)',
      ours: kilobytes(bytes.total),
      script_off: kilobytes(off),
      jsimgui: kilobytes(jsimgui.bytes),
      target: `≤ ${kilobytes(targets.total_bytes)}`,
      met: bytes.total <= targets.total_bytes,
    },
  ];
}

/** @param {Results} results @returns {Row[]} */
function frame_rows({ frames, sections, jsimgui }) {
  const pages = [{ name: 'home', ...frames }, ...sections.map((page) => ({ name: `${page.count} sections`, ...page }))];
  return pages.flatMap(({ name, first, scroll }) => [
    {
      what: `C++ frame, everything dirty, ${name} (median of ${first.rounds})`,
      ours: milliseconds(first.median_ms),
      ...(name === 'home' && {
        jsimgui: milliseconds(jsimgui.frame.median_ms),
        target: `≤ ${targets.first_ms} ms`,
        met: first.median_ms <= targets.first_ms,
      }),
    },
    {
      what: `C++ frame, only scrolled, ${name} (median of ${scroll.rounds})`,
      ours: milliseconds(scroll.median_ms),
      ...(name === 'home' && {
        jsimgui: milliseconds(jsimgui.frame.median_ms),
        target: `≤ ${targets.scroll_ms} ms`,
        met: scroll.median_ms <= targets.scroll_ms,
      }),
    },
  ]);
}

/** @param {Results} results @returns {Row[]} */
function start_rows({ starts, idle, jsimgui, rounds }) {
  const rows = starts.flatMap(({ ratio, compile_ms, total_ms, first_frame_ms, memory_bytes }) => [
    { what: `wasm compiled, ratio ${ratio}`, ours: milliseconds(compile_ms) },
    { what: `wasm compile and start to first painted frame, ratio ${ratio}`, ours: milliseconds(total_ms) },
    {
      what: `first shown C++ frame, letters made before it in rehearsals, ratio ${ratio}`,
      ours: milliseconds(first_frame_ms),
    },
    {
      what: `wasm memory, ratio ${ratio}`,
      ours: mebibytes(memory_bytes),
      ...(ratio === 2 && {
        target: `≤ ${targets.memory_mib} MB`,
        met: memory_bytes <= targets.memory_mib * 1024 * 1024,
      }),
    },
  ]);
  const idle_row = {
    what: `frames in ${rounds.idle_seconds} s of idleness`,
    ours: String(idle),
    jsimgui: String(jsimgui.idle_frames),
    target: '0',
    met: idle === 0,
  };
  return [...rows, idle_row];
}

/** @param {Results['lighthouse'][number]} run @returns {Row[]} */
function lighthouse_rows({ profile, ours, script_off }) {
  /** @param {string} what @param {string} name @param {(value: number) => string} show @param {[string, boolean]} [goal] */
  const row = (what, name, show, goal) => ({
    what: `Lighthouse ${profile}, ${what}`,
    ours: show(ours[name] ?? NaN),
    script_off: show(script_off[name] ?? NaN),
    ...(goal && { target: goal[0], met: goal[1] }),
  });
  const whole = (/** @type {number} */ value) => value.toFixed(0);
  const value = (/** @type {string} */ name) => ours[name] ?? NaN;
  const least = profile === 'mobile' ? 97 : 100;
  const fcp = value('fcp_ms') / (script_off.fcp_ms ?? NaN);
  return [
    row('performance', 'performance', whole, [`≥ ${least}`, value('performance') >= least]),
    ...['accessibility', 'best-practices', 'seo'].map((name) => row(name, name, whole, ['100', value(name) === 100])),
    row('first contentful paint', 'fcp_ms', milliseconds, ['within 5 % of script off', fcp <= targets.fcp_part]),
    row('largest contentful paint', 'lcp_ms', milliseconds),
    row('speed index', 'speed_index_ms', milliseconds),
    row('layout shift', 'shift', (n) => n.toFixed(3), ['0', value('shift') === 0]),
    row(
      'total blocking time',
      'blocking_ms',
      milliseconds,
      profile === 'mobile' ? [`≤ ${targets.blocking_ms} ms`, value('blocking_ms') <= targets.blocking_ms] : undefined,
    ),
  ];
}

/** @param {Results} results @returns {Row[]} */
export function rows_of(results) {
  return [
    ...byte_rows(results),
    ...frame_rows(results),
    ...start_rows(results),
    ...results.lighthouse.flatMap(lighthouse_rows),
  ];
}

/** @param {boolean | undefined} met */
const verdict = (met) => (met === undefined ? '' : met ? 'yes' : 'NO');

/**
 * @template {{ met?: boolean }} R
 * @param {R[]} rows
 * @param {[title: string, key: keyof R][]} columns
 */
export function table(rows, columns) {
  const head = [...columns.map(([title]) => title), 'met'];
  const lines = rows.map((row) => [...columns.map(([, key]) => String(row[key] ?? '')), verdict(row.met)]);
  const widths = head.map((title, i) => Math.max(title.length, ...lines.map((line) => (line[i] ?? '').length)));
  const print = (/** @type {string[]} */ cells) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [print(head), print(widths.map((width) => '-'.repeat(width))), ...lines.map(print)].join('\n');
}

/** @param {Row[]} rows */
export const page_table = (rows) =>
  table(rows, [
    ['', 'what'],
    ['ours', 'ours'],
    ['script off', 'script_off'],
    ['jsimgui', 'jsimgui'],
    ['target', 'target'],
  ]);

/** @param {import('./server/rows.mjs').ServerRow[]} rows */
export const server_table = (rows) =>
  table(rows, [
    ['the server', 'what'],
    ['ours', 'ours'],
    ['beside', 'beside'],
    ['target', 'target'],
  ]);
