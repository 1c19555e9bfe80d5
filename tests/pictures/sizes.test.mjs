// Which sizes are published, and what a page says of them.
import assert from 'node:assert/strict';
import { rm, stat } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { png } from '../support/png.mjs';
import { Studio } from './support/studio.mjs';
import { distance, pixels, vips } from './support/tools.mjs';

/** @type {Studio} */
let studio;
before(async () => {
  studio = await Studio.open();
  await studio.put(
    'tiny.png',
    png(90, 60, () => [10, 120, 200]),
  );
  await studio.put(
    'between.png',
    png(1000, 500, (x) => (x < 500 ? [200, 30, 30] : [30, 30, 200])),
  );
  await vips('black', studio.place('large.v'), '3000', '1000', '--bands', '3');
  await vips('jpegsave', studio.place('large.v'), studio.place('large.jpg'));
  const circle =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><rect width="60" height="40" fill="#0b5c63"/><path d="M30 0v40" stroke="#fff" stroke-width=".1"/></svg>';
  await studio.put('drawing.svg', circle);
  await rm(studio.place('large.v'));
  await studio.show('tiny.png', 'between.png', 'large.jpg', 'drawing.svg');
  const built = await studio.build();
  assert.equal(built.code, 0, built.err);
});
after(() => studio.close());

/** @param {string} stem */
async function widths(stem) {
  const { formats } = await studio.published(stem);
  assert.deepEqual(Object.keys(formats), ['avif', 'webp', 'jpg']);
  const each = Object.values(formats).map((files) => files.map(({ width }) => width));
  for (const files of Object.values(formats)) {
    for (const { file, width } of files) assert.equal((await pixels(file)).width, width, file);
  }
  assert.deepEqual(each[1], each[0]);
  assert.deepEqual(each[2], each[0]);
  return each[0];
}

test('no bitmap is enlarged; its own width is there where it lies between two steps', async () => {
  assert.deepEqual(await widths('tiny'), [90]);
  assert.deepEqual(await widths('between'), [320, 480, 640, 960, 1000]);
  assert.deepEqual(await widths('large'), [320, 480, 640, 960, 1280, 1920, 2560]);
});

test('what a link opens is a JPEG of at most 1920 pixels', async () => {
  assert.match((await studio.published('large')).address, /\/large\.[0-9a-f]{12}-1920\.jpg$/);
  assert.match((await studio.published('between')).address, /-1000\.jpg$/);
});

test('a drawing is drawn anew at each width up to 1440: a fine line stays fine', async () => {
  assert.deepEqual(await widths('drawing'), [320, 480, 640, 960, 1280, 1440]);
  const picture = await pixels((await studio.published('drawing')).formats.webp[5].file);
  assert.deepEqual([picture.width, picture.height], [1440, 960]);
  assert.ok(distance(picture.at(720, 480), [255, 255, 255]) <= 8, `${picture.at(720, 480)}`);
  assert.ok(distance(picture.at(726, 480), [11, 92, 99]) <= 2, `${picture.at(726, 480)}`);
});

test('the page knows the size and twelve colours of each before it has come', async () => {
  const between = await studio.published('between');
  assert.deepEqual([between.width, between.height], [1000, 500]);
  const colours = Buffer.from(between.placeholder, 'base64');
  assert.equal(colours.length, 36);
  assert.ok(distance([...colours.subarray(0, 3)], [200, 30, 30]) < 20, `${[...colours]}`);
  assert.ok(distance([...colours.subarray(9, 12)], [30, 30, 200]) < 20, `${[...colours]}`);
});

test('a photo takes fewer bytes as AVIF or WebP than as JPEG', async () => {
  await studio.put(
    'field.png',
    png(960, 640, (x, y) => {
      const wave = Math.sin(x / 31) * 40 + Math.sin(y / 17 + x / 53) * 30 + ((x * 7919 + y * 104729) % 13);
      return [120 + wave, 110 + wave / 2, 90 - wave / 3].map((v) => Math.max(0, Math.min(255, Math.round(v))));
    }),
  );
  await studio.show('field.png');
  assert.equal((await studio.build()).code, 0);
  const { formats } = await studio.published('field');
  const sizes = await Promise.all(
    ['avif', 'webp', 'jpg'].map(async (format) => (await stat(formats[format][3].file)).size),
  );
  assert.ok(sizes[0] < sizes[2] && sizes[1] < sizes[2], `${sizes}`);
});
