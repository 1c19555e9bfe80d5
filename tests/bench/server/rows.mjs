// The server's results as rows: what, ours, what stands beside it, target, met.
import { mebibytes, milliseconds } from '../numbers.mjs';

/**
 * @typedef {object} ServerRow
 * @property {string} what
 * @property {string} ours
 * @property {string} [beside]
 * @property {string} [target]
 * @property {boolean} [met]
 * @typedef {import('./server.mjs').ServerResults} ServerResults
 */

/** Targets of the issue "Contact form and form backend". */
const targets = { durable_part: 0.7, static_part: 0.8, memory_bytes: 64 * 1024 * 1024, p99_ms: 50 };

/** @param {number} rate */
const a_second = (rate) => `${Math.round(rate).toLocaleString('en')}/s`;

/** @param {string} what @param {number} value @returns {ServerRow} */
const none = (what, value) => ({ what, ours: String(value), target: '0', met: value === 0 });

/** @param {string} what @param {number} bytes @returns {ServerRow} */
const memory = (what, bytes) => ({
  what: `memory at most, ${what}`,
  ours: mebibytes(bytes),
  target: `≤ ${mebibytes(targets.memory_bytes)}`,
  met: bytes <= targets.memory_bytes,
});

/** @param {string} what @param {number} ours @param {number} beside @param {string} whose @param {number} part @returns {ServerRow} */
const rate = (what, ours, beside, whose, part) => ({
  what,
  ours: `${a_second(ours)} (${Math.round((ours / beside) * 100)} %)`,
  beside: `${whose}: ${a_second(beside)}`,
  target: `≥ ${part * 100} %`,
  met: ours >= part * beside,
});

/** @param {string} what @param {number} among @param {number} alone @returns {ServerRow} */
const wait = (what, among, alone) => ({
  what: `${what} among 100 slow clients and a 200 MB body, 99th percentile`,
  ours: milliseconds(among),
  beside: `without them: ${milliseconds(alone)}`,
  target: `< ${targets.p99_ms} ms`,
  met: among < targets.p99_ms,
});

/** @param {ServerResults} results @returns {ServerRow[]} */
export function server_rows({ durable, static_files, slow_clients, crashes }) {
  const { alone, among } = slow_clients;
  return [
    rate(
      `durable posts, 64 connections (median of ${durable.rounds})`,
      durable.posts_a_second,
      durable.bare_a_second,
      'bare SQLite',
      targets.durable_part,
    ),
    rate(
      `home page, 50 connections (median of ${static_files.rounds})`,
      static_files.ours_a_second,
      static_files.nginx_a_second,
      'nginx',
      targets.static_part,
    ),
    wait('pages', among.page_p99_ms, alone.page_p99_ms),
    wait('posts', among.post_p99_ms, alone.post_p99_ms),
    memory('slow clients', slow_clients.peak_bytes),
    none(`acknowledged messages lost, of ${crashes.posts} with ${crashes.kills} kills`, crashes.lost),
    none('messages stored twice', crashes.duplicates),
    none(
      `messages never mailed (${crashes.mails} mails in ${crashes.delivery_seconds.toFixed(0)} s)`,
      crashes.undelivered,
    ),
    memory('crashes', crashes.peak_bytes),
  ];
}
