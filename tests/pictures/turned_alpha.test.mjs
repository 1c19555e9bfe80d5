// HEIF's ways to turn and mirror a picture take its transparency along, as browsers do it, whether the file says so of the
// alpha too or not (Debian's avifenc does not).
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { png } from '../support/png.mjs';
import { Viewer } from './support/chromium.mjs';
import { Studio } from './support/studio.mjs';
import { distance, pixels, run } from './support/tools.mjs';

const [width, height] = [96, 64];
/** Another colour and another transparency in each quarter. */
const quarters = [
  [200, 60, 50, 255],
  [60, 150, 70, 160],
  [60, 80, 150, 90],
  [230, 200, 90, 40],
];
const source = png(width, height, (x, y) => quarters[(x < width / 2 ? 0 : 1) + (y < height / 2 ? 0 : 2)]);

/** @type {[string, string[]][]} */
const ways = [
  ['lying', []],
  ['left', ['--irot', '1']],
  ['over', ['--irot', '2']],
  ['right', ['--irot', '3']],
  ['upside', ['--imir', '0']],
  ['mirror', ['--imir', '1']],
  ['leftupside', ['--irot', '1', '--imir', '0']],
  ['rightmirror', ['--irot', '3', '--imir', '1']],
  ['deep', ['--irot', '1', '-d', '10']],
];

/** @type {Studio} */
let studio;
/** @type {Viewer} */
let viewer;
before(async () => {
  [studio, viewer] = await Promise.all([Studio.open(), Viewer.open()]);
  await studio.put('source.png', source);
  for (const [stem, options] of ways) {
    await run(
      'avifenc',
      '-s',
      '8',
      '--min',
      '0',
      '--max',
      '4',
      ...options,
      studio.place('source.png'),
      studio.place(`${stem}.avif`),
    );
  }
  const middle = ['--crop', `${width / 4},${height / 4},${width / 2},${height / 2}`];
  await run(
    'avifenc',
    '-s',
    '8',
    '--min',
    '0',
    '--max',
    '4',
    ...middle,
    studio.place('source.png'),
    studio.place('cut.avif'),
  );
  await studio.show('cut.avif', ...ways.map(([stem]) => `${stem}.avif`));
  const built = await studio.build();
  assert.equal(built.code, 0, built.err);
});
after(() => Promise.all([studio.close(), viewer.close()]));

/** What the browser shows is turned; how transparent that is tells the source: Chromium 156 takes any alpha of an AVIF for one of video's range. @param {number[]} shown */
const meant = (shown) =>
  quarters.toSorted((a, b) => distance(shown, a.slice(0, 3)) - distance(shown, b.slice(0, 3)))[0];
const middles = [
  [0.25, 0.25],
  [0.75, 0.25],
  [0.25, 0.75],
  [0.75, 0.75],
];

/** @param {string} stem @param {number} wide @param {number} high @param {(x: number, y: number) => number[]} wanted */
async function assert_published(stem, wide, high, wanted) {
  const published = await studio.published(stem);
  assert.deepEqual([published.width, published.height], [wide, high]);
  for (const format of ['webp', 'avif']) {
    const picture = await pixels(published.formats[format].at(-1)?.file ?? '');
    for (const [across, down] of middles) {
      const [x, y] = [Math.floor(wide * across), Math.floor(high * down)];
      const found = [...picture.at(x, y), 255].slice(0, 4);
      assert.ok(distance(found, wanted(x, y)) <= 5, `${format} at ${x},${y}: ${found}, not ${wanted(x, y)}`);
    }
  }
}

for (const [stem] of ways) {
  test(`11.B11: ${stem}.avif keeps its transparency where it belongs`, async () => {
    const shown = await viewer.show('a.avif', await readFile(studio.place(`${stem}.avif`)));
    assert.ok(shown);
    await assert_published(stem, shown.width, shown.height, (x, y) => meant(shown.at(x, y).slice(0, 3)));
  });
}

test('11.B11: what a file cuts off is cut off, transparency too', async () => {
  // ISO/IEC 23000-22, 7.3.6.7: readers shall heed it. Chromium 156 shows the whole.
  await assert_published('cut', 48, 32, (x, y) => quarters[(x < 24 ? 0 : 1) + (y < 16 ? 0 : 2)]);
});
