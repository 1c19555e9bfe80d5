// What is too long, too narrow or not what it says is told of by `check`, in the words that `build` has for it too.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { png, png_beginning } from '../support/png.mjs';
import { sized } from './support/heif.mjs';
import { changed, place } from './support/jpeg.mjs';
import { simple_webp } from './support/oddities.mjs';
import { Studio } from './support/studio.mjs';
import { pixels, run, vips } from './support/tools.mjs';

/** @param {number} width @param {number} height */
const plain = (width, height) => png(width, height, () => [60, 120, 90]);
const tall_svg = (/** @type {number} */ height) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 ${height}"><rect width="10" height="${height}" fill="#0b5c63"/></svg>`;

/** @param {string} said of a program @returns {string[]} what it says of pictures */
const complaints = (said) => [...said.matchAll(/\/media\/([^:]+:1:1: .*)/g)].map((match) => match[1]).sort();

/** @param {Studio} studio @param {string[]} names @returns {Promise<string[]>} what both say */
async function refusals(studio, names) {
  await studio.show(...names);
  const [checked, built] = [await studio.check(), await studio.build()];
  assert.deepEqual(complaints(built.err), complaints(checked.err), 'check and build say the same');
  assert.equal(built.code, checked.code);
  return complaints(checked.err);
}

/** @type {Studio} */
let studio;
before(async () => {
  studio = await Studio.open();
});
after(() => studio.close());

test('11.B13: a picture that is nothing but a line is refused by check and build alike', async () => {
  const bad = await Studio.open();
  /** @type {Record<string, Buffer | string>} */
  const files = {
    'tall.png': plain(10, 20_000),
    'wide.png': plain(20_000, 10),
    'just.png': plain(1, 101),
    'line.svg': tall_svg(1001),
  };
  for (const [name, bytes] of Object.entries(files)) await bad.put(name, bytes);
  const said = await refusals(bad, Object.keys(files));
  const ratio = 'one side may be at most 100 times as long as the other; crop it, or cut it into several';
  assert.deepEqual(said, [
    `just.png:1:1: the picture has 1 × 101 pixels, ${ratio}`,
    `line.svg:1:1: the picture has 10 × 1001 pixels, ${ratio}`,
    `tall.png:1:1: the picture has 10 × 20000 pixels, ${ratio}`,
    `wide.png:1:1: the picture has 20000 × 10 pixels, ${ratio}`,
  ]);
  await bad.close();
});

test('11.B13: pixels, points and strips within that are taken and published in every format', async () => {
  const sizes = [
    [1, 1],
    [1, 2],
    [2, 1],
    [3, 3],
    [1, 100],
    [100, 1],
    [16, 1600],
  ];
  const names = [];
  for (const [width, height] of sizes) {
    const stem = `s${width}x${height}`;
    await studio.put(`${stem}.png`, plain(width, height));
    for (const [ending, how] of [
      ['jpg', 'jpegsave'],
      ['webp', 'webpsave'],
    ]) {
      await vips(how, studio.place(`${stem}.png`), studio.place(`${stem}${ending}.${ending}`));
      names.push(`${stem}${ending}.${ending}`);
    }
    await run('avifenc', '-s', '9', studio.place(`${stem}.png`), studio.place(`${stem}avif.avif`));
    names.push(`${stem}.png`, `${stem}avif.avif`);
  }
  assert.deepEqual(await refusals(studio, names), []);
  for (const [width, height] of sizes) {
    for (const ending of ['', 'jpg', 'webp', 'avif']) {
      const published = await studio.published(`s${width}x${height}${ending}`);
      assert.deepEqual([published.width, published.height], [width, height]);
      for (const files of Object.values(published.formats)) {
        const { width: found, height: high } = await pixels(files[0].file);
        assert.deepEqual([found, high], [width, height], files[0].file);
      }
    }
  }
});

test('11.B13: what is taller than a format allows is published as wide as it allows', async () => {
  await studio.put('scroll.png', plain(700, 20_000));
  await studio.put('ribbon.png', plain(200, 16_384));
  await studio.put('ladder.svg', tall_svg(300));
  await vips('jpegsave', studio.place('scroll.png'), studio.place('scrolled.jpg'));
  assert.deepEqual(await refusals(studio, ['scroll.png', 'ribbon.png', 'ladder.svg', 'scrolled.jpg']), []);
  const widths = async (/** @type {string} */ stem) =>
    (await studio.published(stem)).formats.webp.map(({ width }) => width);
  assert.deepEqual(await widths('scroll'), [320, 480, 573]);
  assert.deepEqual(await widths('scrolled'), [320, 480, 573]);
  assert.deepEqual(await widths('ribbon'), [199]);
  assert.deepEqual(await widths('ladder'), [320, 480, 546]);
  for (const stem of ['scroll', 'ribbon', 'ladder']) {
    for (const files of Object.values((await studio.published(stem)).formats)) {
      const { width, height } = await pixels(files.at(-1)?.file ?? '');
      assert.ok(height > 16_000 && height <= 16_383, `${stem}: ${width} × ${height}`);
    }
  }
});

