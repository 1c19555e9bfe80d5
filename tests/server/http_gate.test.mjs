// What a stranger can do with bytes alone, over a raw socket: split an answer, lead away, hide a request in another.
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { serve_forms } from './support/forms.mjs';
import { make_site, open_socket, raw, serve } from './support/process.mjs';

/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
before(async () => {
  const site = await make_site({ 'index.html': 'home', '404.html': 'missing' });
  await mkdir(`${site}/about`);
  await writeFile(`${site}/about/index.html`, 'about');
  server = await serve(site);
});
after(() => server.stop());

/** The answers to bytes, each with its fields, names in lower case. @param {string} bytes @param {number} [port] */
async function answers(bytes, port = server.port) {
  const text = await raw(port, bytes);
  return text.split(/(?=HTTP\/1\.1 \d{3} )/).map((one) => {
    const [head = '', ...body] = one.split('\r\n\r\n');
    const [line = '', ...fields] = head.split('\r\n');
    const pairs = fields.map(
      (field) =>
        /** @type {[string, string]} */ ([
          field.slice(0, field.indexOf(':')).toLowerCase(),
          field.slice(field.indexOf(':') + 2),
        ]),
    );
    return { status: Number(line.split(' ')[1]), fields: new Map(pairs), head, body: body.join('\r\n\r\n') };
  });
}

/** @param {string} line @param {string[]} [fields] @param {string} [body] */
const request = (line, fields = ['Host: x'], body = '') =>
  `${line}\r\n${[...fields, 'Connection: close'].join('\r\n')}\r\n\r\n${body}`;

/** The only answer. @param {string} bytes @param {number} [port] */
async function answer(bytes, port) {
  const [first, ...more] = await answers(bytes, port);
  assert.deepEqual(more, [], 'one answer');
  return /** @type {NonNullable<typeof first>} */ (first);
}
const status = async (/** @type {string} */ bytes) => (await answer(bytes)).status;

test('11.A1: a path with CR LF, or any other control character, is refused and splits no answer', async () => {
  for (const path of [
    '%0d%0aSet-Cookie:%20evil=1;x=/index.html',
    '%0a/index.html',
    '%0D/about',
    '%00',
    '%7f/index.html',
    '%c2%85/index.html',
    'about%0d%0a',
  ]) {
    const got = await answer(request(`GET /${path} HTTP/1.1`));
    assert.equal(got.status, 400, path);
    assert.doesNotMatch(got.head, /^(set-cookie|location):/im);
  }
});

test('11.A1: no path leads to another site', async () => {
  const away = [
    '/%09/other.example/index.html',
    '//other.example/index.html',
    '/\\other.example/index.html',
    '/%5cother.example/index.html',
    '/%2fother.example/index.html',
    '/./other.example/..',
    '/%2e%2e/other.example/index.html',
    '/;@other.example/index.html',
    '/other.example%2f..%2fabout',
    '/%ff/index.html',
    'http://x//other.example/index.html',
  ];
  for (const target of away) {
    const got = await answer(request(`GET ${target} HTTP/1.1`));
    assert.ok(got.status === 400 || got.status === 404, `${target}: ${got.status}`);
    assert.equal(got.fields.get('location'), undefined);
  }
});

test('11.A1: Location leads to a page that is there, encoded anew and with its query', async () => {
  /** @type {[string, string][]} */
  const moved = [
    ['/about', '/about/'],
    ['/about/index.html', '/about/'],
    ['/index.html', '/'],
    ['/about?a=b&c=%20', '/about/?a=b&c=%20'],
    ['/%61bout?x=<y>', ''],
    ['/%61bout?x=[y]|%0d%0a', '/about/?x=%5By%5D%7C%0d%0a'],
    ['http://other.example/about?q', '/about/?q'],
  ];
  for (const [target, location] of moved) {
    const got = await answer(request(`GET ${target} HTTP/1.1`));
    assert.equal(got.fields.get('location') ?? '', location, target);
    assert.equal(got.status, location ? 308 : 400);
  }
  for (const target of ['/nowhere/index.html', '/404.html/index.html', '/about/index.html/']) {
    assert.equal(await status(request(`GET ${target} HTTP/1.1`)), 404, target);
  }
});

