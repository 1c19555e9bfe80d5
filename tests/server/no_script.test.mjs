// The form as a browser without script sends it: by itself, with pages for answers.
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { good, json, post, serve_forms } from './support/forms.mjs';
import { open_socket } from './support/process.mjs';

/** @type {import('./support/forms.mjs').FormServer} */
let server;
before(async () => {
  server = await serve_forms();
});
after(() => server.end());

const page = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
// eslint-disable-next-line no-restricted-syntax -- time itself: a person is not quicker (time_token.h)
const wait = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @param {string} html */
const token_in = (html) => /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';

test('the first sending asks for a second one, with everything still written, and the second is thanked', async () => {
  const message = 'Two lines\nand <b>"marks" & more</b></textarea>';
  const first = await post(server.origin, { ...good, message }, page);
  assert.equal(first.status, 200);
  const html = await first.text();
  assert.match(html, /Press the button once more/);
  assert.match(html, /value="ann@example\.org"/);
  assert.match(html, /Two lines\r\nand &lt;b&gt;&quot;marks&quot; &amp; more&lt;\/b&gt;&lt;\/textarea&gt;<\/textarea>/);
  assert.match(html, /value="training" selected/);
  await wait(2100);
  const second = await post(server.origin, { ...good, message, token: token_in(html) }, page);
  assert.equal(second.status, 303);
  const thanks = await fetch(server.origin + second.headers.get('location'));
  const reference = /reference=(.*)/.exec(thanks.url)?.[1] ?? '';
  assert.match(await thanks.text(), new RegExp(`Its reference is ${reference}`));
  const shown = await server.inbox('show', reference);
  assert.match(shown.out, /unverified: sent without script/);
  assert.match(shown.out, /<\/textarea>/);
  const again = await post(server.origin, { ...good, message, token: token_in(html) }, page);
  assert.equal(
    again.headers.get('location'),
    second.headers.get('location'),
    'a second press of the button is the same message',
  );
});

test('11.A4: of a browser that runs scripts and can make no proof nobody says «without script»', async () => {
  const fields = { ...good, message: 'From an old browser', altcha: '' }; // as web/forms/form.js sends it
  const html = await (await post(server.origin, fields, page)).text();
  await wait(2100);
  const second = await post(server.origin, { ...fields, token: token_in(html) }, page);
  const reference = /reference=(.*)/.exec(second.headers.get('location') ?? '')?.[1] ?? '';
  assert.match((await server.inbox('show', reference)).out, /, unverified: no proof of work\n/);
});

test('faults come back with the form, marked and explained at their fields', async () => {
  const answer = await post(server.origin, { ...good, email: 'ann@', consent: '' }, page);
  assert.equal(answer.status, 422);
  const html = await answer.text();
  assert.match(html, /<h1[^>]*>Your message was not sent<\/h1>/);
  const field = /<input[^>]*name="email"[^>]*>/.exec(html)?.[0] ?? '';
  assert.match(field, /value="ann@"/);
  assert.match(field, /aria-invalid="true"/);
  const described = /aria-describedby="([^"]+)"/.exec(field)?.[1] ?? '';
  assert.match(html, new RegExp(`id="${described.split(' ').at(-1)}"[^>]*>This is not an e-mail address`));
  assert.match(html, /<textarea[^>]*>Hello<\/textarea>/);
});

test('13: a thanks page shows references only, and other addresses of a form lead home', async () => {
  for (const query of ['', '?reference=<script>', '?reference=AAAA-BBBBx', '?next=//evil.example']) {
    const answer = await fetch(`${server.origin}/api/forms/contact/thanks${query}`, { redirect: 'manual' });
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get('location'), '/');
  }
});

const written = { ...good, name: 'Zoë "Z" Zimmer', message: 'Words that took\nan hour & a half', topic: 'training' };

/** Everything that was written stands in the form again. @param {string} html */
function is_kept(html) {
  assert.match(html, /value="Zoë &quot;Z&quot; Zimmer"/);
  assert.match(html, /Words that took\r?\nan hour &amp; a half<\/textarea>/);
  assert.match(html, /value="ann@example\.org"/);
  assert.match(html, /value="training" selected/);
  assert.match(/<input[^>]*name="consent"[^>]*>/.exec(html)?.[0] ?? '', / checked/);
  assert.doesNotMatch(/<section[^>]*hidden[^>]*>[^]*?<form/.exec(html)?.[0] ?? '', /<form/);
}

const again = /Files must be chosen again/;

