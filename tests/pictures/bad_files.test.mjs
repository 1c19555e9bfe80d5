// Files that cannot be shown: each is named, with what is wrong and how to mend it, and nothing is written.
import assert from 'node:assert/strict';
import { copyFile, readFile, stat, truncate } from 'node:fs/promises';
import { after, before, beforeEach, test } from 'node:test';
import { png, png_beginning } from '../support/png.mjs';
import { Studio } from './support/studio.mjs';
import { run, vips } from './support/tools.mjs';

/** Noise, so that files are long enough to be damaged in their middle. @param {number} x @param {number} y */
const noise = (x, y) => [(x * 7 + y * 13) % 256, (x * y) % 256, (x * x + y) % 256];

/** @type {Studio} */
let good;
/** @type {Studio} */
let studio;
before(async () => {
  good = await Studio.open();
  await good.put('good.png', png(400, 300, noise));
  await vips('jpegsave', good.place('good.png'), good.place('good.jpg'));
  await vips('jpegsave', good.place('good.png'), good.place('layers.jpg'), '--interlace');
  await vips('webpsave', good.place('good.png'), good.place('good.webp'));
  await run('heif-enc', good.place('good.png'), '-o', good.place('good.heic'));
  await vips('heifsave', good.place('good.png'), good.place('good.avif'), '--compression', 'av1', '--bitdepth', '8');
});
beforeEach(async () => {
  studio = await Studio.open();
});
after(() => good.close());

/** What `lacit check` says, line by line. @returns {Promise<string[]>} */
async function complaints() {
  const { code, err } = await studio.check();
  assert.equal(code, err === '' ? 0 : 1);
  const lines = err.trim().split('\n');
  return lines.filter((line) => /:\d+:\d+: /.test(line)).map((line) => line.slice(line.indexOf('/media/') + 7));
}

/** @param {string} name @param {RegExp} wanted */
async function assert_refused(name, wanted) {
  const said = await complaints();
  assert.equal(said.length, 1, said.join('\n'));
  assert.match(said[0], new RegExp(`^${name}:\\d+:\\d+: `));
  assert.match(said[0], wanted);
  assert.match(said[0], /; \w/, 'it says how to mend it');
  await studio.close();
}

for (const name of ['good.png', 'good.jpg', 'layers.jpg', 'good.webp', 'good.heic', 'good.avif']) {
  test(`${name} is good; cut short it is not`, async () => {
    await copyFile(good.place(name), studio.place(name));
    assert.deepEqual(await complaints(), []);
    const { size } = await stat(studio.place(name));
    for (const part of [0.97, 0.5]) {
      await truncate(studio.place(name), Math.floor(size * part));
      const said = await complaints();
      assert.equal(said.length, 1, `cut to ${part}: ${said}`);
      assert.match(said[0], /^\w+\.\w+:1:1: the picture is damaged or cut short.*; export it anew$/);
    }
    await studio.close();
  });
}

for (const name of ['good.jpg', 'good.png']) {
  test(`${name} with a hole in its middle`, async () => {
    const bytes = await readFile(good.place(name));
    const middle = Math.floor(bytes.length / 2);
    await studio.put(name, Buffer.concat([bytes.subarray(0, middle), bytes.subarray(middle + 600)]));
    await assert_refused(name, /damaged or cut short/);
  });
}

/** @type {[string, () => Promise<Uint8Array | string>, RegExp][]} */
const strangers = [
  ['empty.jpg', async () => '', /the file is empty; export it anew/],
  ['note.jpg', async () => 'Dear editor,\nhere is the photo.\n', /the file is text; export it as JPEG/],
  [
    'phone.jpg',
    () => readFile(good.place('good.heic')),
    /is a HEIC, but its name ends in \.jpg; rename it to end in \.heic/,
  ],
  [
    'photo.png',
    () => readFile(good.place('good.jpg')),
    /is a JPEG, but its name ends in \.png; rename it to end in \.jpg/,
  ],
  ['move.gif', async () => 'GIF89a\x01\0\x01\0', /a GIF.*; export it as PNG or WebP/],
  ['scan.tif', async () => 'II*\0\x08\0\0\0', /a TIFF or a camera's raw file; export it as JPEG/],
  ['paper.jpg', async () => '%PDF-1.7\n', /a PDF; export/],
  ['live.heic', async () => '\0\0\0\x14ftypqt  \0\0\0\0qt  ', /a film; export/],
  [
    'bomb.png',
    async () => png_beginning(60_000, 60_000, 3),
    /60000 × 60000 pixels, 150 million in all are the limit; make it smaller/,
  ],
  [
    'spread.svg',
    async () => '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>1</script></svg>',
    /<script> makes the drawing a program; delete it/,
  ],
];
for (const [name, bytes, wanted] of strangers) {
  test(`${name} is told of by name`, async () => {
    await studio.put(name, await bytes());
    await assert_refused(name, wanted);
  });
}

test('a decompression bomb is refused by its header, in no time and memory', async () => {
  const row = Buffer.alloc(20_000 * 3, 200);
  await vips('black', studio.place('black.v'), '20000', '20000');
  await vips('pngsave', studio.place('black.v'), studio.place('bomb.png'), '--compression', '9');
  await run('rm', studio.place('black.v'));
  assert.ok((await stat(studio.place('bomb.png'))).size < row.length * 100, 'it is small as a file');
  await assert_refused('bomb.png', /20000 × 20000 pixels/);
});

test('all bad ones are told of at once, good ones are not; nothing is written', async () => {
  for (const name of ['good.jpg', 'good.webp']) await copyFile(good.place(name), studio.place(name));
  await studio.put('empty.png', '');
  await studio.put('unnamed.jpg', (await readFile(good.place('good.jpg'))).subarray(0, 3000));
  await studio.show('good.jpg', 'good.webp');
  const names = (await complaints()).map((line) => line.split(':')[0]);
  assert.deepEqual(names, ['empty.png', 'unnamed.jpg']);
  const built = await studio.build();
  assert.equal(built.code, 1);
  assert.match(built.err, /2 problems in 2 files; nothing was written/);
  assert.deepEqual(await studio.assets(), []);
  await studio.close();
});

test('a camera’s own names are taken, in capitals too', async () => {
  await copyFile(good.place('good.heic'), studio.place('IMG_1234.HEIC'));
  await copyFile(good.place('good.jpg'), studio.place('PXL_2026.PORTRAIT.JPG'));
  await studio.show('IMG_1234.HEIC', 'PXL_2026.PORTRAIT.JPG');
  const built = await studio.build();
  assert.equal(built.code, 0, built.err);
  assert.equal((await studio.published('img_1234')).width, 400);
  assert.equal((await studio.published('pxl_2026-portrait')).width, 400);
  await studio.close();
});