test('11.A2: a body in another coding than chunked is no request, and what it holds is not one either', async () => {
  const hidden = 'GET /about/ HTTP/1.1\r\nHost: x\r\n\r\n';
  for (const coding of [
    'xchunked',
    'gzip',
    'identity',
    '',
    'chunked, chunked',
    'chunked, gzip',
    '\tchunked',
    'chunked\t',
    'chun\tked',
    'chunked;q=1',
    'chunked,',
  ]) {
    const got = await answer(`POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: ${coding}\r\n\r\n${hidden}`);
    assert.equal(got.status, 400, coding);
    assert.equal(got.fields.get('connection'), 'close');
  }
  assert.equal(
    (await answer(`POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n${hidden}`)).status,
    501,
  );
  assert.equal((await answer(`POST / HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n${hidden}`)).status, 400);
});

test('11.A2: requests that come one behind the other are answered each, whatever bodies they have', async () => {
  const chunked =
    'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5;a="b"\r\nhello\r\n0\r\nA: b\r\n\r\n';
  const whole = 'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello';
  const got = await answers(
    `\r\n${chunked}${whole}HEAD /about/ HTTP/1.1\r\nHost: x\r\n\r\n${request('GET /about/ HTTP/1.1')}`,
  );
  assert.deepEqual(
    got.map((one) => one.status),
    [405, 200, 200, 200],
  );
  assert.equal(got[2]?.body, '');
  assert.equal(got[3]?.body, 'about');
});

test('11.A2: a body that nobody asked for is left out; a long one ends the connection after the answer', async () => {
  const long = 'GET /about/ HTTP/1.1\r\nHost: x\r\n';
  const by_length = await answers(
    `${long}Content-Length: 100000\r\n\r\n${'a'.repeat(100_000)}${request('GET / HTTP/1.1')}`,
  );
  const by_chunks = await answers(
    `${long}Transfer-Encoding: chunked\r\n\r\n${`8000\r\n${'a'.repeat(0x8000)}\r\n`.repeat(3)}0\r\n\r\n${request('GET / HTTP/1.1')}`,
  );
  for (const got of [by_length, by_chunks]) {
    assert.deepEqual(
      got.map((one) => [one.status, one.fields.get('connection')]),
      [[200, 'close']],
    );
  }
});

test('11.A2: Host is one host', async () => {
  for (const fields of [[], ['Host: x', 'Host: x'], ['Host: a b/c'], ['Host:'], ['Host: x:y'], ['Host : x']]) {
    assert.equal(await status(request('GET / HTTP/1.1', fields)), 400, fields.join());
  }
  assert.equal(await status(request('GET / HTTP/1.0', [])), 200);
});

test('11.A2: a tab around a value is white space, as a space is', async () => {
  for (const fields of [['Host:\tx\t'], ['Host: \t x'], ['Host:x\t ']]) {
    assert.equal((await answer(request('GET /about/ HTTP/1.1', fields))).body, 'about', fields.join());
  }
  const posted = 'POST / HTTP/1.1\r\nHost:\tx\r\n';
  const got = await answers(
    `${posted}Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n${posted}Content-Length:\t5\t\r\n\r\nhello${request('GET /about/ HTTP/1.1')}`,
  );
  assert.deepEqual(
    got.map((one) => one.status),
    [405, 405, 200],
  );
});

test('11.A2: absolute targets and an empty line before the request are taken', async () => {
  assert.equal((await answer(request('GET http://other.example/about/ HTTP/1.1'))).body, 'about');
  assert.equal((await answer(request('\r\nGET / HTTP/1.1'))).body, 'home');
  assert.equal(await status(request('GET http://other.example/about/ HTTP/1.1', [])), 400);
});

test('11.A2: versions, methods, expectations and too long addresses have answers of their own', async () => {
  assert.equal(await status(request('GET / HTTP/2.0')), 505);
  assert.equal(await status(request('GET / HTTP/1.2')), 505);
  assert.equal(await status(request('BREW / HTTP/1.1')), 501);
  assert.equal(await status(request('get / HTTP/1.1')), 501);
  assert.equal(await status(request('DELETE / HTTP/1.1')), 405);
  assert.equal(await status(request('GET / HTTP/1.1', ['Host: x', 'Expect: else'])), 417);
  assert.equal(await status(request(`GET /${'a'.repeat(20_000)} HTTP/1.1`)), 414);
  assert.equal(await status(request('GET / HTTP/1.1', ['Host: x', `A: ${'a'.repeat(20_000)}`])), 431);
  assert.equal(await status(request('GET / HTTP/1.1', ['Host: x', ...Array.from({ length: 200 }, () => 'A: b')])), 431);
});

