// Every page is valid HTML to the W3C's checker, warnings included.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { pages, site } from './support/site.mjs';

const jar = fileURLToPath(new URL('../../node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url));

test(`vnu: ${pages.length} pages`, () => {
  const paths = pages.map((page) => join(site, page));
  const run = spawnSync('java', ['-jar', jar, '--format', 'json', ...paths], { encoding: 'utf8', maxBuffer: 1 << 26 });
  assert.equal(run.error, undefined, 'java must be installed: ./dev test does so');
  const { messages } = JSON.parse(run.stderr);
  assert.deepEqual(
    messages.map(
      (/** @type {any} */ m) => `${m.url}:${m.lastLine}:${m.lastColumn} ${m.subType ?? m.type}: ${m.message}`,
    ),
    [],
  );
});
