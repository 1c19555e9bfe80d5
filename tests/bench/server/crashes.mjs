// Posts while the server is killed every second: what was acknowledged is there, once, and is delivered.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { kill, serve_forms, sqlite } from '../../server/support/forms.mjs';
import { until } from '../../server/support/waiting.mjs';
import { start_mail_count } from './mail_count.mjs';
import { watch_memory } from './memory.mjs';
import { connections, each, keep_alive, post } from './posts.mjs';

const lives_ms = 1000;
const delivery_seconds = 900;
const all = 'SELECT json_group_array(json_array(id, reference, idempotency_key)) FROM submission';

/** @param {number} port */
const config = (port) => `[mail]
server = "smtp://127.0.0.1:${port}"
tls = "none"
from = "site@la-cit.example"
to = ["staff@la-cit.example"]
[delivery]
first_pause = 1
longest_pause = 1
`;

/** A server that is killed every second and started again. @param {string} data @param {string[]} flags */
async function start_mortal(data, flags) {
  let server = await serve_forms(flags, data);
  let [kills, ending] = [0, false];
  const dying = (async () => {
    while (!ending) {
      await sleep(lives_ms);
      if (ending) return;
      await kill(server);
      kills += 1;
      server = await serve_forms(flags, data);
    }
  })();
  return {
    origin: () => server.origin,
    pid: () => server.child.pid,
    /** From here on it lives. */
    async spare() {
      ending = true;
      await dying;
      return kills;
    },
    stop: () => server.stop(),
  };
}

/** Sends until it is acknowledged, always under one key. @param {() => string} origin @param {import('node:http').Agent} agent @param {string} altcha @param {number} i @returns {Promise<string>} the reference */
async function send(origin, agent, altcha, i) {
  for (;;) {
    const answer = await post(origin(), agent, { message: `Message ${i}`, altcha }, `key-${i}`).catch(() => undefined);
    if (answer?.status === 201) return JSON.parse(answer.text).reference;
    if (answer && answer.status !== 503)
      throw new Error(`a good post was answered with ${answer.status}: ${answer.text}`);
    await sleep(20);
  }
}

/** @param {string} data @returns {Promise<{ id: string, reference: string, key: string }[]>} */
async function stored(data) {
  const [, text = '[]'] = /^\[\('(.*)',\)\]$/s.exec(await sqlite(join(data, 'lacit.sqlite'), all)) ?? [];
  return JSON.parse(text).map((/** @type {string[]} */ [id, reference, key]) => ({ id, reference, key }));
}

/** @param {Map<string, string>} acknowledged key to reference @param {{ reference: string, key: string }[]} rows */
function compare(acknowledged, rows) {
  const there = new Map(rows.map(({ key, reference }) => [key, reference]));
  const lost = [...acknowledged].filter(([key, reference]) => there.get(key) !== reference).length;
  return { lost, duplicates: rows.length - there.size };
}

/** @param {string} folder @param {string[]} proofs one a post */
export async function measure_crashes(folder, proofs) {
  const data = mkdtempSync(join(folder, 'crashes-'));
  const mail = await start_mail_count();
  writeFileSync(join(data, 'lacit.toml'), config(mail.port));
  const server = await start_mortal(data, ['--config', join(data, 'lacit.toml')]);
  const memory = watch_memory(server.pid);
  const agent = keep_alive();
  /** @type {Map<string, string>} */
  const acknowledged = new Map();
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  try {
    await each(
      proofs,
      connections,
      async (altcha, i) => void acknowledged.set(`key-${i}`, await send(server.origin, agent, altcha, i)),
    );
    const posting_seconds = seconds();
    const kills = await server.spare();
    const rows = await stored(data);
    const undelivered = () => rows.filter(({ id }) => !mail.mails.has(`${id}.mail@la-cit.example`)).length;
    await until(async () => undelivered() === 0, delivery_seconds).catch(() => {});
    const mails = [...mail.mails.values()].reduce((sum, count) => sum + count, 0);
    const figures = {
      posts: proofs.length,
      kills,
      posting_seconds,
      delivery_seconds: seconds(),
      mails,
      undelivered: undelivered(),
    };
    return { ...figures, ...compare(acknowledged, rows), peak_bytes: memory.stop() };
  } finally {
    agent.destroy();
    memory.stop();
    await server.stop();
    await mail.stop();
    rmSync(data, { recursive: true, force: true });
  }
}
