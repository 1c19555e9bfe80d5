// What the command line, the environment and the file say is checked before anything is served: one line, and how to mend it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { good, post, program, proof, serve_forms, site } from './support/forms.mjs';
import { serve } from './support/process.mjs';

/** @type {string} */
let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lacit-configuration-'));
});
after(() => rm(folder, { recursive: true, force: true }));

/** Ends by itself: a value that were taken would serve, and be ended after three seconds. @param {string[]} args @param {Record<string, string>} [env] */
function refused(args, env = {}) {
  const { status, stderr } = spawnSync(program, ['serve', '--site', site, '--port', '0', ...args], {
    encoding: 'utf8',
    timeout: 3000,
    env: { ...process.env, ...env },
  });
  assert.ok(status !== null && status !== 0, `${args.join(' ')} was taken`);
  return stderr;
}

test('11.A6: numbers on the command line are whole, finite and in range', () => {
  const bad = [
    '-1',
    'nan',
    'inf',
    '-inf',
    '1.5',
    '1e3',
    '0x10',
    ' 1',
    '99999999999999999999',
    '18446744073709551615',
    'many',
  ];
  for (const [flag, range] of [
    ['--quota', '1 to 10485760000000'],
    ['--posts-per-hour', '0 to 100000'],
    ['--port', '0 to 65535'],
    ['--header-timeout', '1 to 600'],
    ['--body-timeout', '1 to 3600'],
  ]) {
    for (const value of bad)
      assert.match(
        refused([`${flag}=${value}`]),
        new RegExp(`${flag}: must be a whole number from ${range}, and «.*» is none`),
        `${flag}=${value}`,
      );
  }
  assert.match(refused(['--port', '99999']), /--port: must be a whole number from 0 to 65535, and «99999» is none/);
  assert.match(refused(['--quota', '-1']), /--quota/);
  assert.match(refused(['--quota', '0']), /--quota/);
  assert.match(refused(['--quota=']), /--quota: .*missing/);
});

test('11.A6: a flag that names nothing is refused', () => {
  for (const flag of ['--data', '--site', '--config', '--address', '--allow-origin', '--proxy']) {
    assert.match(refused([flag, '']), new RegExp(`${flag}: is empty; name something, or leave it out`), flag);
    assert.match(refused([`${flag}=`]), new RegExp(flag), flag);
  }
});

test('11.A6: addresses, origins and databases are what they are, on the command line too', () => {
  assert.match(refused(['--address', 'localhost']), /--address: is no IP address: «localhost»/);
  assert.match(
    refused(['--proxy', '10.0.0.0/33']),
    /--proxy: has «10\.0\.0\.0\/33», which is neither an address nor a network/,
  );
  assert.match(
    refused(['--allow-origin', '*']),
    /--allow-origin: has «\*», by which any page could send forms; write each site/,
  );
  assert.match(
    refused(['--allow-origin', 'https://partner.example', '--allow-origin', 'https://Other.example/']),
    /write "https:\/\/other\.example"/,
  );
  assert.match(refused(['--data', folder, '--database', 'mysql://here/lacit']), /--database names no PostgreSQL/);
  assert.match(
    refused(['--data', folder], { LACIT_DATABASE: 'mysql://here/lacit' }),
    /lacit serve: LACIT_DATABASE names no PostgreSQL/,
  );
  assert.match(refused(['--data', folder], { LACIT_SECRET: 'short' }), /LACIT_SECRET has fewer than 32 characters/);
});

test('11.A6: what lets strangers in or secrets out is refused, and what may be meant is warned of', async () => {
  for (const wide of ['0.0.0.0/0', '::/0', '::ffff:0:0/96'])
    assert.match(refused(['--proxy', wide]), /--proxy: has «.*», in which strangers are too/);
  const config = join(folder, 'mail.toml');
  const mail = (/** @type {string} */ more) =>
    `[mail]\nserver = "smtp://mail.example.org"\ntls = "none"\nfrom = "a@b.example"\nto = ["a@b.example"]\n${more}`;
  await writeFile(config, mail('user = "ann"\n'));
  assert.match(
    refused(['--config', config], { LACIT_SMTP_PASSWORD: 'secret' }),
    /mail\.toml:3:7: \[mail\] tls is "none", so that the password would cross/,
  );
  await writeFile(config, mail(''));
  const server = await serve(site, ['--config', config], { keep: true });
  await server.stop();
  assert.match(
    server.errors(),
    /^lacit serve: warning: \[mail\] tls is "none": what visitors write can be read on the way to smtp:\/\/mail\.example\.org; write tls = "required" where that server can$/m,
  );
});

test('11.A6: the file’s mistakes are all told, each with its place', async () => {
  const config = join(folder, 'lacit.toml');
  await writeFile(
    config,
    'server = 1\n[forms]\nposts_per_hour = nan\nallow_origins = ["*"]\n[[mail]]\nserver = "smtp://a.example"\n[webhook]\nurl = "http://127.0.0.1@evil.example/"\n',
  );
  const told = refused(['--config', config]);
  for (const place of [
    /toml:1:10: server must be a table/,
    /toml:3:18: \[forms\] posts_per_hour must be a whole number/,
    /toml:4:17: \[forms\] allow_origins has «\*»/,
    /toml:5:\d+: there is one table \[mail\], and it stands once/,
    /toml:8:7: \[webhook\] url must be without user and password/,
  ]) {
    assert.match(told, place);
  }
  assert.match(refused(['--config', folder]), /cannot be read/);
});

test('11.A6: proxies = ["10.0.0.0/8"] is believed for every address in it, 127.0.0.0/8 here', async () => {
  const config = join(folder, 'proxies.toml');
  await writeFile(config, '[server]\nproxies = ["127.0.0.0/8"]\n[forms]\nposts_per_hour = 4\n');
  const server = await serve_forms(['--config', config, '--posts-per-hour', '4']);
  const from = async (/** @type {string} */ address) =>
    (await post(server.origin, { ...good, altcha: await proof(server.origin) }, { 'x-forwarded-for': address })).status;
  assert.deepEqual(
    [await from('198.51.100.1'), await from('198.51.100.1'), await from('198.51.100.1')],
    [201, 201, 429],
  );
  assert.equal(await from('::ffff:198.51.100.1'), 429, 'the same address in IPv6’s form');
  assert.equal(await from('198.51.100.2'), 201);
  await server.end();
});
