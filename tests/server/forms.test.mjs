// What a sender of a form meets. The numbers are those of docs/requirements.md.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createChallenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { good, json, kill, post, proof, serve_forms, sqlite } from './support/forms.mjs';
import { raw } from './support/process.mjs';

/** @type {import('./support/forms.mjs').FormServer} */
let server;
before(async () => {
  server = await serve_forms(['--allow-origin', 'https://partner.example']);
});
after(() => server.end());

const sent = async (fields = {}, headers = {}) =>
  post(server.origin, { ...good, altcha: await proof(server.origin), ...fields }, headers);

test('a message with a proof of work is stored, and the staff reads it under its reference', async () => {
  const answer = await sent({ message: 'Grüße,\r\nzwei Zeilen' });
  assert.equal(answer.status, 201);
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  const { reference } = await json(answer);
  assert.match(reference, /^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  const shown = await server.inbox('show', reference);
  assert.equal(shown.code, 0);
  assert.match(shown.out, /email\n {2}ann@example\.org\n/);
  assert.match(shown.out, /message\n {2}Grüße,\n {2}zwei Zeilen\n/);
  assert.doesNotMatch(shown.out, /altcha|unverified/);
});

test('15: faults are told by field, and fields that the form does not have, or has twice, are refused', async () => {
  const answer = await sent({ email: 'ann@', phone: 'x', topic: 'secrets', message: '', consent: '' });
  assert.equal(answer.status, 422);
  assert.match(answer.headers.get('content-type') ?? '', /application\/problem\+json/);
  assert.deepEqual((await json(answer)).errors, [
    { field: 'email', code: 'email' },
    { field: 'phone', code: 'phone' },
    { field: 'topic', code: 'option' },
    { field: 'message', code: 'required' },
    { field: 'consent', code: 'consent' },
  ]);
  assert.equal((await sent({ admin: '1' })).status, 422);
  const twice = new URLSearchParams([
    ...Object.entries(good),
    ['email', 'b@example.org'],
    ['altcha', await proof(server.origin)],
  ]);
  assert.equal((await fetch(`${server.origin}/api/forms/contact`, { method: 'POST', body: twice })).status, 422);
});

test('27: a proof counts once, also of fifty at the same moment, and not without its work', async () => {
  const altcha = await proof(server.origin);
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, i) => post(server.origin, { ...good, message: `${i}`, altcha })),
  );
  const codes = await Promise.all(answers.map(async (answer) => (await json(answer)).code ?? 'stored'));
  assert.equal(codes.filter((code) => code === 'stored').length, 1);
  assert.equal(codes.filter((code) => code === 'proof_used').length, 49);
  assert.equal((await json(await post(server.origin, { ...good, altcha: 'e30=' }))).code, 'proof_invalid');
  assert.equal((await json(await post(server.origin, good))).code, 'proof_required');
});

test('27: a challenge that altcha-lib makes with our secret is one of ours; with another it is forged', async () => {
  const secret = 'a secret of thirty-two characters!';
  process.env.LACIT_SECRET = secret;
  const other = await serve_forms();
  delete process.env.LACIT_SECRET;
  for (const [key, status] of /** @type {[string, number][]} */ ([
    [secret, 201],
    [`${secret}.`, 422],
  ])) {
    const challenge = await createChallenge({
      algorithm: 'PBKDF2/SHA-256',
      cost: 5000,
      deriveKey,
      expiresAt: Math.floor(Date.now() / 1000) + 600,
      hmacSignatureSecret: key,
    });
    const solution = await solveChallenge({ challenge, deriveKey });
    const altcha = Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
    assert.equal((await post(other.origin, { ...good, altcha })).status, status);
  }
  await other.end();
});

test('32: the same key with the same message is one message; with another one it is refused', async () => {
  const headers = { 'idempotency-key': crypto.randomUUID() };
  const first = await json(await sent({}, headers));
  const second = await sent({}, headers); // another boundary and another proof: the message is the same
  assert.equal(second.status, 201);
  assert.deepEqual(await json(second), first);
  const changed = await sent({ message: 'Changed' }, headers);
  assert.equal((await json(changed)).code, 'idempotency_mismatch');
});

test('11.A9: the same message under its key is answered as before when its proof has run out, and no other message is', async () => {
  const secret = 'a secret of thirty-two characters!';
  process.env.LACIT_SECRET = secret;
  const other = await serve_forms();
  delete process.env.LACIT_SECRET;
  const expiresAt = Math.floor(Date.now() / 1000) + 4;
  const challenge = await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: 5000,
    deriveKey,
    expiresAt,
    hmacSignatureSecret: secret,
  });
  const altcha = Buffer.from(
    JSON.stringify({ challenge, solution: await solveChallenge({ challenge, deriveKey }) }),
  ).toString('base64');
  const key = { 'idempotency-key': crypto.randomUUID() };
  const attachments = new File(['x'], 'x.txt');
  const first = await post(other.origin, { ...good, altcha, attachments }, key);
  assert.equal(first.status, 201);
  // eslint-disable-next-line no-restricted-syntax -- time itself: the challenge runs out
  await new Promise((resolve) => setTimeout(resolve, expiresAt * 1000 + 1000 - Date.now()));
  const again = await post(other.origin, { ...good, altcha, attachments }, key);
  assert.equal(again.status, 201);
  assert.deepEqual(await json(again), await json(first));
  const forged = await post(other.origin, { ...good, altcha: 'e30=', attachments }, key);
  assert.equal(forged.status, 201, 'with another proof it is the same message still');
  for (const [fields, headers] of /** @type {[object, Record<string, string>][]} */ ([
    [{ attachments, message: 'Another' }, key],
    [{ attachments: new File(['y'], 'x.txt') }, key],
    [{ attachments }, { 'idempotency-key': crypto.randomUUID() }],
    [{ attachments }, {}],
  ])) {
    assert.equal((await json(await post(other.origin, { ...good, altcha, ...fields }, headers))).code, 'proof_expired');
  }
  assert.equal((await other.inbox('list')).out.split('\n').length, 2);
  await other.end();
});

