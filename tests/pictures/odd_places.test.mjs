// What lies in a content folder and is no file that can be read: named at once by `check` and `build` alike, never waited
// for.
import assert from 'node:assert/strict';
import { chmod, mkdir, rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { Studio } from './support/studio.mjs';
import { run } from './support/tools.mjs';

/** @type {Studio} */
let studio;
beforeEach(async () => {
  studio = await Studio.open();
});
afterEach(() => studio.close());

/** What both say; both must end. @returns {Promise<string>} */
async function complaints() {
  const [checked, built] = [await studio.check(), await studio.build()];
  assert.equal(checked.code, 1);
  assert.equal(built.code, 1);
  const lines = (/** @type {string} */ err) => err.split('\n').filter((line) => /:\d+:\d+: /.test(line));
  assert.deepEqual(lines(built.err), lines(checked.err));
  assert.match(built.err, /nothing was written/);
  return lines(checked.err).join('\n');
}

/** Each makes what is no file, at a path. @type {Record<string, [(path: string) => Promise<unknown>, RegExp]>} */
const oddities = {
  'a pipe': [(path) => run('mkfifo', path), /this is a pipe and no file; delete it/],
  'a link to a device': [(path) => symlink('/dev/zero', path), /this is a device and no file; delete it/],
  'a link in a circle': [(path) => symlink(path, path), /a link that leads in a circle; put the file itself there/],
  'a link to nothing': [
    (path) => symlink('/no/such/file', path),
    /a link that leads to no file; put the file itself there/,
  ],
  'a folder': [(path) => mkdir(path), /this is a folder.*; move/],
  'a file that the disk does not give': [(path) => symlink('/proc/self/mem', path), /cannot be read; check the disk/],
};
for (const [kind, [make, wanted]] of Object.entries(oddities)) {
  for (const place of ['pages/odd.json', 'media/odd.jpg', 'media/odd.svg']) {
    test(`11.B13: ${kind} as ${place} is named at once`, { timeout: 60_000 }, async () => {
      await make(join(studio.content, place));
      const said = await complaints();
      assert.match(said, new RegExp(`${place}:1:1: .*${wanted.source}`), said);
      assert.equal(said.split('\n').length, 1, said);
    });
  }
  test(`11.B13: ${kind} as site.json is named at once`, { timeout: 60_000 }, async () => {
    await rm(join(studio.content, 'site.json'));
    await make(join(studio.content, 'site.json'));
    assert.match(await complaints(), new RegExp(`site\\.json:1:1: .*${wanted.source}`));
  });
}

test('11.B13: a socket is named at once', { timeout: 60_000 }, async () => {
  const server = createServer();
  await new Promise((resolve) => server.listen(join(studio.content, 'pages/odd.json'), () => resolve(undefined)));
  const said = await complaints();
  server.close();
  assert.match(said, /pages\/odd\.json:1:1: this is a socket and no file; delete it/);
});

test('11.B13: a file that may not be read is named, with what to do', async () => {
  await studio.put('closed.jpg', 'x');
  await chmod(studio.place('closed.jpg'), 0);
  const said = await complaints();
  // The superuser may read it, and finds no picture in it.
  assert.match(
    said,
    process.getuid?.() === 0 ? /closed\.jpg:1:1: the file is text/ : /closed\.jpg:1:1: the file may not be read; give/,
  );
});

for (const folder of ['pages', 'media']) {
  test(`11.B13: ${folder} that is no folder is named`, { timeout: 60_000 }, async () => {
    await rm(join(studio.content, folder), { recursive: true });
    await run('mkfifo', join(studio.content, folder));
    assert.match(await complaints(), new RegExp(`/${folder}:1:1: this is no folder; make it one`));
  });
}

test('11.B13: a site without its mark is told of before anything is built', async () => {
  await rm(studio.place('mark.svg'));
  const said = await complaints();
  assert.match(said, /media\/mark\.svg:1:1: the picture is missing; put the organisation's mark there/);
  assert.deepEqual(await studio.assets(), []);
});
