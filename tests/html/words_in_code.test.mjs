// Nothing that a visitor reads or hears stands in C++ or JavaScript: it comes from content/site.json. What looks like words in
// the code that visitors meet is read here, literal by literal.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { allowed, for_operators } from './support/allowed_words.mjs';
import { cpp_literals, js_literals } from './support/literals.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What makes pages, answers and pictures of words; the programs and checks that speak to editors and operators are others. */
const folders = [
  ...['ground', 'view', 'site/describe', 'site/generate', 'site/html', 'programs/form', 'programs/web'],
  ...['service/captcha', 'service/form_data', 'service/intake', 'service/secrets', 'service/server'],
].map((name) => `src/${name}`);

/** Two words beside each other, or one that begins a sentence or stands on a button. @param {string} text */
function is_language(text) {
  const plain = text.replace(/<[^>]*>?|&\w+;|https?:\S+/g, ' ').trim();
  return /\p{L}{2,}[,;:.!?…]* +\p{L}{2,}/u.test(plain) || /^\p{Lu}\p{Ll}{2,}[.!?:…]*$/u.test(plain);
}

/** @param {string} folder @param {RegExp} ending */
function sources(folder, ending) {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => ending.test(name)).map((name) => `${folder}/${name}`);
}

/** @param {string} file */
function literals(file) {
  const source = readFileSync(join(root, file), 'utf8');
  return file.endsWith('.js') ? js_literals(source) : cpp_literals(source);
}

const files = [...folders.flatMap((folder) => sources(folder, /\.(cpp|h)$/)), ...sources('web', /\.js$/)];

/** @param {string} file @param {string} text */
const reason_of = (file, text) => allowed.find((entry) => entry.where.test(file) && entry.text.test(text))?.why;

test('11.C15: no words for visitors stand in code', () => {
  const found = [];
  for (const file of files) {
    for (const { text, line, before } of literals(file)) {
      if (!is_language(text) || for_operators.test(before) || reason_of(file, text)) continue;
      found.push(
        `${file}:${line} «${text}»: words of visitors belong into content/site.json; other ones into support/allowed_words.mjs, with the reason`,
      );
    }
  }
  assert.deepEqual(found, []);
  assert.ok(files.length > 150, 'the folders were read');
});

test('11.C15: each allowed literal is one that is there, with its reason', () => {
  const all = files.flatMap((file) => literals(file).map(({ text }) => ({ file, text })));
  for (const { where, text, why } of allowed) {
    assert.ok(why.length > 10);
    assert.ok(
      all.some((each) => where.test(each.file) && text.test(each.text)),
      `nothing is like ${where} ${text} any more`,
    );
  }
});

test('11.C15: the reading itself finds words in every shape in which code may hold them', () => {
  const cpp = cpp_literals(
    'f("Send " /* "no" */ "now"); // "nor this"\nchar c = \'"\'; g(R"(Raw words)"); h("a\\"b c", "Main");',
  );
  assert.deepEqual(
    cpp.map(({ text }) => text),
    ['Send ', 'now', 'Raw words', 'a"b c', 'Main'],
  );
  assert.equal(cpp_literals('x("one "\n  "two")')[0]?.text, 'one two');
  const js = js_literals(
    // eslint-disable-next-line no-template-curly-in-string -- code that is read, not run
    "say(`${n} files left`, 'Not now', \"Close\"); // 'nor this'\nimport a from './Main words.js';",
  );
  assert.deepEqual(
    js.map(({ text }) => text),
    ['', ' files left', 'Not now', 'Close'],
  );
  for (const text of ['Main', 'Please wait', '{n} characters left', 'Sí, claro', 'Notices.'])
    assert.ok(is_language(text), text);
  for (const text of ['main', 'data-behaviour', '<div class="a b">', 'GET', '/assets/', 'x y'])
    assert.ok(!is_language(text), text);
});
