// Clocks that somebody sets: nothing is deleted, and nothing used twice, because of them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { good, json, post, program, proof, serve_forms, sqlite } from './support/forms.mjs';
import { execute } from './support/nginx.mjs';
import { until } from './support/waiting.mjs';

/** @param {string} offset */
const at = (offset) => [
  'env',
  'LD_PRELOAD=/usr/$LIB/faketime/libfaketimeMT.so.1',
  `FAKETIME=${offset}`,
  'DONT_FAKE_MONOTONIC=1',
];

/** @type {string} */
let config;
/** @type {string} */
let data;
before(async () => {
  data = await mkdtemp(join(tmpdir(), 'lacit-clock-'));
  config = join(data, 'lacit.toml');
  await writeFile(config, '[forms]\nkeep_days = 30\ntidy_every = 1\n');
});
after(() => rm(data, { recursive: true, force: true }));

/** @param {string[]} [under] */
const start = (under = []) => serve_forms(['--config', config], data, under);
/** `lacit inbox purge` on a machine whose clock is 400 days ahead. @param {string[]} more */
function purge_ahead(...more) {
  const [command = '', ...args] = [
    ...at('+400d'),
    program,
    'inbox',
    'purge',
    '--older-than',
    '30d',
    '--data',
    data,
    ...more,
  ];
  const { stdout: out, stderr: err, status: code } = spawnSync(command, args, { encoding: 'utf8' });
  return { out, err, code };
}
const count = () => sqlite(join(data, 'lacit.sqlite'), 'SELECT count(*) FROM submission');

test('11.A7: a clock 400 days ahead deletes no message, and the log says how many and what to do', async () => {
  const now = await start();
  for (let i = 0; i < 5; i += 1)
    assert.equal((await post(now.origin, { ...good, altcha: await proof(now.origin) })).status, 201);
  await now.stop();
  const ahead = await start(at('+400d'));
  await until(
    async () =>
      /5 of 5 messages seem to be older than 30 days, but the clock is ahead .*run: lacit inbox purge --older-than 30d --force/.test(
        ahead.errors(),
      ),
    20,
  );
  // eslint-disable-next-line no-restricted-syntax -- time itself: it looks a few times more
  await new Promise((resolve) => setTimeout(resolve, 2500));
  assert.equal(await count(), '[(5,)]');
  const refused = await purge_ahead();
  assert.equal(refused.code, 1);
  assert.match(refused.err, /5 of 5 messages would be deleted, .*add --force/);
  await ahead.stop();
  const again = await start();
  // eslint-disable-next-line no-restricted-syntax -- time itself: it would delete a little later
  await new Promise((resolve) => setTimeout(resolve, 1500));
  assert.doesNotMatch(again.errors(), /messages/);
  assert.equal(await count(), '[(5,)]');
  await again.stop();
});

test('11.A7: what is really old is deleted by the same server, however few there are', async () => {
  const now = await start();
  await execute('python3', [
    '-c',
    'import sqlite3,sys; c=sqlite3.connect(sys.argv[1],timeout=20); c.execute("UPDATE submission SET received_at = received_at - 31 * 86400 WHERE id IN (SELECT id FROM submission LIMIT 4)"); c.commit()',
    join(data, 'lacit.sqlite'),
  ]);
  await until(async () => (await count()) === '[(1,)]', 20);
  await now.stop();
});

test('11.A7: who is told deletes by hand, whatever the clock', async () => {
  assert.equal((await purge_ahead()).code, 1);
  assert.equal(await count(), '[(1,)]');
  assert.match((await purge_ahead('--force')).out, /^1 deleted/);
});

test('11.A7: a proof that was used before the clock went 30 days ahead and came back is used', async () => {
  const now = await start();
  const altcha = await proof(now.origin);
  assert.equal((await post(now.origin, { ...good, altcha })).status, 201);
  await now.stop();
  const ahead = await start(at('+30d'));
  assert.equal((await post(ahead.origin, { ...good, altcha: await proof(ahead.origin) })).status, 201);
  // eslint-disable-next-line no-restricted-syntax -- time itself: it looks a few times
  await new Promise((resolve) => setTimeout(resolve, 2500));
  await ahead.stop();
  const again = await start();
  assert.equal((await json(await post(again.origin, { ...good, altcha }))).code, 'proof_used');
  await again.stop();
});