test('11.A5: who is told to wait (429) finds every word in the page, and can send it later', async () => {
  const limited = await serve_forms(['--posts-per-hour', '2']);
  assert.equal((await post(limited.origin, written, page)).status, 200);
  const refused = await post(limited.origin, { ...written, attachments: new File(['x'], 'a.txt') }, page);
  assert.equal(refused.status, 429);
  assert.ok(Number(refused.headers.get('retry-after')) > 0);
  const html = await refused.text();
  is_kept(html);
  assert.match(html, /Please wait a while, then send again/);
  assert.match(html, again);
  assert.ok(token_in(html), 'the next sending needs no further one');
  const urlencoded = await fetch(`${limited.origin}/api/forms/contact`, {
    method: 'POST',
    headers: page,
    body: new URLSearchParams(written),
  });
  assert.equal(urlencoded.status, 429);
  const kept = await urlencoded.text();
  is_kept(kept);
  assert.doesNotMatch(kept, again, 'no file came');
  await limited.end();
});

test('11.A5: who comes from another page (403) finds every word in ours, and may send it from there', async () => {
  for (const [name = '', value = ''] of [
    ['origin', 'https://elsewhere.example'],
    ['origin', 'null'],
    ['sec-fetch-site', 'cross-site'],
  ]) {
    const refused = await post(
      server.origin,
      { ...written, attachments: new File(['x'], 'a.txt') },
      { ...page, [name]: value },
    );
    assert.equal(refused.status, 403);
    const html = await refused.text();
    is_kept(html);
    assert.match(html, again);
  }
  assert.deepEqual(await readdir(join(server.data, 'files')), []);
  assert.deepEqual(await readdir(join(server.data, 'incoming')), []);
});

test('11.A5: who sends too much (413) finds every word in the page, also those behind the file', async () => {
  const { consent, ...fields } = written;
  const sizes = [
    [[11], 'one file of 11 MB'],
    [[9, 9, 9], 'three of 9 MB'],
    [[60], 'more than the whole form may have'],
  ];
  for (const [megabytes, what] of /** @type {[number[], string][]} */ (sizes)) {
    const attachments = megabytes.map(
      (size, i) => new File([new Uint8Array(size * 1024 * 1024).fill(120)], `${i}.txt`),
    );
    const refused = await post(server.origin, { ...fields, attachments, consent }, page);
    assert.equal(refused.status, 413, what);
    const html = await refused.text();
    is_kept(html);
    assert.match(html, /That was too much to send at once/);
    assert.match(html, again);
  }
  assert.deepEqual(await readdir(join(server.data, 'incoming')), []);
});

test('11.A5: files of a wrong kind or too many (422), and a body that breaks off (400): every word is in the page', async () => {
  const { consent, ...fields } = written;
  const kinds = await post(server.origin, { ...fields, attachments: new File(['MZ'], 'a.exe'), consent }, page);
  assert.equal(kinds.status, 422);
  is_kept(await kinds.text());
  const many = await post(
    server.origin,
    { ...fields, attachments: Array.from({ length: 6 }, (_, i) => new File(['x'], `${i}.txt`)), consent },
    page,
  );
  assert.equal(many.status, 422);
  is_kept(await many.text());
  const parts = Object.entries(written).map(
    ([name, value]) =>
      `--X\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value.replaceAll('\n', '\r\n')}\r\n`,
  );
  const cut = await fetch(`${server.origin}/api/forms/contact`, {
    method: 'POST',
    headers: { ...page, 'content-type': 'multipart/form-data; boundary=X' },
    body: `${parts.join('')}--X\r\nContent-Dispos`,
  });
  assert.equal(cut.status, 400);
  is_kept(await cut.text());
});

test('11.A5: text that is too long comes back as far as it was read', async () => {
  const refused = await fetch(`${server.origin}/api/forms/contact`, {
    method: 'POST',
    headers: page,
    body: new URLSearchParams({ ...written, message: `${'ä'.repeat(100_000)}` }),
  });
  assert.equal(refused.status, 413);
  const html = await refused.text();
  assert.match(html, /value="Zoë &quot;Z&quot; Zimmer"/);
  assert.match(html, /ä{20000}/);
});

const cut = /Go back: what you wrote is still in the form/;
const head_of = (/** @type {string} */ disposition) => `--X\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n`;
const fields_of = (/** @type {Record<string, string>} */ values) =>
  Object.entries(values)
    .map(([name, value]) => `${head_of(`name="${name}"`)}${value.replaceAll('\n', '\r\n')}\r\n`)
    .join('');

