// What `lacit check` says of names and links that would do nothing, or harm, once the site is built.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { program, root } from '../support/build_site.mjs';

const folder = mkdtempSync(join(tmpdir(), 'lacit-names-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** @param {string} file @param {(bytes: string) => string | Buffer} change @returns {string} what check says */
function check(file, change) {
  const content = join(folder, 'content');
  rmSync(content, { recursive: true, force: true });
  cpSync(join(root, 'content'), content, { recursive: true });
  const before = readFileSync(join(content, file), 'utf8');
  const changed = change(before);
  assert.notEqual(changed, before, 'the test changes nothing');
  writeFileSync(join(content, file), changed);
  const { status, stderr } = spawnSync(program, ['check', content, '--cache', join(folder, 'cache')], {
    encoding: 'utf8',
  });
  assert.equal(status, 1, stderr);
  return stderr;
}

/** @param {string} before @param {string} after_ */
const replace = (before, after_) => (/** @type {string} */ bytes) => bytes.replace(before, after_);

for (const name of ['website', 'altcha', 'token', 'page', 'captcha', 'attachments', 'submit', 'action']) {
  test(`11.C17: a field cannot be called ${name}`, () => {
    const said = check('site.json', replace('"name": "phone"', `"name": "${name}"`));
    assert.match(
      said,
      new RegExp(`site\\.json:\\d+:\\d+ /forms/contact/fields/2/name: a field cannot be called "${name}"`),
    );
  });
}

test('11.C17: a type of field that does nothing is told with those that do something', () => {
  for (const type of ['file', 'date', 'hidden', 'password']) {
    const said = check('site.json', replace('"type": "tel"', `"type": "${type}"`));
    assert.match(
      said,
      new RegExp(`"${type}" is not one of the choices; use text, email, tel, select, textarea or checkbox`),
    );
  }
});

test("11.C17: every property of a form that the page's scripts read is no name for a field", () => {
  const scripts = ['form', 'captcha_question', 'draft', 'files', 'sending', 'captcha'];
  const text = scripts.map((script) => readFileSync(join(root, 'web/forms', `${script}.js`), 'utf8')).join('\n');
  const read = new Set([...text.matchAll(/\bform\.([a-z]+)\b(?![A-Z])/g)].map((match) => match[1]));
  assert.ok(read.has('elements') && read.has('submit'));
  for (const name of read)
    assert.match(check('site.json', replace('"name": "phone"', `"name": "${name}"`)), /cannot be called/);
});

test('11.C17: a section for another region takes its anchor away, and a hero the h1', () => {
  const site = JSON.parse(readFileSync(join(root, 'content/site.json'), 'utf8'));
  const elsewhere = check('pages/home.json', (bytes) => {
    const page = JSON.parse(bytes);
    page.sections.find((/** @type {{ anchor?: string }} */ section) => section.anchor === 'contact').region = 'texas';
    return JSON.stringify(page);
  });
  assert.match(
    elsewhere,
    /the anchor "contact" is only in a section for the region "texas", not shown here; link to what is shown/,
  );
  const headless = check('pages/about.json', (bytes) => {
    const page = JSON.parse(bytes);
    page.sections[0].region = 'texas';
    return JSON.stringify(page);
  });
  assert.match(headless, /the hero is only for the region "texas", so here the page has no h1/);
  const empty = check('pages/about.json', (bytes) => {
    const page = JSON.parse(bytes);
    for (const section of page.sections) section.region = 'texas';
    return JSON.stringify(page);
  });
  assert.match(empty, new RegExp(`no section of this page is shown in the region "${site.region}"`));
});

test('11.C17: a NUL is told of, and what stands behind it does not pass', () => {
  const said = check('pages/about.json', (bytes) => Buffer.from(`${bytes}\0{"any": "thing"}`));
  assert.match(said, /byte \d+ of the file is NUL/);
});

test('11.C17: years that nobody means are told of', () => {
  for (const year of ['0000', '0207', '1026', '2206', '9999']) {
    const said = check(
      'pages/events.json',
      replace(
        '"events": []',
        `"events": [{"id": "talk", "name": "A talk", "start": "${year}-03-01", "place": {"name": "Online"}}]`,
      ),
    );
    assert.match(said, new RegExp(`the year ${year} is out of range; write a year from 1990 to 2100`));
  }
});

test('11.C16: zones that are none and hours that are skipped are told of, with the mend', () => {
  const event = (/** @type {string} */ start, /** @type {string} */ zone) =>
    replace(
      '"events": []',
      `"events": [{"id": "talk", "name": "A talk", "start": "${start}", "time_zone": "${zone}", "place": {"name": "Online"}}]`,
    );
  assert.match(
    check('pages/events.json', event('2027-03-13T09:00', 'America/Chcago')),
    /there is no time zone "America\/Chcago"; did you mean "America\/Chicago"\?/,
  );
  assert.match(
    check('pages/events.json', event('2027-03-13T09:00', '../../etc/passwd')),
    /«\.\.\/\.\.\/etc\/passwd» is no time zone/,
  );
  assert.match(
    check('pages/events.json', event('2027-03-14T02:30', 'America/Chicago')),
    /there is no 02:30 in Chicago.*; write 03:30/,
  );
});
