// The form as a browser without script sends it: by itself, with pages for answers.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { good, post, serve_forms } from './support/forms.mjs';

/** @type {import('./support/forms.mjs').FormServer} */
let server;
before(async () => {
  server = await serve_forms();
});
after(() => server.end());

const page = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
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
  assert.match(shown.out, /unverified/);
  assert.match(shown.out, /<\/textarea>/);
  const again = await post(server.origin, { ...good, message, token: token_in(html) }, page);
  assert.equal(again.headers.get('location'), second.headers.get('location'), 'a second press of the button is the same message');
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
