// What stands in deploy/: systemd and nginx themselves look at it, and it runs.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { good, json, post, proof, serve_forms } from './support/forms.mjs';
import { configure, execute, start_nginx } from './support/nginx.mjs';
import { program } from './support/process.mjs';

const deploy = fileURLToPath(new URL('../../deploy/', import.meta.url));
const config = ['--config', join(deploy, 'lacit.toml')];

/** @type {string} */
let folder;
/** @type {import('./support/forms.mjs').FormServer} */
let server;
/** @type {Awaited<ReturnType<typeof start_nginx>>} */
let nginx;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lacit-deploy-'));
  server = await serve_forms([...config, '--posts-per-hour', '4']); // two at once
  nginx = await start_nginx(server.port);
});
after(async () => {
  await nginx.end();
  await server.end();
  await rm(folder, { recursive: true, force: true });
});

/** Whole form fields as curl's flags. @param {Record<string, string>} [more] */
async function form(more = {}) {
  const fields = { ...good, altcha: await proof(server.origin), ...more };
  return Object.entries(fields).flatMap(([name, value]) => ['--form-string', `${name}=${value}`]);
}

/** Sends a form as a page of the site does; gives the status. @param {string} from @param {string[]} [args] */
const send = async (from, args = []) =>
  nginx.curl(
    ['-o', '/dev/null', '-w', '%{http_code}', '-H', `Origin: ${nginx.origin}`, ...args, ...(await form())],
    '/api/forms/contact',
    from,
  );

async function unit() {
  const file = join(folder, 'lacit.service');
  const text = await readFile(join(deploy, 'lacit.service'), 'utf8');
  await writeFile(file, text.replaceAll('/usr/bin/lacit', program)); // systemd wants the program to be there
  return file;
}

test('systemd finds nothing to say about the unit, and that it may do little', async () => {
  const file = await unit();
  const verified = await execute('systemd-analyze', ['verify', '--man=no', file]);
  assert.equal(verified.stderr + verified.stdout, '');
  // The threshold is in tenths: fails from an exposure of 2.0 on.
  const { stdout } = await execute('systemd-analyze', [
    'security',
    '--offline=true',
    '--no-pager',
    '--threshold=19',
    file,
  ]);
  const exposure = Number(/Overall exposure level for lacit\.service: ([\d.]+)/.exec(stdout)?.[1]);
  assert.ok(exposure < 2, `${exposure}`);
});

/** What systemd's lists of system calls hold, lists in lists too. @param {string} text */
function lists_of(text) {
  /** @type {Map<string, string[]>} */
  const lists = new Map();
  for (const block of text.split(/\n(?=@)/)) {
    const [name = '', ...lines] = block.split('\n');
    lists.set(
      name,
      lines.map((line) => line.trim()).filter((line) => line && !line.startsWith('#')),
    );
  }
  /** @param {string} name @returns {string[]} */
  const members = (name) => (lists.get(name) ?? []).flatMap((one) => (one.startsWith('@') ? members(one) : [one]));
  return (/** @type {string} */ name) => new Set(members(name));
}

test('the server makes no system call that the unit forbids', async () => {
  const calls = join(folder, 'calls');
  const strace = ['strace', '-D', '-f', '-c', '-U', 'name', '-o', calls];
  const traced = await serve_forms(config, '', strace);
  const file = new File(['a'], 'a.txt');
  assert.equal(
    (await post(traced.origin, { ...good, altcha: await proof(traced.origin), attachments: file })).status,
    201,
  );
  await traced.end();
  const used = (await readFile(calls, 'utf8'))
    .split('\n')
    .filter((line) => /^\w+$/.test(line) && line !== 'syscall' && line !== 'total');
  assert.ok(used.includes('fsync') || used.includes('fdatasync'), used.join());
  const list = lists_of((await execute('systemd-analyze', ['syscall-filter', '--no-pager'])).stdout);
  const taken = [...list('@privileged'), ...list('@resources')];
  const allowed = new Set([
    ...[...list('@system-service')].filter((call) => !taken.includes(call)),
    ...list('@default'),
  ]);
  // For the limit of descriptors, which the unit sets itself; a refusal does no harm.
  allowed.add('setrlimit');
  if (process.getuid?.() === 0) allowed.add('fchown'); // SQLite's, only where root runs it
  assert.deepEqual(
    used.filter((call) => !allowed.has(call)),
    [],
  );
});

