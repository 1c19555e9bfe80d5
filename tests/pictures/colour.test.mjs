// Colours come out as they were meant, whatever the file's own colours are.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { png, ramp, ramp_colour, ramp_width } from '../support/png.mjs';
import { Studio } from './support/studio.mjs';
import { distance, pixels, run, vips } from './support/tools.mjs';

/** Colours that all of the tested spaces have. */
const patches = [
  [200, 60, 50],
  [60, 150, 70],
  [60, 80, 150],
  [230, 200, 90],
  [128, 128, 128],
];
const [width, height] = [400, 300];
/** @param {number} x */
const patch = (x) => patches[Math.floor((x * patches.length) / width)];
const patch_middle = (/** @type {number} */ i) => Math.floor(((i + 0.5) * width) / patches.length);
const grey_of = (/** @type {number} */ x) => Math.floor((x * 4) / width) * 80;

/** @param {Studio} studio */
async function make_pictures(studio) {
  const source = studio.place('plain.png');
  await studio.put('plain.png', png(width, height, patch));
  await vips('icc_transform', source, studio.place('wide.jpg[Q=97]'), 'p3', '--input-profile', 'srgb');
  await vips('icc_transform', source, studio.place('print.jpg[Q=97]'), 'cmyk', '--input-profile', 'srgb');
  await run('heif-enc', '-q', '95', source, '-o', studio.place('phone.heic'));
  await vips('heifsave', source, studio.place('small.avif'), '--compression', 'av1', '--bitdepth', '8', '--Q', '95');
  await studio.put(
    'deep.png',
    png(width, height, (x) => patch(x).map((value) => value * 257), 16),
  );
  await studio.put(
    'grey.png',
    png(width, height, (x) => [grey_of(x)]),
  );
  await vips('jpegsave', studio.place('grey.png'), studio.place('greyphoto.jpg'), '--Q', '97');
  await studio.put(
    'clear.png',
    png(width, height, (x, y) => [...patch(x), y < height / 2 ? 255 : 0]),
  );
  await studio.put(
    'deepclear.png',
    png(width, height, (x, y) => [...patch(x).map((v) => v * 257), y < height / 2 ? 65535 : 0], 16),
  );
  await studio.put('ramp.png', ramp());
}

const stems = ['plain', 'wide', 'print', 'phone', 'small', 'deep'];
/** @type {Studio} */
let studio;
before(async () => {
  studio = await Studio.open();
  await make_pictures(studio);
  await studio.show(
    'plain.png',
    'wide.jpg',
    'print.jpg',
    'phone.heic',
    'small.avif',
    'deep.png',
    'grey.png',
    'greyphoto.jpg',
    'clear.png',
    'deepclear.png',
    'ramp.png',
  );
  const built = await studio.build();
  assert.equal(built.code, 0, built.err);
});
after(() => studio.close());

/** @param {string} stem @param {string} format */
const largest = async (stem, format) => (await studio.published(stem)).formats[format].at(-1)?.file ?? '';

for (const format of ['avif', 'webp', 'jpg']) {
  test(`a ramp through ${format} is within 2 of 255; smaller ones, which are steeper, within 3`, async () => {
    const { formats } = await studio.published('ramp');
    for (const [i, { file, width: across }] of formats[format].entries()) {
      const picture = await pixels(file);
      // What scaling makes of it is in the lossless WebP of the same width.
      const scaled = await pixels(formats.webp[i].file);
      let worst = 0;
      // In the middle of each ramp: where two meet, JPEG's blocks mix them.
      for (let band = 0.5; band < 8; ++band) {
        const y = Math.floor((band * picture.height) / 8);
        for (let x = 0; x < across; ++x) {
          const wanted = across === ramp_width ? ramp_colour(x, y) : scaled.at(x, y);
          worst = Math.max(worst, distance(picture.at(x, y), wanted));
        }
      }
      assert.ok(worst <= (across === ramp_width ? 2 : 3), `${file}: ${worst} of 255`);
    }
  });

  test(`Display P3, CMYK, HEIC, AVIF and 16 bits have the same sRGB colours in ${format}`, async () => {
    for (const stem of stems) {
      const picture = await pixels(await largest(stem, format));
      const limit = stem === 'print' ? 24 : 4; // ink has fewer colours than light
      for (const [i, wanted] of patches.entries()) {
        const found = picture.at(patch_middle(i), height / 2);
        assert.ok(distance(found, wanted) <= limit, `${stem}.${format}: ${found}, not ${wanted}`);
      }
    }
  });

  test(`grey stays grey in ${format}`, async () => {
    for (const stem of ['grey', 'greyphoto']) {
      const picture = await pixels(await largest(stem, format));
      for (const x of [50, 150, 250, 350]) {
        const wanted = grey_of(x);
        assert.ok(
          distance(picture.at(x, 150), [wanted, wanted, wanted]) <= 3,
          `${stem}.${format}: ${picture.at(x, 150)}`,
        );
      }
    }
  });
}

test('what is transparent stays so in AVIF and WebP, and is paper in JPEG', async () => {
  const paper = [0xfb, 0xfa, 0xf7]; // of the fixture's site.json
  for (const stem of ['clear', 'deepclear']) {
    for (const format of ['avif', 'webp']) {
      const picture = await pixels(await largest(stem, format));
      assert.equal(picture.bands, 4, `${stem}.${format}`);
      assert.equal(picture.at(40, 50)[3], 255);
      assert.ok(distance(picture.at(40, 50).slice(0, 3), patches[0]) <= 4, `${picture.at(40, 50)}`);
      assert.equal(picture.at(40, 250)[3], 0);
    }
    const jpeg = await pixels(await largest(stem, 'jpg'));
    assert.ok(distance(jpeg.at(40, 250), paper) <= 3, `${jpeg.at(40, 250)}`);
    assert.ok(distance(jpeg.at(40, 50), patches[0]) <= 4, `${jpeg.at(40, 50)}`);
  }
});