/** Sound files of one colour, the large ones of few bytes. */
async function sound_files() {
  await studio.put('small.png', plain(96, 64));
  await vips('black', studio.place('large.v'), '12000', '12000', '--bands', '3');
  await vips('pngsave', studio.place('large.v'), studio.place('large.png'), '--compression', '1');
  await vips('black', studio.place('middle.v'), '2000', '1500', '--bands', '3');
  await vips('pngsave', studio.place('middle.v'), studio.place('middle.png'));
  const paths = (/** @type {string} */ source, /** @type {string} */ name) => [
    studio.place(source),
    studio.place(name),
  ];
  await run('avifenc', '-s', '10', '-y', '420', ...paths('large.png', 'large.avif'));
  await run('avifenc', '-s', '10', ...paths('small.png', 'small.avif'));
  await run('heif-enc', studio.place('middle.png'), '-o', studio.place('middle.heic'));
  await vips('jpegsave', ...paths('middle.png', 'middle.jpg'), '--strip');
  await vips('webpsave', ...paths('middle.png', 'middle.webp'));
  const read = (/** @type {string} */ name) => readFile(studio.place(name));
  const all = {
    avif: await read('large.avif'),
    small: await read('small.avif'),
    heic: await read('middle.heic'),
    jpg: await read('middle.jpg'),
    webp: simple_webp(await read('middle.webp')),
  };
  await run(
    'rm',
    ...[
      'large.v',
      'middle.v',
      'large.png',
      'middle.png',
      'large.avif',
      'small.avif',
      'middle.heic',
      'middle.jpg',
      'middle.webp',
      'small.png',
    ].map((name) => studio.place(name)),
  );
  return all;
}

/** An extended WebP with another size before its pixels. @param {Buffer} simple @param {number} side */
function lying_webp(simple, side) {
  const canvas = Buffer.from([...Buffer.from('VP8X'), 10, 0, 0, 0, 0, 0, 0, 0, side - 1, 0, 0, side - 1, 0, 0]);
  const bytes = Buffer.concat([simple.subarray(0, 12), canvas, simple.subarray(12)]);
  bytes.writeUInt32LE(bytes.length - 8, 4);
  return bytes;
}

test('11.B13: a file that lies about its size is refused before its pixels are decoded', async () => {
  const { avif, small, heic, jpg, webp } = await sound_files();
  assert.ok(avif.length < 3000, `${avif.length} bytes for 144 million pixels`);
  const liars = await Studio.open();
  const frame = place(jpg, 0xc0).start;
  /** @type {Record<string, [Buffer, RegExp]>} */
  const files = {
    'tiny.avif': [
      sized(avif, 100, 100),
      /says that the picture has 100 × 100 pixels, but there are 12000 × 12000 in it; export it anew$/,
    ],
    'narrow.avif': [
      sized(avif, 12_000, 200),
      /says that the picture has 12000 × 200 pixels, but there are 12000 × 12000 in it; export/,
    ],
    'huge.avif': [
      sized(small, 9000, 9000),
      /says that the picture has 9000 × 9000 pixels, but there are 96 × 64 in it; export/,
    ],
    'bomb.avif': [sized(small, 60_000, 60_000), /60000 × 60000 pixels, 150 million in all are the limit/],
    'none.avif': [sized(small, 0, 0), /damaged or cut short/],
    'tiny.heic': [
      sized(heic, 64, 64),
      /says that the picture has 64 × 64 pixels, but there are 2000 × 15\d\d in it; export/,
    ],
    'huge.heic': [
      sized(heic, 9000, 9000),
      /says that the picture has 9000 × 9000 pixels, but there are 2000 × 15\d\d in it; export/,
    ],
    'huge.jpg': [changed(jpg, frame + 5, 0x20, 0, 0x40, 0), /damaged or cut short/],
    'tiny.jpg': [changed(jpg, frame + 5, 0, 64, 0, 64), /damaged or cut short/],
    'tiny.webp': [lying_webp(webp, 64), /damaged or cut short/],
    'huge.png': [Buffer.concat([png_beginning(9000, 9000, 3), plain(96, 64).subarray(33)]), /damaged or cut short/],
  };
  for (const [name, [bytes]] of Object.entries(files)) await liars.put(name, bytes);
  const said = await refusals(liars, Object.keys(files));
  for (const [name, [, wanted]] of Object.entries(files)) {
    assert.match(said.find((line) => line.startsWith(`${name}:`)) ?? `${name} is taken`, wanted);
  }
  await liars.close();
});
