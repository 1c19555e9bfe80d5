// Attached files and viruses, with ClamAV's real daemon. Numbers: docs/requirements.md.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { eicar, make_clamd } from './support/clamd.mjs';
import { good, json, post, proof, serve_forms } from './support/forms.mjs';
import { start_sink } from './support/smtp.mjs';
import { until } from './support/waiting.mjs';

/** @type {Awaited<ReturnType<typeof make_clamd>>} */
let clamd;
before(async () => {
  clamd = await make_clamd();
  await clamd.start();
});
after(() => clamd.end());

/**
 * A server that asks the scanner at `socket`, and again each second.
 * @param {string} socket
 * @param {(server: import('./support/forms.mjs').FormServer) => Promise<void>} work
 */
async function with_server(socket, work, more = '') {
  const data = await mkdtemp(join(tmpdir(), 'lacit-scan-'));
  const config = join(data, 'lacit.toml');
  await writeFile(config, `[scan]\nclamd = "unix:${socket}"\nagain = 1\ntimeout = 2\n${more}`);
  const server = await serve_forms(['--config', config], data);
  try {
    await work(server);
  } finally {
    await server.end();
  }
}

/** @param {string} origin @param {Record<string, string>} files names and bytes @param {Record<string, string>} [headers] */
async function send(origin, files, headers = {}) {
  const attachments = Object.entries(files).map(([name, bytes]) => new File([bytes], name));
  return post(origin, { ...good, altcha: await proof(origin), attachments }, headers);
}

/** @param {string} origin @param {Record<string, string>} files @returns {Promise<string>} the reference */
async function stored(origin, files) {
  const answer = await send(origin, files);
  assert.equal(answer.status, 201);
  return (await json(answer)).reference;
}

/** @param {{ data: string }} server */
const kept = ({ data }) => readdir(join(data, 'files'));

test('25: EICAR is refused by its field, with and without script, and nothing of the message stays', async () => {
  await with_server(clamd.socket, async (server) => {
    const answer = await send(server.origin, { 'good.txt': 'x', 'bad.txt': eicar });
    assert.equal(answer.status, 422);
    const problem = await json(answer);
    assert.equal(problem.code, 'file_virus');
    assert.deepEqual(problem.errors, [{ field: 'attachments', code: 'file_virus' }]);
    assert.doesNotMatch(JSON.stringify(problem), /Eicar/i);
    const page = await send(server.origin, { 'bad.txt': eicar }, { accept: 'text/html' });
    assert.match(await page.text(), /-attachments-error"[^>]*>A virus was found in one of the files/);
    assert.deepEqual(await kept(server), []);
    assert.match((await server.inbox('list')).out, /No messages/);
    assert.match(server.errors(), /Eicar-Test-Signature/);
    assert.doesNotMatch(server.errors(), /bad\.txt/);
  });
});

test('25: a file that the scanner calls clean is stored, and said to be scanned', async () => {
  await with_server(clamd.socket, async (server) => {
    const reference = await stored(server.origin, { 'list.csv': 'a,b\n1,2\n' });
    assert.match((await server.inbox('show', reference)).out, /list\.csv, text\/csv, 8 bytes, scanned: \//);
    assert.match((await server.inbox('export', '--json')).out, /"scan": "clean"/);
  });
});

test('25: while the scanner is away files are held back, not mailed, and let go or deleted by its word', async () => {
  const sink = await start_sink();
  const mail = `[mail]\nserver = "smtp://127.0.0.1:${sink.port}"\ntls = "none"\nfrom = "site@la-cit.example"\nto = ["staff@la-cit.example"]\n`;
  await clamd.stop();
  await with_server(
    clamd.socket,
    async (server) => {
      const reference = await stored(server.origin, { 'good.txt': 'harmless' });
      const infected = await stored(server.origin, { 'bad.txt': eicar });
      for (const mailed of await sink.expect(2)) {
        assert.deepEqual(mailed.files, []);
        assert.match(mailed.text, /\.txt\n {2}text\/plain, \d+ bytes: held back until it is scanned/);
      }
      for (const name of [reference, infected]) {
        assert.match((await server.inbox('show', name)).out, /held back, NOT scanned for viruses yet/);
      }
      assert.equal((await kept(server)).length, 2);
      await clamd.start();
      await until(async () => /good\.txt, .*, scanned: \//.test((await server.inbox('show', reference)).out));
      await until(async () =>
        /bad\.txt, .*, deleted: a virus was found/.test((await server.inbox('show', infected)).out),
      );
      await until(async () => (await kept(server)).length === 1);
      const next = await stored(server.origin, { 'next.txt': 'y' });
      await until(async () => /scanned: \//.test((await server.inbox('show', next)).out));
    },
    mail,
  );
  await sink.end();
});

test('25: a scanner that takes the connection and says nothing holds files back, and nobody up', async () => {
  /** @type {Set<import('node:net').Socket>} */
  const clients = new Set();
  const hanging = createServer((client) => clients.add(client.on('error', () => {})));
  const folder = await mkdtemp(join(tmpdir(), 'lacit-hang-'));
  hanging.listen(join(folder, 'clamd.sock'));
  await once(hanging, 'listening');
  await with_server(join(folder, 'clamd.sock'), async (server) => {
    const began = performance.now();
    const reference = await stored(server.origin, { 'a.txt': 'x', 'b.txt': 'y' });
    assert.ok(performance.now() - began >= 1900, 'it was asked');
    assert.ok(performance.now() - began < 20_000, 'both files share one time limit');
    assert.match((await server.inbox('show', reference)).out, /(NOT scanned[^]*){2}/);
    assert.doesNotMatch((await server.inbox('export', '--json')).out, /"scan": "clean"/);
    assert.equal((await send(server.origin, {})).status, 201); // words alone wait for no scanner
  });
  for (const client of clients) client.destroy();
  hanging.close();
  await rm(folder, { recursive: true, force: true });
});

test('25: without a scanner nothing is scanned, and nothing held back', async () => {
  const server = await serve_forms();
  const reference = await stored(server.origin, { 'a.txt': 'x' });
  assert.match((await server.inbox('show', reference)).out, /a\.txt, text\/plain, 1 bytes: \//);
  await server.end();
});
