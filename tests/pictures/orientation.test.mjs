// However the camera was held, the picture stands upright (EXIF 2.32, 4.6.4 A: the eight orientations).
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { png } from '../support/png.mjs';
import { turned } from './support/heif.mjs';
import { Studio } from './support/studio.mjs';
import { distance, pixels, run, vips } from './support/tools.mjs';

const [width, height] = [600, 400];
const corners = [
  [220, 40, 40],
  [40, 180, 60],
  [40, 60, 200],
  [240, 240, 240],
];

/** Upright: another colour in each quarter. @param {number} x @param {number} y */
const colour = (x, y) => corners[(x < width / 2 ? 0 : 1) + (y < height / 2 ? 0 : 2)];

/** Where a pixel of the file, which lies as `w` by `h`, is seen. @type {Record<number, (x: number, y: number, w: number, h: number) => number[]>} */
const seen = {
  1: (x, y) => [x, y],
  2: (x, y, w) => [w - 1 - x, y],
  3: (x, y, w, h) => [w - 1 - x, h - 1 - y],
  4: (x, y, _w, h) => [x, h - 1 - y],
  5: (x, y) => [y, x],
  6: (x, y, _w, h) => [h - 1 - y, x],
  7: (x, y, w, h) => [h - 1 - y, w - 1 - x],
  8: (x, y, w) => [y, w - 1 - x],
};

/** @param {Studio} studio @param {number} orientation */
async function make_photo(studio, orientation) {
  const [w, h] = orientation < 5 ? [width, height] : [height, width];
  const lying = studio.place(`lying${orientation}.png`);
  await studio.put(
    `lying${orientation}.png`,
    png(w, h, (x, y) => {
      const [u, v] = seen[orientation](x, y, w, h);
      return colour(u, v);
    }),
  );
  const photo = studio.place(`photo${orientation}.jpg`);
  await vips('jpegsave', lying, photo, '--Q', '95');
  await run('exiftool', '-q', '-overwrite_original', '-n', `-Orientation=${orientation}`, photo);
}

/** @param {string} file */
async function assert_upright(file) {
  const picture = await pixels(file);
  assert.ok(picture.width > picture.height, `${file} lies on its side`);
  for (const [i, wanted] of corners.entries()) {
    const x = Math.round(picture.width * (i % 2 ? 0.75 : 0.25));
    const y = Math.round(picture.height * (i > 1 ? 0.75 : 0.25));
    const found = picture.at(x, y);
    assert.ok(distance(found, wanted) <= 8, `${file}: ${found} at ${x},${y}, not ${wanted}`);
  }
}

/** A phone's: turned by HEIF's own means; EXIF says so too, and must not turn it once more. @param {Studio} studio */
async function make_phone_picture(studio) {
  const lying = studio.place('phone.heic');
  await run('heif-enc', '-q', '95', studio.place('lying6.png'), '-o', lying);
  await run('exiftool', '-q', '-overwrite_original', '-n', '-Orientation=6', lying);
  await studio.put('phone.heic', turned(await readFile(lying), 3));
}

const orientations = Object.keys(seen).map(Number);
/** @type {Studio} */
let studio;
before(async () => {
  studio = await Studio.open();
  for (const orientation of orientations) await make_photo(studio, orientation);
  await make_phone_picture(studio);
  await studio.show('phone.heic', ...orientations.map((orientation) => `photo${orientation}.jpg`));
  const built = await studio.build();
  assert.equal(built.code, 0, built.err);
});
after(() => studio.close());

for (const stem of [...orientations.map((orientation) => `photo${orientation}`), 'phone']) {
  test(`${stem} is upright in every format and width, and named with its upright size`, async () => {
    const published = await studio.published(stem);
    assert.deepEqual([published.width, published.height], [width, height]);
    for (const files of Object.values(published.formats)) {
      assert.deepEqual(
        files.map((each) => each.width),
        [320, 480, 600],
      );
      for (const { file } of files) await assert_upright(file);
    }
  });
}
