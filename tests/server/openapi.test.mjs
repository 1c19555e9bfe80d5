// src/service/intake/openapi.json against OpenAPI's own schema, and the running server against src/service/intake/openapi.json: each operation,
// each status, each code.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { createChallenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { Validator } from '@seriousme/openapi-schema-validator';
import { good, post, proof, serve_forms, site } from './support/forms.mjs';
import { document, holds, is_form, seen } from './support/openapi.mjs';
import { raw, serve } from './support/process.mjs';

const secret = 'a secret of thirty-two characters!';
const partner = { origin: 'https://partner.example' };
const page = { accept: 'text/html' };

/** @type {import('./support/forms.mjs').FormServer} */
let server;
before(async () => {
  process.env.LACIT_SECRET = secret;
  server = await serve_forms(['--allow-origin', partner.origin, '--quota', '1000']);
  delete process.env.LACIT_SECRET;
});
after(() => server.end());

/** @param {string} path @param {RequestInit} [request] */
const ask = (path, request = {}) => fetch(server.origin + path, { redirect: 'manual', ...request });

/** @param {Record<string, string | File | File[]>} [fields] @param {Record<string, string>} [headers] */
async function send(fields = {}, headers = {}) {
  const all = { ...good, altcha: await proof(server.origin), ...fields };
  return holds('POST', '/api/forms/contact', await post(server.origin, all, headers));
}

const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' };

/** @param {RequestInit} request */
const send_as_it_is = async (request) =>
  holds('POST', '/api/forms/contact', await ask('/api/forms/contact', { method: 'POST', ...request }));

async function old_proof() {
  const challenge = await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: 5000,
    deriveKey,
    expiresAt: Math.floor(Date.now() / 1000) - 1,
    hmacSignatureSecret: secret,
  });
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
}

test('the document is OpenAPI 3.1', async () => {
  const text = await readFile(new URL('../../src/service/intake/openapi.json', import.meta.url), 'utf8');
  const { valid, errors } = await new Validator().validate(JSON.parse(text));
  assert.ok(valid, JSON.stringify(errors, null, 1));
  assert.equal(document.openapi, '3.1.0');
});

test('what is not about forms answers as it says', async () => {
  assert.equal((await holds('GET', '/healthz', await ask('/healthz'))).status, 200);
  assert.equal((await holds('GET', '/api/challenge', await ask('/api/challenge', { headers: partner }))).status, 200);
  const count = (/** @type {string} */ query, headers = {}) => ask(`/api/count?${query}`, { method: 'POST', headers });
  assert.equal((await holds('POST', '/api/count', await count('page=/&from=none'))).status, 204);
  assert.equal((await holds('POST', '/api/count', await count('page=/nowhere/&from=none'))).status, 422);
  assert.equal(
    (await holds('POST', '/api/count', await count('page=/&from=none', { origin: 'https://evil.example' }))).status,
    403,
  );
});

test('a form’s other addresses answer as it says', async () => {
  const id = '/api/forms/{id}';
  assert.equal((await holds('GET', id, await ask('/api/forms/contact'))).status, 303);
  assert.equal((await holds('GET', id, await ask('/api/forms/nothing'))).status, 404);
  for (const headers of [partner, { origin: 'https://evil.example' }]) {
    const answer = await holds('OPTIONS', id, await ask('/api/forms/contact', { method: 'OPTIONS', headers }));
    assert.equal(answer.headers.has('access-control-allow-methods'), headers === partner);
  }
  const thanks = async (/** @type {string} */ rest) =>
    (await holds('GET', `${id}/thanks`, await ask(`/api/forms/${rest}`))).status;
  assert.equal(await thanks('contact/thanks?reference=K7F3-92QD'), 200);
  assert.equal(await thanks('contact/thanks'), 303);
  assert.equal(await thanks('nothing/thanks'), 404);
});

test('a message that is taken, as JSON, with a page, and without script', async () => {
  assert.ok(is_form({ ...good, altcha: await proof(server.origin), attachments: ['a'] }));
  assert.equal((await send({ attachments: new File(['a'], 'a.txt') }, partner)).status, 201);
  assert.equal((await send({}, page)).status, 303);
  assert.equal((await send({ altcha: '' }, page)).status, 200);
});

