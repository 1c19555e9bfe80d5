// What the staff does with messages at the command line.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { good, json, post, proof, serve_forms, sqlite } from './support/forms.mjs';
import { run } from './support/process.mjs';

/** @type {import('./support/forms.mjs').FormServer} */
let server;
before(async () => {
  server = await serve_forms();
});
after(() => server.end());

const sent = async (fields = {}) =>
  json(await post(server.origin, { ...good, altcha: await proof(server.origin), ...fields }));

test('18: no cell of an export is a formula, and none breaks a row', async () => {
  await sent({ name: '=HYPERLINK("http://evil.example")', message: '@SUM(A1)\n"quoted", and a comma' });
  const { out, code } = await server.inbox('export', '--csv');
  assert.equal(code, 0);
  assert.match(out, /"'=HYPERLINK\(""http:\/\/evil\.example""\)"/);
  assert.match(out, /"'@SUM\(A1\)\n""quoted"", and a comma"/);
  const all = JSON.parse((await server.inbox('export', '--json')).out);
  assert.equal(all[0].fields.name, '=HYPERLINK("http://evil.example")');
});

test('11.A9: every cell is quoted, wide signs and later cells are neutralised, and Excel gets its mark', async () => {
  const { reference } = await sent({ name: '＝1+1', phone: '+1 504 555 0134', message: ' =1\nb;=2\n\t@x\u202Ey' });
  const { out, code } = await server.inbox('export', '--csv');
  assert.equal(code, 0);
  assert.match(out, /^("[^"]*",)+"[^"]*"\r\n/);
  const record = out.split('\r\n').find((line) => line.includes(reference));
  assert.ok(record?.includes('"\'＝1+1"'), record);
  assert.ok(record?.includes('"\'+1 504 555 0134"'), record);
  assert.ok(record?.includes("\"' =1\nb;'=2\n\u2068\t'@x\u202Ey\u2069\""), record);
  const excel = (await server.inbox('export', '--excel')).out;
  assert.equal(excel, `\uFEFF${(await server.inbox('export', '--csv')).out}`);
  assert.equal((await server.inbox('export', '--csv', '--excel')).out, excel);
  assert.notEqual((await server.inbox('export', '--json', '--excel')).code, 0);
  assert.notEqual((await server.inbox('export')).out.charCodeAt(0), 0xfeff);
});

test('11.A9: on a terminal controls are shown, directions end with their line, and every line of a visitor is indented', async () => {
  const message = 'a\u009B2Jb\u0085c\u2028d\u202Ee\u2066f';
  const { reference } = await sent({ name: 'שלום', message });
  const { out } = await server.inbox('show', reference);
  assert.match(out, /message\n {2}a\uFFFD2Jb\n {2}c\n {2}\u2068d\u202Ee\u2066f\u2069\u2069\n/);
  assert.match(out, /name\n {2}\u2068שלום\u2069\n/);
  // eslint-disable-next-line no-control-regex -- control characters are what must not be there
  assert.doesNotMatch(out, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/);
});

test('11.A9: an export as JSON moves no cursor and turns no direction, and loses nothing', async () => {
  const message = 'a\u009B2Jbc\u2028d\u202Ee\u2066f\u200Fg \u{1F600} ä';
  const name = 'שלום';
  const { reference } = await sent({ name, message });
  const { out } = await server.inbox('export', '--json');
  assert.match(out, /a\\u009b2Jbc\\u2028d\\u202ee\\u2066f\\u200fg \u{1F600} ä/u);
  // eslint-disable-next-line no-control-regex -- control characters are what must not be there
  assert.doesNotMatch(out, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/);
  const exported = JSON.parse(out).find((/** @type {any} */ one) => one.reference === reference);
  assert.deepEqual([exported.fields.name, exported.fields.message], [name, message]);
});

test('11.A9: a reference is found however it is typed', async () => {
  const { reference } = await sent();
  const [a = '', b = ''] = reference.split('-');
  for (const typed of [reference.toLowerCase(), a + b, `${a.toLowerCase()} ${b}`, `${a}\u2013${b}`, ` ${reference} `]) {
    assert.match((await server.inbox('show', typed)).out, new RegExp(`^${reference}, contact`), typed);
  }
  assert.match((await server.inbox('show', a.toLowerCase(), b)).out, new RegExp(`^${reference}, contact`));
  assert.match((await server.inbox('delete', `${a}${b}`.toLowerCase())).out, /^1 deleted/);
});

test('11.A9: what is mistyped on the command line is told with what was meant', async () => {
  for (const [line, words] of /** @type {[string, string][]} */ ([
    ['srve', 'there is no command "srve"; did you mean "serve"?'],
    ['SERVE', 'there is no command "SERVE"; did you mean "serve"?'],
    ['bulid --content x', 'there is no command "bulid"; did you mean "build"?'],
    ['inbox shwo K7F3-92QD', 'there is no command "shwo"; did you mean "show"?'],
    ['inbox --data x lst', 'there is no option "--data" for inbox; '],
    ['inbox zzzzzz', 'there is no command "zzzzzz"; use list, show, export, delete, purge, backup, stats or retry'],
    ['serve --prot 80', 'there is no option "--prot" for serve; did you mean "--port"?'],
    ['serve --port 80 --sit=x', 'there is no option "--sit" for serve; did you mean "--site"?'],
    ['serve -port 80', 'there is no option "-port" for serve; did you mean "--port"?'],
    ['inbox export --exel', 'there is no option "--exel" for inbox export; did you mean "--excel"?'],
    ['inbox show --dat x K7F3-92QD', 'there is no option "--dat" for inbox show; did you mean "--data"?'],
    ['--hlep', 'there is no option "--hlep" for lacit; did you mean "--help"?'],
  ])) {
    const answer = await run(line.split(' '));
    assert.notEqual(answer.code, 0, line);
    assert.ok(answer.err.startsWith(`lacit: ${words}`), `${line}: ${answer.err}`);
    assert.equal(answer.err.trim().split('\n').length, 1, line);
  }
  for (const line of ['--help', 'serve --help', 'inbox --help'])
    assert.equal((await run(line.split(' '))).code, 0, line);
  assert.match((await run(['serve', '--port', 'x'])).err, /--port/);
  assert.match((await run(['inbox', 'show'])).err, /reference is required/);
});

test('40: looking and deleting are noted, without what was said', async () => {
  const { reference } = await sent({ message: 'a secret word' });
  await server.inbox('show', reference);
  await server.inbox('delete', reference);
  const trail = await sqlite(`${server.data}/lacit.sqlite`, 'SELECT action, what FROM audit');
  assert.match(trail, new RegExp(`'show', '${reference}'.*'delete', '${reference}'`, 's'));
  assert.doesNotMatch(trail, /secret word|ann@example/);
});

test('39: purge deletes what is older and nothing else; ages are understood or refused', async () => {
  const { reference } = await sent();
  assert.match((await server.inbox('purge', '--older-than', '1h')).out, /^0 deleted/);
  await sqlite(`${server.data}/lacit.sqlite`, 'SELECT 1');
  assert.equal((await server.inbox('show', reference)).code, 0);
  for (const age of ['', '0d', '1', '1y', '-1d', 'd']) {
    const refused = await server.inbox('purge', `--older-than=${age}`);
    assert.notEqual(refused.code, 0, age);
  }
});

test('a form or a reference that is none is told with those that there are, and is an error', async () => {
  const { reference } = await sent();
  for (const [asked, words] of [
    ['contct', 'did you mean "contact"?'],
    ['Contact', 'did you mean "contact"?'],
    ['volunteering', 'use contact'],
    ['a\u001b[2Jb', 'use contact'],
  ]) {
    const { code, out, err } = await server.inbox('list', '--form', asked ?? '');
    assert.deepEqual([code, out], [1, ''], asked);
    assert.match(err, /^lacit inbox: no message came by a form «\P{Cc}*»; .*\n$/u);
    assert.ok(err.endsWith(`${words}\n`), err);
  }
  assert.match((await server.inbox('list', '--form', 'contact')).out, new RegExp(`^${reference}`, 'm'));
  const [first = '', ...rest] = reference;
  const other = (/** @type {string} */ letter) => (letter === '7' ? '8' : '7');
  for (const typed of [
    other(first) + rest.join(''),
    reference.slice(0, -1),
    `${reference}7`,
    reference.slice(1).toLowerCase(),
  ]) {
    for (const verb of ['show', 'delete']) {
      const { code, err } = await server.inbox(verb, typed);
      assert.deepEqual([code, err], [1, `lacit inbox: there is no message «${typed}»; did you mean ${reference}?\n`]);
    }
  }
  assert.equal((await server.inbox('show', reference)).code, 0);
  const empty = await serve_forms();
  assert.deepEqual(await empty.inbox('list', '--form', 'contact'), { code: 0, out: 'No messages.\n', err: '' });
  await empty.end();
});

test('a folder without messages and a reference that is none are told in one line', async () => {
  const nowhere = await run(['inbox', 'list', '--data', '/nowhere']);
  assert.equal(nowhere.code, 1);
  assert.match(nowhere.err, /\/nowhere holds no messages; name the server's with --data\n$/);
  assert.match((await server.inbox('show', 'XXXX-XXXX')).err, /no message «XXXX-XXXX»/);
  assert.match((await server.inbox('stats')).out, /messages, 0 of them unverified/);
});
