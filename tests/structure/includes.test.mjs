// The groups of src/ and who may use whom, held by the compiler: an include that ARCHITECTURE.md does not allow has to fail.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** @type {{ directory: string, command: string, file: string }[]} */
const commands = JSON.parse(await readFile(join(root, 'build/native-release/compile_commands.json'), 'utf8'));
const folder = await mkdtemp(join(tmpdir(), 'lacit-includes-'));
after(() => rm(folder, { recursive: true }));

/**
 * Compiles nothing but an include, as a file of a library is compiled.
 * @param {string} library its folder below src/ @param {string} header as it would be included
 * @returns {Promise<string>} what the compiler complains of
 */
async function include(library, header) {
  const one = commands.find(({ file }) => file.startsWith(join(root, 'src', library) + '/'));
  assert.ok(one, `src/${library} has no file that is compiled`);
  const probe = join(folder, 'probe.cpp');
  await writeFile(probe, `#include "${header}"\n`);
  const words = one.command.split(' ').filter((word) => !word.endsWith('ccache'));
  const kept = words.slice(0, words.indexOf('-o')); // object and source follow
  const [compiler = '', ...flags] = kept;
  const { stderr } = spawnSync(compiler, [...flags, '-fsyntax-only', probe], { cwd: one.directory, encoding: 'utf8' });
  return stderr;
}

for (const [library, header] of /** @type {const} */ ([
  ['ground/forms', 'base/utf8.h'],
  ['site/content', 'forms/rules.h'],
  ['site/generate', 'layout/navigation.h'],
  ['view/paint', 'layout/text.h'],
  ['service/intake', 'markup/printer.h'],
])) {
  test(`src/${library} may include ${header}`, async () => assert.equal(await include(library, header), ''));
}

for (const [library, header] of /** @type {const} */ ([
  ['ground/document', 'content/model.h'],
  ['ground/markup', 'layout/text.h'],
  ['ground/forms', 'store/store.h'],
  ['site/content', 'store/store.h'],
  ['site/content', 'layout/text.h'],
  ['site/generate', 'http_client/curl.h'],
  ['site/generate', 'intake/intake.h'],
  ['view/layout', 'content/model.h'],
  ['view/paint', 'html/document.h'],
  ['view/paint', 'server/server.h'],
  ['service/intake', 'content/model.h'],
  ['service/settings', 'content/model.h'],
  ['service/server', 'html/document.h'],
  ['service/store', 'paint/painter.h'],
])) {
  test(`src/${library} does not find ${header}`, async () =>
    assert.match(await include(library, header), /fatal error: .*No such file or directory/));
}