test('11.A2: every answer has a Date of now, refusals too', async () => {
  for (const bytes of [
    request('GET / HTTP/1.1'),
    request('GET /nowhere HTTP/1.1'),
    request('GET /about HTTP/1.1'),
    'nonsense\r\n\r\n',
    request('PUT / HTTP/1.1'),
  ]) {
    const date = (await answer(bytes)).fields.get('date') ?? '';
    assert.match(date, /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/);
    assert.ok(Math.abs(Date.parse(date) - Date.now()) < 5000, date);
  }
});

test('11.A2: several lines of a list are one list; q counts in either case; conditions hold', async () => {
  const get = (/** @type {string[]} */ ...fields) => answer(request('GET / HTTP/1.1', ['Host: x', ...fields]));
  const tag = (await get()).fields.get('etag') ?? '';
  assert.equal((await get('If-None-Match: "a"', `If-None-Match: ${tag}`)).status, 304);
  assert.equal((await get('If-Match: "a"')).status, 412);
  assert.equal((await get('If-Match: "a"', `If-Match: ${tag}`)).status, 200);
  assert.equal((await get('Range: bytes=0-1', 'Range: bytes=0-1')).status, 400);
});

test('11.A2: 100 (Continue) is for who asks for it in HTTP/1.1, and has a body that is wanted', async () => {
  const forms = await serve_forms();
  const post = (/** @type {string} */ version) =>
    `POST /api/forms/contact ${version}\r\nHost: x\r\nAccept: application/json\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\na=b`;
  assert.match(await raw(forms.port, post('HTTP/1.1')), /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 422 /);
  assert.match(await raw(forms.port, post('HTTP/1.0')), /^HTTP\/1\.1 422 /);
  assert.match(
    await raw(server.port, request('POST / HTTP/1.1', ['Host: x', 'Expect: 100-continue', 'Content-Length: 3'], 'abc')),
    /^HTTP\/1\.1 405 /,
  );
  const lines =
    'POST /api/forms/contact HTTP/1.1\r\nHost: x\r\nIf-Match: "a"\r\nContent-Type: application/x-www-form-urlencoded\r\nConnection: close\r\nContent-Length: 3\r\n\r\na=b';
  assert.equal((await answer(lines, forms.port)).status, 412);
  await forms.end();
});

test('11.A2: X-Forwarded-For in several lines is one list: whoever a proxy added last is the visitor', async () => {
  const forms = await serve_forms(['--proxy', '127.0.0.1', '--posts-per-hour', '2']); // one at once
  const post = (/** @type {string[]} */ ...from) =>
    answer(
      request(
        'POST /api/forms/contact HTTP/1.1',
        [
          'Host: x',
          ...from.map((one) => `X-Forwarded-For: ${one}`),
          'Accept: application/json',
          'Content-Type: application/x-www-form-urlencoded',
          'Content-Length: 3',
        ],
        'a=b',
      ),
      forms.port,
    );
  assert.equal((await post('192.0.2.1', '198.51.100.1')).status, 422);
  assert.equal((await post('192.0.2.2', '198.51.100.1')).status, 429);
  assert.equal((await post('198.51.100.1', '192.0.2.3')).status, 422);
  await forms.end();
});

test('11.A2: a refused request gets its answer even while more bytes come', async () => {
  const socket = await open_socket(server.port);
  let text = '';
  socket.on('data', (data) => (text += data));
  /** @type {Error[]} */
  const errors = [];
  socket.on('error', (error) => errors.push(error));
  socket.write('GET / HTTP/1.1\nHost: x\n\n');
  socket.write('a'.repeat(500_000));
  await new Promise((resolve) => socket.once('close', resolve));
  assert.match(text, /^HTTP\/1\.1 400 /);
  assert.deepEqual(errors, [], 'closed, not reset');
});
