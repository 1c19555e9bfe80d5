// What stands in a list of the tree has somebody who uses it: an entry for something that may come one day is a trap for
// whoever reads the list, and a byte of every tree file's version.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const git = (/** @type {string[]} */ ...args) => spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout;

/** @param {string} list a macro @param {string} file that defines it @returns {Promise<string[]>} its names */
async function names_of(list, file) {
  const text = await readFile(root + file, 'utf8');
  const [, body = ''] = text.match(new RegExp(`#define ${list}\\(X\\)((?:.*\\\\\\n)*.*)`)) ?? [];
  return [...body.matchAll(/X\((\w+)/g)].map(([, name = '']) => name);
}

/** The code that uses them: not the lists, and not the table of looks, which has a row for each. */
const sources = git('ls-files', '--cached', '--others', '--exclude-standard', 'src')
  .split('\n')
  .filter((file) => /\.(cpp|h)$/.test(file));
const users = sources.filter((file) => !/document\/(style_\w+|node_lists)\.(cpp|h)$/.test(file));
const code = (await Promise.all(users.map((file) => readFile(root + file, 'utf8')))).join('\n');

const styles = (await readFile(`${root}src/ground/document/style_names.h`, 'utf8')).match(/LACIT_\w+_STYLES/g);
const lists = [
  ['Kind', 'LACIT_KINDS', 'src/ground/document/node_lists.h'],
  ['Attribute', 'LACIT_ATTRIBUTES', 'src/ground/document/node_lists.h'],
  ['Flag', 'LACIT_FLAGS', 'src/ground/document/node_lists.h'],
  ['FieldType', 'LACIT_FIELD_TYPES', 'src/ground/forms/field_types.h'],
  ['Fault', 'LACIT_FAULTS', 'src/ground/forms/field_types.h'],
  ...[...new Set(styles)].map((list) => ['Style', list, 'src/ground/document/style_names.h']),
];

for (const [type = '', list = '', file = ''] of lists) {
  test(`everything in ${list} is used`, async () => {
    const names = await names_of(list, file);
    assert.ok(names.length > 2, `${list} has names: ${names}`);
    // The page's own kind is made with the tree.
    const unused = names.filter((name) => name !== 'page' && !new RegExp(`\\b${type}::${name}\\b`).test(code));
    assert.deepEqual(unused, []);
  });
}