test('stopping waits longer than the server takes to end', async () => {
  const text = await readFile(join(deploy, 'lacit.service'), 'utf8');
  assert.match(text, /^KillSignal=SIGTERM$/m);
  assert.ok(Number(/^TimeoutStopSec=(\d+)$/m.exec(text)?.[1]) > 10 + 120); // server.cpp's drain, curl.cpp's longest try
});

test('nginx takes its configuration without a word of warning', async () => {
  const made = await configure(8080);
  const { stderr } = await execute('nginx', [
    '-t',
    '-q',
    '-p',
    made.folder,
    '-e',
    join(made.folder, 'error.log'),
    '-c',
    made.file,
  ]);
  assert.equal(stderr.replace(/^.*"user" directive.*\n/m, ''), '');
  await rm(made.folder, { recursive: true, force: true });
});

test('a page comes over TLS by HTTP/2, with the headers of lacit; without TLS one is led there', async () => {
  const page = await nginx.curl(['-D', '-', '--http2', '-H', 'Accept-Encoding: br', '-o', '/dev/null']);
  assert.match(page, /^HTTP\/2 200/);
  assert.match(page, /^strict-transport-security: max-age=\d+/m);
  assert.match(page, /^content-encoding: br/m);
  assert.equal(page.match(/^content-security-policy:/gm)?.length, 1);
  assert.doesNotMatch(page, /nginx\/\d/);
  assert.match(await nginx.curl(['--http2', '-w', '%{http_version}']), /<h1[^]*<\/html>\s*2$/);
  const plain = await fetch(`http://127.0.0.1:${nginx.http}/about/?a=b`, {
    redirect: 'manual',
    headers: { host: 'evil.example' },
  });
  assert.equal(plain.status, 308);
  assert.equal(plain.headers.get('location'), 'https://la-cit.org/about/?a=b');
});

test('7: limits count the visitor, not the proxy and not an address that the visitor made up', async () => {
  const answers = [];
  for (let i = 1; i <= 3; i += 1) {
    const forged = [
      '-H',
      `X-Forwarded-For: 203.0.113.${i}`,
      '-H',
      `Forwarded: for=203.0.113.${i}`,
      '-H',
      `X-Real-IP: 203.0.113.${i}`,
    ];
    answers.push(await send('127.0.0.2', forged));
  }
  assert.deepEqual(answers, ['201', '201', '429']);
  assert.equal(await send('127.0.0.3'), '201');
  assert.equal(await send('127.0.0.3', ['-H', 'X-Forwarded-For: 127.0.0.2']), '201');
});

test('forms of other sites, and bodies that are too large, end at the proxy or behind it', async () => {
  const status = ['-o', '/dev/null', '-w', '%{http_code}'];
  const foreign = await nginx.curl(
    [...status, '-H', 'Origin: https://evil.example', ...(await form())],
    '/api/forms/contact',
    '127.0.0.4',
  );
  assert.equal(foreign, '403');
  const large = join(folder, 'large');
  await writeFile(large, Buffer.alloc(27 * 1024 * 1024));
  const sent = await nginx.curl(
    [...status, '-H', 'Expect:', '--data-binary', `@${large}`],
    '/api/forms/contact',
    '127.0.0.4',
  );
  assert.equal(sent, '413');
});

test('while lacit is away, visitors are told so, with the numbers to call', async () => {
  const other = await serve_forms();
  const alone = await start_nginx(other.port);
  await other.end();
  const away = await alone.curl(['-i']).finally(alone.end);
  assert.match(away, /^HTTP\/2 503/);
  assert.match(away, /retry-after: 30/);
  assert.match(away, /call or text 988/);
});

test('the configuration that is shipped starts, and a message comes in by it', async () => {
  const started = await serve_forms(config);
  const answer = await post(started.origin, { ...good, altcha: await proof(started.origin) });
  assert.equal(answer.status, 201);
  assert.equal((await started.inbox('show', (await json(answer)).reference)).code, 0);
  await started.end();
});
