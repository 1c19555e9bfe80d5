// A chapter in Spain runs the same program: nothing of Louisiana and no English reaches its visitors, whatever they ask for.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { build_spanish_site, foreign_in, names_in, spanish_content, spoken_in } from '../support/spanish_site.mjs';
import { proof } from './support/forms.mjs';
import { raw, run, serve } from './support/process.mjs';

/** @type {Awaited<ReturnType<typeof build_spanish_site>>} */
let built;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
let data = '';
before(async () => {
  built = await build_spanish_site();
  data = await mkdtemp(join(tmpdir(), 'lacit-data-'));
  server = await serve(built.site, ['--data', data, '--posts-per-hour', '0', '--quota', '2000'], { keep: true });
});
after(async () => {
  await server.stop();
  await rm(data, { recursive: true, force: true });
  await built.end();
});

const page = { accept: 'text/html' };
const good = { correo: 'ana@example.org', asunto: 'curso', mensaje: 'Hola' };

/** @param {Record<string, string | File>} fields @param {Record<string, string>} [headers] @param {string} [form] */
function post(fields, headers = {}, form = 'contacto') {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return fetch(`${server.origin}/api/forms/${form}`, {
    method: 'POST',
    body,
    headers: { accept: 'application/json', ...headers },
    redirect: 'manual',
  });
}

/** What a person reads of an answer. @param {Response} response */
async function said(response) {
  const text = await response.text();
  if (text.startsWith('<!DOCTYPE')) return spoken_in(text);
  // `title` is HTTP's own phrase and `code` is for programs (src/service/intake/openapi.json).
  return text.startsWith('{') ? String(JSON.parse(text).detail ?? '') : text;
}

test('11.C15: every page, with its data for search engines and what its scripts will say, is Spanish', async () => {
  const files = await readdir(built.site, { recursive: true });
  const pages = files.filter((file) => file.endsWith('.html'));
  assert.equal(pages.length, 4, pages.join());
  for (const file of pages) {
    const text = spoken_in(await readFile(join(built.site, file), 'utf8'));
    assert.ok(text.length > 500, `${file} is read`);
    assert.deepEqual(foreign_in(text), [], file);
  }
  const notices = await readFile(join(built.site, 'notices/index.html'), 'utf8');
  assert.match(notices, /<h1[^>]*>Avisos<\/h1>/);
  assert.match(notices, /<section[^>]* lang="en"/, 'licence texts say that they are English (WCAG 3.1.2)');
  assert.match(notices, /<nav[^>]* aria-label="Principal"/);
});

test('11.C15: dates are written as Spain writes them, with its name of the time zone', async () => {
  const text = spoken_in(await readFile(join(built.site, 'nosotros/index.html'), 'utf8'));
  assert.match(text, /^15\u00a0de\u00a0marzo de 2028, de 09:00 a 17:30 \(hora peninsular\)$/m);
  assert.match(text, /^del 31\u00a0de\u00a0enero de 2028 al 1\u00a0de\u00a0febrero de 2028$/m);
});

test('11.C15: calendar files, the manifest and what the server keeps hold neither English nor Louisiana', async () => {
  for (const event of ['curso', 'retiro', 'noche']) {
    const calendar = await readFile(join(built.site, 'events', `${event}.ics`), 'utf8');
    const words =
      calendar
        .replace(/BEGIN:VTIMEZONE[\s\S]*END:VTIMEZONE\r\n/, '')
        .match(/^(SUMMARY|DESCRIPTION|LOCATION|PRODID)[:;].*$/gm) ?? [];
    assert.ok(words.length >= 2, calendar);
    assert.deepEqual(foreign_in(words.map((line) => line.slice(line.indexOf(':'))).join('\n')), []);
    assert.match(calendar, /^PRODID:-\/\/Enlace Madrid\/\/lacit\/\/es\r$/m);
  }
  const manifest = JSON.parse(await readFile(join(built.site, 'manifest.webmanifest'), 'utf8'));
  assert.deepEqual(foreign_in([manifest.name, manifest.short_name, manifest.description].join('\n')), []);
  assert.equal(manifest.lang, 'es');
  const refusals = JSON.parse(await readFile(join(built.site, 'assets/refusals.json'), 'utf8'));
  const { words } = JSON.parse(await readFile(join(built.site, 'assets/forms.json'), 'utf8'));
  assert.deepEqual(foreign_in([...Object.values(refusals), ...Object.values(words)].join('\n')), []);
});