test('11.A9: a domain of another script is taken and kept in ASCII; letters beyond ASCII before the @ are told', async () => {
  const { reference } = await json(await sent({ email: 'ana@münchen.de' }));
  assert.match((await server.inbox('show', reference)).out, /email\n {2}ana@xn--mnchen-3ya\.de\n/);
  for (const email of [
    'jörg@example.org',
    'ana@-münchen.de',
    'ana@♥.de',
    'ana@xn--zzzzzzzzz99.de',
    'ana@mün chen.de',
    'ana@@münchen.de',
  ]) {
    const answer = await sent({ email });
    assert.deepEqual((await json(answer)).errors, [{ field: 'email', code: 'email' }], email);
  }
});

test('28: a filled trap is thanked like everybody, and nothing is kept', async () => {
  const answer = await sent({ website: 'https://spam.example' });
  assert.equal(answer.status, 201);
  const { reference } = await json(answer);
  assert.notEqual((await server.inbox('show', reference)).code, 0);
});

test('6, 8: other methods and encoded bodies are not taken', async () => {
  const url = `${server.origin}/api/forms/contact`;
  const put = await fetch(url, { method: 'PUT', body: 'x' });
  assert.equal(put.status, 405);
  assert.equal(put.headers.get('allow'), 'GET, HEAD, OPTIONS, POST');
  const gzip = { 'content-encoding': 'gzip', 'content-type': 'application/x-www-form-urlencoded' };
  assert.equal((await fetch(url, { method: 'POST', headers: gzip, body: 'x' })).status, 415);
  assert.equal(
    (await fetch(url, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x' })).status,
    415,
  );
  assert.equal(
    (await fetch(`${server.origin}/api/forms/nothing`, { method: 'POST', body: new FormData() })).status,
    404,
  );
});

test('10, 11: pages of strangers cannot send, a partner’s can and reads the answer', async () => {
  for (const origin of [
    'null',
    'https://evil.example',
    'https://partner.example.evil.example',
    'http://partner.example',
  ]) {
    const answer = await sent({}, { origin });
    assert.equal((await json(answer)).code, 'forbidden_origin', origin);
    assert.equal(answer.headers.get('access-control-allow-origin'), null);
    assert.match(answer.headers.get('vary') ?? '', /Origin/);
  }
  const partner = await sent({}, { origin: 'https://partner.example' });
  assert.equal(partner.status, 201);
  assert.equal(partner.headers.get('access-control-allow-origin'), 'https://partner.example');
  assert.equal(partner.headers.get('access-control-allow-credentials'), null);
  assert.equal((await sent({}, { origin: server.origin })).status, 201);
});

test('12, 14: to look at the API changes nothing, and every answer has its headers', async () => {
  const count = () => sqlite(`${server.data}/lacit.sqlite`, 'SELECT count(*) FROM submission');
  const before_all = await count();
  for (const path of [
    '/api/forms/contact',
    '/api/challenge',
    '/api/nothing',
    '/api/forms/contact/thanks?reference=AAAA-BBBB',
  ]) {
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      const answer = await fetch(server.origin + path, { method, redirect: 'manual' });
      assert.equal(answer.headers.get('x-content-type-options'), 'nosniff', path);
      assert.match(
        answer.headers.get('content-security-policy') ?? '',
        /object-src 'none'.*base-uri 'none'.*frame-ancestors/,
      );
      assert.equal(answer.headers.get('cache-control'), 'no-store');
    }
  }
  assert.equal(await count(), before_all);
});

test('31: what was acknowledged is there after a power cut', async () => {
  const first = await serve_forms();
  const { reference } = await json(await post(first.origin, { ...good, altcha: await proof(first.origin) }));
  await kill(first);
  assert.equal(await sqlite(`${first.data}/lacit.sqlite`, 'PRAGMA integrity_check'), "[('ok',)]");
  const second = await serve_forms([], first.data);
  assert.equal((await second.inbox('show', reference)).code, 0);
  await second.end();
});

test('30: who sends too often is told when to come back', async () => {
  const limited = await serve_forms(['--posts-per-hour', '4']);
  const answers = [];
  for (let i = 0; i < 3; i += 1)
    answers.push(await post(limited.origin, { ...good, altcha: await proof(limited.origin) }));
  assert.deepEqual(
    answers.map((answer) => answer.status),
    [201, 201, 429],
  );
  assert.ok(Number(answers[2]?.headers.get('retry-after')) > 0);
  await limited.end();
});

test('1: a form whose length is told twice is refused', async () => {
  const head = 'POST /api/forms/contact HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n';
  assert.match(
    await raw(server.port, `${head}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`),
    /^HTTP\/1\.1 400 /,
  );
  assert.match(await raw(server.port, `${head}Transfer-Encoding: chunked\r\n\r\nxyz\r\n`), /^HTTP\/1\.1 400 /);
});