/** @param {string} parts a body without its last delimiter */
const send_parts = (parts) =>
  fetch(`${server.origin}/api/forms/contact`, {
    method: 'POST',
    headers: { ...page, 'content-type': 'multipart/form-data; boundary=X' },
    body: `${parts}--X--\r\n`,
  });

test('11.A5: files before the fields, however many, however large or strangely named, cost no word', async () => {
  const file = (/** @type {string} */ name, bytes = 'x') =>
    `${head_of(`name="attachments"; filename=${name}`)}${bytes}\r\n`;
  const large = 'x'.repeat(12 * 1024 * 1024);
  for (const [parts, status, what] of /** @type {[string, number, string][]} */ ([
    [file('"a.txt"', large).repeat(4), 413, 'four of 12 MB'],
    [file('"a.txt"').repeat(60), 422, 'sixty small ones'],
    [file('"a.txt"').repeat(500), 422, 'five hundred'],
    [file('"a\0.txt"'), 400, 'NUL in a name'],
    [file('"a".txt"'), 400, 'a bare quote in a name'],
    [file('"a'), 400, 'a quote that does not end'],
    [file(`"${'n'.repeat(20_000)}.txt"`), 413, 'a name of 20,000 letters'],
    [file(`"${'n'.repeat(2000)}.txt"`), 400, 'a name of 2,000 letters'],
    [`--X\r\nContent-Type: text/plain\r\n\r\nx\r\n`, 400, 'a part without a name'],
  ])) {
    for (const body of [parts + fields_of(written), fields_of(written) + parts]) {
      const refused = await send_parts(body);
      assert.equal(refused.status, status, what);
      is_kept(await refused.text());
    }
  }
  assert.deepEqual(await readdir(join(server.data, 'incoming')), []);
});

test('11.A5: a field that is too long gives way to those behind it, and the page says that words are missing', async () => {
  const { message, ...others } = written;
  for (const long of ['ä'.repeat(150_000), 'x'.repeat(300_000), '%'.repeat(300_000)]) {
    const bodies = [
      () => send_parts(fields_of({ message: long, ...others })),
      () => send_parts(fields_of({ ...others, message: long })),
      () =>
        fetch(`${server.origin}/api/forms/contact`, {
          method: 'POST',
          headers: page,
          body: new URLSearchParams({ message: long, ...others }),
        }),
    ];
    for (const send of bodies) {
      const refused = await send();
      assert.equal(refused.status, 413);
      const html = await refused.text();
      for (const value of [/value="Zoë &quot;Z&quot; Zimmer"/, /value="ann@example\.org"/, /value="training" selected/])
        assert.match(html, value);
      assert.match(/<input[^>]*name="consent"[^>]*>/.exec(html)?.[0] ?? '', / checked/);
      assert.ok(html.includes(long.slice(0, 20_000)));
      assert.doesNotMatch(html, /\uFFFD/);
      assert.match(html, cut);
    }
  }
});

test('11.A5: where a part or an escape cannot be read the others come back, and the page says to go back', async () => {
  for (const send of [
    () => send_parts(`--X\r\nContent-Disposition: form-data; name="x\r\n\r\nlost\r\n${fields_of(written)}`),
    () =>
      send_parts(
        `${fields_of(written)}${Array.from({ length: 100 }, (_, i) => fields_of({ [`f${i}`]: 'x' })).join('')}`,
      ),
    () =>
      fetch(`${server.origin}/api/forms/contact`, {
        method: 'POST',
        headers: { ...page, 'content-type': 'application/x-www-form-urlencoded' },
        body: `x=%GG&${new URLSearchParams(written)}`,
      }),
  ]) {
    const html = await (await send()).text();
    is_kept(html);
    assert.match(html, cut);
  }
});

test('11.A5: what was not read is not shown as an empty form: the page says to go back', async () => {
  const socket = await open_socket(server.port);
  let html = '';
  socket.on('data', (data) => (html += data));
  socket.write(
    'POST /api/forms/contact HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nContent-Type: multipart/form-data; boundary=X\r\nContent-Length: 900000000\r\n\r\n--X',
  );
  await new Promise((resolve) => socket.once('close', resolve));
  assert.match(html, /^HTTP\/1\.1 413 /);
  assert.match(html, /Go back: what you wrote is still in the form\./);
  assert.match(html, /<section[^>]*hidden[^>]*>[^]*<form/);
});

test('11.A5: a program hears of 403, 413 and 429 as before, and before its body is read', async () => {
  const refused = await post(server.origin, written, { origin: 'https://elsewhere.example' });
  assert.equal(refused.status, 403);
  assert.equal((await json(refused)).code, 'forbidden_origin');
});