test('11.C15: no file that a browser loads names LA CIT, 988 or 911', async () => {
  const files = (await readdir(join(built.site, 'assets'))).filter((file) => /\.(js|css|json)$/.test(file));
  assert.ok(files.some((file) => file.startsWith('form.')) && files.length >= 6, files.join());
  for (const file of files)
    assert.deepEqual(names_in(await readFile(join(built.site, 'assets', file), 'utf8')), [], file);
});

test('11.C15: each refusal of a form is Spanish, as a page and as data', async () => {
  const altcha = await proof(server.origin);
  const big = new File(['x'.repeat(3000)], 'grande.txt');
  /** @type {[number, Record<string, string | File>, Record<string, string>, string?][]} */
  const wrong = [
    [422, { ...good, correo: 'ana@', mensaje: '', altcha }, {}],
    [422, { ...good, asunto: 'otro', mensaje: 'x'.repeat(500), altcha }, {}],
    [422, { ...good, nadie: 'x', altcha }, {}],
    [422, { ...good, altcha: 'nada' }, {}],
    [422, { ...good, altcha, attachments: new File(['MZ'], 'programa.exe') }, {}],
    [422, { ...good, altcha, attachments: new File(['nada'], 'foto.png') }, {}],
    [503, { ...good, altcha, attachments: big }, {}],
    [403, { ...good, altcha }, { origin: 'https://evil.example' }],
    [400, { ...good, altcha }, { 'idempotency-key': 'x'.repeat(200) }],
    [404, { ...good, altcha }, {}, 'otro'],
  ];
  for (const [status, fields, headers, form] of wrong) {
    for (const accept of ['application/json', 'text/html']) {
      const answer = await post(fields, { ...headers, accept }, form);
      assert.equal(answer.status, status, JSON.stringify(fields));
      const text = await said(answer);
      assert.ok(text.length > 5);
      assert.deepEqual(foreign_in(text), []);
    }
  }
  const other = await fetch(`${server.origin}/api/forms/contacto`, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  });
  assert.equal(other.status, 415);
  assert.equal(await said(other), 'Esto no se envió como formulario.');
  for (const [path, method] of [
    ['/api/forms/contacto', 'DELETE'],
    ['/api/challenge', 'POST'],
    ['/api/nada', 'GET'],
    ['/api/count?page=x', 'POST'],
  ]) {
    assert.deepEqual(foreign_in(await said(await fetch(server.origin + path, { method: method ?? '' }))), [], path);
  }
});

test('11.C15: the way without script, from the question to the thanks, is Spanish', async () => {
  const first = await post(good, page);
  assert.equal(first.status, 200);
  const html = await first.text();
  assert.deepEqual(foreign_in(spoken_in(html)), []);
  assert.match(html, /<h1[^>]*>Un paso más<\/h1>/);
  // eslint-disable-next-line no-restricted-syntax -- time itself: a person is not quicker (time_token.h)
  await new Promise((resolve) => setTimeout(resolve, 2100));
  const token = /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const second = await post({ ...good, token }, page);
  assert.equal(second.status, 303);
  const thanks = await (await fetch(server.origin + second.headers.get('location'))).text();
  assert.match(
    thanks,
    /Tu mensaje está guardado\. Su referencia es [0-9A-Z]{4}-[0-9A-Z]{4}\. En peligro, llama al 112/,
  );
  assert.deepEqual(foreign_in(spoken_in(thanks)), []);
});