test('what the document’s schema of a form refuses, the server refuses too', async () => {
  assert.ok(!is_form({ ...good, attachments: ['1', '2', '3', '4', '5', '6'] }));
  const files = Array.from({ length: 6 }, (_, i) => new File(['a'], `${i}.txt`));
  assert.equal((await send({ attachments: files })).code, 'too_many_files');
  assert.ok(!is_form({ ...good, altcha: 'A'.repeat(4100) }));
  assert.equal((await send({ altcha: 'A'.repeat(4100) })).code, 'proof_invalid');
});

test('each refusal of a form has its status and its code', async () => {
  const form = await proof(server.origin);
  const key = { 'idempotency-key': 'openapi' };
  assert.equal((await send({ altcha: form }, key)).status, 201);
  assert.equal((await send({ altcha: form, message: 'Again' })).code, 'proof_used');
  assert.equal((await send({ message: 'Other' }, key)).code, 'idempotency_mismatch');
  assert.equal((await send({ altcha: '' })).code, 'proof_required');
  assert.equal((await send({ altcha: 'e30=' })).code, 'proof_invalid');
  assert.equal((await send({ altcha: await old_proof() })).code, 'proof_expired');
  assert.equal((await send({ attachments: new File(['MZ'], 'a.exe') })).code, 'file_type');
  assert.equal((await send({ attachments: new File([], 'a.txt') })).code, 'file_empty');
  assert.equal((await send({ attachments: new File(['a'.repeat(2000)], 'a.txt') })).code, 'no_room');
  assert.equal((await send({}, { origin: 'null' })).code, 'forbidden_origin');
  const faults = { email: 'ann@', phone: 'x', topic: 'none', message: '', consent: '', name: '\u0001' };
  assert.equal((await send(faults)).code, 'invalid');
  assert.equal((await send({ name: 'x'.repeat(101) }, page)).status, 422);
  assert.equal((await send_as_it_is({ body: 'a' })).code, 'unsupported_media');
  assert.equal(
    (await send_as_it_is({ body: `message=${'a'.repeat(300_000)}`, headers: urlencoded })).code,
    'too_large',
  );
  assert.equal((await send_as_it_is({ body: 'a=%zz', headers: urlencoded })).code, 'invalid');
  assert.equal(
    (await send_as_it_is({ body: 'a', headers: { ...urlencoded, 'idempotency-key': 'k'.repeat(129) } })).status,
    400,
  );
  const nothing = await ask('/api/forms/nothing', { method: 'POST', body: new FormData() });
  assert.equal((await holds('POST', '/api/forms/{id}', nothing)).code, 'not_found');
});

test('one that sends too much, and one to a server that takes nothing', async () => {
  const strict = await serve_forms(['--posts-per-hour', '1']);
  assert.equal((await post(strict.origin, { ...good, altcha: await proof(strict.origin) })).status, 201);
  const limited = await holds('POST', '/api/forms/contact', await post(strict.origin, good));
  assert.equal(limited.code, 'rate_limited');
  await strict.end();
  const without = await serve(site, [], { keep: true });
  assert.equal((await holds('POST', '/api/forms/contact', await post(without.origin, good))).status, 503);
  await without.stop();
});

test('broken HTTP and other methods are answered as the introduction says', async () => {
  const head = 'POST /api/forms/contact HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n';
  const broken = await raw(server.port, `${head}Transfer-Encoding: chunked\r\n\r\nxyz\r\n`);
  assert.match(broken, /^HTTP\/1\.1 400 [^]*Content-Type: text\/plain/);
  for (const path of ['/api/forms/contact', '/api/challenge', '/api/count']) {
    const answer = await ask(path, { method: 'DELETE' });
    assert.equal(answer.status, 405);
    assert.ok(answer.headers.get('allow'));
    assert.equal(/** @type {any} */ (await answer.json()).code, 'invalid');
  }
});

/** Only with a scanner or a provider beside the server, or without a disk: scan, captcha and away.test.mjs meet them. */
const met_elsewhere = ['busy', 'captcha_down', 'captcha_failed', 'captcha_required', 'file_virus'];

test('every code that the document names was met above, and no other', () => {
  assert.deepEqual(
    [...seen.codes, ...met_elsewhere].sort(),
    [...document.components.schemas.Problem.properties.code.enum].sort(),
  );
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(/** @type {Record<string, any>} */ (item))) {
      for (const status of Object.keys(operation.responses ?? {})) {
        const name = `${method.toUpperCase()} ${path} ${status}`;
        assert.ok(seen.answers.has(name), `${name} was never met`);
      }
    }
  }
});
