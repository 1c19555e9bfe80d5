// What a camera knows of its owner stays on the editor's machine: no position, no name, no serial number is published.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { png } from '../support/png.mjs';
import { Studio } from './support/studio.mjs';
import { metadata_groups, run, vips } from './support/tools.mjs';

const secret = 'Baton Rouge, at home';
/** What exiftool says of any file: its name, its size, what kind it is and how its pixels are coded. */
const harmless = new Set(['ExifTool', 'System', 'File', 'Composite', 'JFIF', 'RIFF', 'Meta', 'ItemInfo', 'QuickTime']);
const tags = [
  '-GPSLatitude=30.45',
  '-GPSLatitudeRef=N',
  '-GPSLongitude=91.18',
  '-GPSLongitudeRef=W',
  `-Artist=${secret}`,
  '-SerialNumber=4711',
  `-XMP-dc:Creator=${secret}`,
  `-XMP-photoshop:City=${secret}`,
];

/** @param {Studio} studio @param {string} name @param {string[]} more */
const tag = (studio, name, ...more) =>
  run('exiftool', '-q', '-overwrite_original', ...tags, ...more, studio.place(name));

/** Each as a camera or an editor's program leaves it. @param {Studio} studio */
async function make_photos(studio) {
  const source = studio.place('source.png');
  // Noise as a photo has it: the settings for photos are tested too.
  await studio.put(
    'source.png',
    png(500, 400, (x, y) => [(x * 7 + y * 13) % 256, (x * y) % 256, (x + y) % 256]),
  );
  await vips('icc_transform', source, studio.place('tagged.jpg'), 'p3', '--input-profile', 'srgb');
  await tag(studio, 'tagged.jpg', `-IPTC:City=${secret}`, `-Comment=${secret}`, '-ThumbnailImage<=' + source);
  await vips('webpsave', source, studio.place('tagged.webp'));
  await tag(studio, 'tagged.webp');
  await run('heif-enc', '-q', '80', source, '-o', studio.place('tagged.heic'));
  await tag(studio, 'tagged.heic');
  await vips('heifsave', source, studio.place('tagged.avif'), '--compression', 'av1', '--bitdepth', '8');
  await tag(studio, 'tagged.avif');
  await vips('pngsave', source, studio.place('tagged.png'));
  await tag(studio, 'tagged.png', `-PNG:Comment=${secret}`);
}

const files = ['tagged.jpg', 'tagged.webp', 'tagged.heic', 'tagged.avif', 'tagged.png'];
/** @type {Studio} */
let studio;
before(async () => {
  studio = await Studio.open();
  await make_photos(studio);
  await studio.show(...files);
  const built = await studio.build();
  assert.equal(built.code, 0, built.err);
});
after(() => studio.close());

test('the files that go in do have positions and names in them', async () => {
  for (const file of files) {
    const groups = await metadata_groups(studio.place(file));
    assert.ok(groups.includes('GPS') && groups.includes('XMP-dc'), `${file}: ${groups}`);
  }
});

test('no file that comes out has any metadata: EXIF, GPS, XMP, IPTC, profiles, comments', async () => {
  const published = (await studio.assets()).filter((name) => /^tagged\..*\.(avif|webp|jpg)$/.test(name));
  assert.equal(published.length, files.length * 3 * 3, 'five pictures in three widths and formats');
  for (const name of published) {
    const file = `${studio.out}/assets/${name}`;
    const groups = (await metadata_groups(file)).filter((group) => !harmless.has(group));
    assert.deepEqual(groups, [], name);
    const bytes = (await readFile(file)).toString('latin1');
    for (const word of [secret, 'Exif', 'http://ns.adobe.com', 'ICC_PROFILE', 'ICCP', '4711']) {
      assert.ok(!bytes.includes(word), `${name} holds «${word}»`);
    }
  }
});