test('11.C15: what is no page and no request is refused in Spanish', async () => {
  const missing = await fetch(`${server.origin}/nada/`);
  assert.equal(missing.status, 404);
  assert.match(await missing.text(), /Esta página no está/);
  const bad = await fetch(`${server.origin}/%zz`);
  assert.equal(await bad.text(), 'Esta dirección no se puede leer. El inicio está en /.\n');
  const head = `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`;
  for (const [request, words] of [
    [head, 'Es más de lo que cabe de una vez.'],
    ['no http at all\r\n\r\n', 'Esta dirección no se puede leer.'],
  ]) {
    const answer = await raw(server.port, request ?? '');
    const body = answer.slice(answer.indexOf('\r\n\r\n') + 4);
    assert.ok(body.startsWith(words ?? '?'), answer);
  }
});

test('11.C15: a server that takes no messages says so in Spanish, with the lines of Spain', async () => {
  const mute = await serve(built.site, [], { keep: true });
  try {
    const answer = await fetch(`${mute.origin}/api/forms/contacto`, { method: 'POST', body: new FormData() });
    assert.equal(answer.status, 503);
    assert.match(await answer.text(), /^Tu mensaje no se ha enviado: .* llama al 112\.\n$/);
  } finally {
    await mute.stop();
  }
});

test("11.C15: a form with a captcha asks in Spanish, and its notice is the chapter's", async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lacit-spanish-'));
  await cp(spanish_content, folder, { recursive: true });
  const site = JSON.parse(await readFile(join(folder, 'site.json'), 'utf8'));
  site.captcha = {
    provider: 'recaptcha',
    site_key: 'clave',
    notice: 'reCAPTCHA de Google: [privacidad](https://policies.google.com/privacy).',
  };
  const own = {
    required: 'Falta la prueba.',
    failed: 'La prueba falla.',
    down: 'La prueba no responde.',
    ask: 'Se pregunta a {provider}.',
    load: 'Preguntar a {provider}',
    without: 'Enviar sin ella',
  };
  for (const [code, words] of Object.entries(own)) site.form_words[`captcha_${code}`] = words;
  await writeFile(join(folder, 'site.json'), JSON.stringify(site, null, 2));
  const captcha = await build_spanish_site(folder);
  try {
    const html = await readFile(join(captcha.site, 'index.html'), 'utf8');
    assert.match(html, /reCAPTCHA de Google: <a [^>]*href="https:\/\/policies\.google\.com\/privacy"/);
    assert.match(html, />Preguntar a Google reCAPTCHA</);
    assert.deepEqual(foreign_in(spoken_in(html)), []);
  } finally {
    await captcha.end();
    await rm(folder, { recursive: true, force: true });
  }
});

test('11.C15: a chapter that leaves a word out is told so and gets no site with English in it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lacit-spanish-'));
  try {
    await cp(spanish_content, folder, { recursive: true });
    const site = JSON.parse(await readFile(join(folder, 'site.json'), 'utf8'));
    delete site.form_words.sending;
    delete site.refusals;
    delete site.dates.zones;
    await writeFile(join(folder, 'site.json'), JSON.stringify(site, null, 2));
    const { code, err } = await run([
      'build',
      '--content',
      folder,
      '--out',
      join(folder, 'out'),
      '--styles',
      'web/css',
    ]);
    assert.equal(code, 1);
    assert.match(
      err,
      /form_words\/sending" are missing, and the site is in es; write there what «Sending your message…» says/,
    );
    for (const name of ['unreadable', 'not_found', 'too_large', 'failed', 'no_forms'])
      assert.match(err, new RegExp(`refusals/${name}" are missing`));
    assert.match(err, /nosotros\.json:\d+:\d+ \S+\/time_zone: the time zone Europe\/Madrid has no name/);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
