// Drawings as they are published: they look as before, hold nothing else, and are as large as browsers say.
import assert from 'node:assert/strict';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch } from '../browser/support/browser.mjs';
import { png } from '../support/png.mjs';
import { open_host, outcomes_of, program_drawings } from './support/drawings.mjs';
import { Studio } from './support/studio.mjs';
import { metadata_groups, run, vips } from './support/tools.mjs';

const own_folder = fileURLToPath(new URL('../../content/media/', import.meta.url));
/** Roots whose size is absolute, as CSS Images has it. */
const sized = [
  'width="20px" height="10"',
  'width="100%" height="60" viewBox="0 0 40 30"',
  'width="200" viewBox="0 0 100 50"',
  'height="200" viewBox="0 0 100 50"',
  'width="100" height="100" viewBox="0 0 200 100"',
  'width="100" height="100" viewBox="0 0 200 100" preserveAspectRatio="none"',
  'width="100" height="100" viewBox="0 0 200 100" preserveAspectRatio="xMinYMin slice"',
  'width="1in" height="2.54cm"',
  'width="254mm" height="72pt" viewBox="0 0 10 1"',
  'width="10em" height="6PC"',
  'width=" 40 " height="40"',
  'style="width:300px;height:2in" width="9" height="9" viewBox="0 0 9 9"',
  'style="width:100%" width="9" height="90" viewBox="0 0 9 9"',
];
/** Roots that have only a shape. */
const shaped = [
  'viewBox="0 0 960 836"',
  'viewBox=" -10,-5.5 , 96.4 83.5 "',
  'viewBox = "0\n0\t40,30"',
  'viewBox="0 0 4e2 3E+2"',
  'width="100%" height="100%" viewBox="0 0 4 3"',
  'width="auto" viewBox="0 0 4 3"',
  'viewBox="0 0 1 1.5"',
];
const svg = (/** @type {string} */ root) =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${root}><rect width="50%" height="100%" fill="#0B5C63"/></svg>`;

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {import('playwright-core').Page} */
let page;
/** @type {{ origin: string, close: () => void }} */
let host;
/** @type {[string, string][]} */
let programs;
/** @type {[string, string][]} */
let own;
/** @type {Map<string, import('./support/drawings.mjs').Outcome>} */
const outcomes = new Map();
before(async () => {
  programs = await program_drawings();
  const names = (await readdir(own_folder)).filter((name) => name.endsWith('.svg'));
  own = await Promise.all(
    names.map(async (name) => /** @type {[string, string]} */ ([name, await readFile(own_folder + name, 'utf8')])),
  );
  const roots = [...sized, ...shaped].map((root) => /** @type {[string, string]} */ ([root, svg(root)]));
  const all = [...programs, ...own, ...roots];
  const studio = await Studio.open();
  const found = await outcomes_of(
    studio,
    all.map(([, drawing]) => drawing),
  );
  await studio.close();
  /** @type {Map<string, string>} */
  const files = new Map();
  all.forEach(([name, drawing], i) => {
    outcomes.set(name, found[i]);
    files.set(`/raw/${encodeURIComponent(name)}`, drawing).set(`/clean/${encodeURIComponent(name)}`, found[i].cleaned);
  });
  host = await open_host(files);
  browser = await launch();
  page = await browser.newPage();
  await page.goto(host.origin);
});
after(async () => {
  await browser.close();
  host.close();
});

/** @param {string} name @returns {import('./support/drawings.mjs').Outcome} */
function outcome_of(name) {
  const outcome = outcomes.get(name);
  assert.ok(outcome);
  assert.equal(outcome.refused, '', name);
  return outcome;
}

/** As Chromium paints it in a page; nothing where there is no such drawing. @param {string} way @param {string} name */
async function painted(way, name) {
  await page.evaluate(
    async (path) => {
      const image = Object.assign(new Image(600, 400), { src: path });
      document.body.replaceChildren(image);
      await image.decode().catch(() => image.remove());
    },
    `/${way}/${encodeURIComponent(name)}`,
  );
  return page.screenshot({ clip: { x: 0, y: 0, width: 620, height: 420 } });
}

/** @param {string} name */
async function assert_looks_the_same(name) {
  const [raw, clean, nothing] = [await painted('raw', name), await painted('clean', name), await painted('no', name)];
  assert.ok(!raw.equals(nothing), `${name} shows something`);
  assert.ok(raw.equals(clean), `${name} looks the same to the pixel`);
}

/** @param {'raw' | 'clean'} way @param {string} name @returns {Promise<[number, number]>} as Chromium has it */
function natural_size(way, name) {
  return page.evaluate(
    async (path) => {
      const image = new Image();
      image.src = path;
      await image.decode();
      return [image.naturalWidth, image.naturalHeight];
    },
    `/${way}/${encodeURIComponent(name)}`,
  );
}

test('11.B10: the site’s own drawings look the same to the pixel, and take no more bytes', async () => {
  assert.ok(own.length >= 15);
  for (const [name, drawing] of own) {
    assert.ok(outcome_of(name).cleaned.length <= drawing.length, name);
    await assert_looks_the_same(name);
  }
});

test('11.B10: what Inkscape, Illustrator, Figma, Sketch and Affinity write passes and looks the same', async () => {
  assert.ok(programs.length >= 6);
  for (const [name] of programs) {
    outcome_of(name);
    await assert_looks_the_same(name);
  }
});

test('11.B10: a drawing is as large as Chromium says, before and after it is cleaned', async () => {
  for (const root of sized) {
    const { width, height } = outcome_of(root);
    assert.deepEqual(await natural_size('raw', root), [width, height], root);
    assert.deepEqual(await natural_size('clean', root), [width, height], root);
    await assert_looks_the_same(root);
  }
});

test('11.B10: a drawing without a size of its own has the shape that Chromium gives it', async () => {
  for (const root of shaped) {
    const { width, height } = outcome_of(root);
    const [natural_width, natural_height] = await natural_size('raw', root);
    const ratio = ((width / height) * natural_height) / natural_width;
    assert.ok(Math.abs(ratio - 1) < 0.03, `${root}: ${width} x ${height}, not ${natural_width} x ${natural_height}`);
  }
});

const secret = 'Ana Secret, Baton Rouge';

/** A drawing with a photo in it, both with all that their programs know. @param {Studio} studio @returns {Promise<string>} */
async function drawing_with_photo(studio) {
  await studio.put(
    'photo.png',
    png(90, 60, (x, y) => [(x * 7 + y * 13) % 256, (x * y) % 256, (x + y) % 256]),
  );
  await vips('jpegsave', studio.place('photo.png'), studio.place('photo.jpg'));
  const tags = [
    '-GPSLatitude=30.45',
    '-GPSLatitudeRef=N',
    `-Artist=${secret}`,
    `-XMP-dc:Creator=${secret}`,
    `-Comment=${secret}`,
  ];
  await run('exiftool', '-q', '-overwrite_original', ...tags, studio.place('photo.jpg'));
  const photo = await readFile(studio.place('photo.jpg'));
  assert.ok(photo.includes(secret) && photo.includes('Exif'));
  await run('rm', studio.place('photo.png'), studio.place('photo.jpg'));
  const [, inkscape] = programs[programs.findIndex(([name]) => name === 'inkscape.svg')];
  const image = `<image width="30" height="20" xlink:href="data:image/jpeg;base64,${photo.toString('base64')}"/></svg>`;
  return inkscape.trimEnd().replace(/<\/svg>$/, image);
}

/** @param {string} folder @returns {Promise<string[]>} every file below it */
async function files_below(folder) {
  const names = await readdir(folder, { recursive: true });
  const files = [];
  for (const name of names) if ((await stat(join(folder, name))).isFile()) files.push(join(folder, name));
  return files;
}

test('11.B10: nothing of who drew it, where, and where the photo in it was taken is in any published file', async () => {
  const studio = await Studio.open();
  const drawing = await drawing_with_photo(studio);
  for (const name of ['mark.svg', 'plan.svg']) await studio.put(name, drawing);
  await studio.show('plan.svg');
  const built = await studio.build();
  assert.equal(built.code, 0, built.err);
  const published = (await studio.assets()).filter((name) => /^mark\..*\.svg$/.test(name));
  assert.equal(published.length, 1);
  for (const file of await files_below(studio.out)) {
    const bytes = (await readFile(file)).toString('latin1');
    for (const word of [/ana.secret/i, /inkscape/, /sodipodi/, /<metadata/, /Exif\0/, /ns\.adobe\.com/, /\/home\//]) {
      assert.ok(!word.test(bytes), `${file} holds ${word}`);
    }
  }
  const svg_text = await readFile(join(studio.out, 'assets', published[0]), 'utf8');
  const photo = /data:image\/jpeg;base64,([^"]+)"/.exec(svg_text)?.[1] ?? '';
  await studio.put('out.jpg', Buffer.from(photo, 'base64'));
  const groups = await metadata_groups(studio.place('out.jpg'));
  assert.deepEqual(
    groups.filter((group) => !['ExifTool', 'System', 'File', 'Composite', 'JFIF'].includes(group)),
    [],
  );
  await studio.close();
});
