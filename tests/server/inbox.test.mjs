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

const sent = async (fields = {}) => json(await post(server.origin, { ...good, altcha: await proof(server.origin), ...fields }));

test('18: no cell of an export is a formula, and none breaks a row', async () => {
  await sent({ name: '=HYPERLINK("http://evil.example")', message: '@SUM(A1)\n"quoted", and a comma' });
  const { out, code } = await server.inbox('export', '--csv');
  assert.equal(code, 0);
  assert.match(out, /"'=HYPERLINK\(""http:\/\/evil\.example""\)"/);
  assert.match(out, /"'@SUM\(A1\)\n""quoted"", and a comma"/);
  const all = JSON.parse((await server.inbox('export', '--json')).out);
  assert.equal(all[0].fields.name, '=HYPERLINK("http://evil.example")');
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

test('a folder without messages and a reference that is none are told in one line', async () => {
  const nowhere = await run(['inbox', 'list', '--data', '/nowhere']);
  assert.equal(nowhere.code, 1);
  assert.match(nowhere.err, /\/nowhere holds no messages; name the server's with --data\n$/);
  assert.match((await server.inbox('show', 'XXXX-XXXX')).err, /no message «XXXX-XXXX»/);
  assert.match((await server.inbox('stats')).out, /messages, 0 of them unverified/);
});
