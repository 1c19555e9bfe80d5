// What is odd but complete is taken, what is cut short is not: a browser that shows every pixel of the sound file, or does
// not, is the measure.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { after, before, test } from 'node:test';
import { png } from '../support/png.mjs';
import { Viewer } from './support/chromium.mjs';
import {
  bad_jpegs,
  bad_pngs,
  bad_webps,
  cut,
  odd_heifs,
  odd_jpegs,
  odd_pngs,
  odd_single_scans,
  odd_webps,
  simple_webp,
  without_end,
} from './support/oddities.mjs';
import { Studio } from './support/studio.mjs';
import { distance, run } from './support/tools.mjs';

/** @typedef {import('./support/oddities.mjs').Files} Files */

const [width, height] = [96, 64];
const waves = png(width, height, (x, y) => [(x * 5 + y * 3) % 256, (x * y) % 256, (x * x + y * 7) % 256]);

/** What the browser shows otherwise than is right, or not at all, and why that is not followed. @type {Record<string, string>} */
const reasons = {
  'drawing.png: an animation of one picture':
    'it takes the promise of an animation for one, the still picture is whole',
  'drawing.png: pixels with a wrong sum': 'the sum says that pixels are not what they were, and nobody can tell which',
};

/** @type {Studio} */
let studio;
/** @type {Viewer} */
let viewer;
/** @type {Map<string, { what: string, good: Buffer, bytes: Buffer, whole: boolean }>} by the name that `check` tells */
const files = new Map();
/** @type {Map<string, string>} */
const complaints = new Map();

/** @param {string} stem @param {string} ending @param {Buffer} good @param {Files} all @param {boolean} whole */
async function add(stem, ending, good, all, whole) {
  for (const [what, bytes] of Object.entries(all)) {
    const name = `${stem}${files.size}${ending}`;
    files.set(name, { what: `${stem}${ending}: ${what}`, good, bytes, whole });
    await studio.put(name, bytes);
  }
}

/** @param {string} name @param {string[]} command a program and what it takes; SOURCE and NAME are files */
async function made(name, ...command) {
  const [program, ...rest] = command.map((word) =>
    word
      .replace(/SOURCE$/, studio.place('source.png'))
      .replace('SOURCE', studio.place('source'))
      .replace('NAME', studio.place(name)),
  );
  await run(program, ...rest);
  const bytes = await readFile(studio.place(name));
  await run('rm', studio.place(name));
  return bytes;
}

async function add_all() {
  await run('vips', 'ppmsave', studio.place('source.png'), studio.place('source.ppm'));
  const cjpeg = ['cjpeg', '-quality', '95', '-sample', '1x1', '-outfile', 'NAME'];
  const photo = await made('a.jpg', ...cjpeg, 'SOURCE.ppm');
  const layers = await made('a.jpg', ...cjpeg, '-progressive', 'SOURCE.ppm');
  const restarts = await made('a.jpg', ...cjpeg, '-restart', '1', 'SOURCE.ppm');
  await run('rm', studio.place('source.ppm'));
  for (const [stem, good] of /** @type {[string, Buffer][]} */ ([
    ['photo', photo],
    ['layers', layers],
    ['restarts', restarts],
  ])) {
    await add(stem, '.jpg', good, odd_jpegs(good), true);
    await add(stem, '.jpg', good, { ...cut(good), ...bad_jpegs(good) }, false);
    // Every bit of the picture may have come before that, where it comes in layers.
    await add(stem, '.jpg', good, without_end(good), good === layers);
  }
  for (const good of [photo, restarts]) await add('single', '.jpg', good, odd_single_scans(good), true);
  await add('drawing', '.png', waves, odd_pngs(waves), true);
  await add('drawing', '.png', waves, { ...cut(waves), ...bad_pngs(waves) }, false);
  for (const [stem, ...how] of [
    ['lossy', '--Q', '90'],
    ['exact', '--lossless'],
  ]) {
    const good = simple_webp(await made('a.webp', 'vips', 'webpsave', 'SOURCE', 'NAME', ...how));
    await add(stem, '.webp', good, odd_webps(good, width, height), true);
    await add(stem, '.webp', good, { ...cut(good), ...bad_webps(good) }, false);
  }
  const avif = await made('a.avif', 'avifenc', '-s', '8', 'SOURCE', 'NAME');
  const heic = await made('a.heic', 'heif-enc', '-q', '90', 'SOURCE', '-o', 'NAME');
  await add('small', '.avif', avif, odd_heifs(avif), true);
  await add('small', '.avif', avif, cut(avif), false);
  await add('phone', '.heic', heic, odd_heifs(heic), true);
  await add('phone', '.heic', heic, cut(heic), false);
}

before(async () => {
  [studio, viewer] = await Promise.all([Studio.open(), Viewer.open()]);
  await studio.put('source.png', waves);
  await add_all();
  const { err } = await studio.check();
  for (const [, name, what] of err.matchAll(/\/media\/([^:]+):1:1: (.*)/g)) complaints.set(name, what);
});
after(() => Promise.all([studio.close(), viewer.close()]));

/** Whether the browser shows what it shows of the sound file. @param {string} name @param {Buffer} good @param {Buffer} bytes */
async function shows_all(name, good, bytes) {
  const [whole, shown] = [await viewer.show(name, good), await viewer.show(name, bytes)];
  if (!whole || !shown || shown.width !== whole.width || shown.height !== whole.height) return false;
  for (let y = 0; y < height; ++y) {
    for (let x = 0; x < width; ++x) if (distance(whole.at(x, y), shown.at(x, y)) > 2) return false;
  }
  return true;
}

test('11.B12: what is complete is taken and what is cut is not, wherever a browser shows all of it or does not', async () => {
  const surprises = [];
  for (const [name, { what, good, bytes }] of files) {
    if (extname(name) === '.heic' || what in reasons) continue;
    const taken = !complaints.has(name);
    const shown = await shows_all(name, good, bytes);
    if (taken !== shown)
      surprises.push(
        `${what}: the browser shows ${shown ? 'all' : 'not all'} of it; check says ${complaints.get(name) ?? 'nothing'}`,
      );
  }
  assert.deepEqual(surprises, []);
  assert.ok(files.size > 200, `${files.size} files`);
});

test('11.B12: everything odd is taken', () => {
  const refused = [...files].filter(([name, { whole, what }]) => whole && complaints.has(name) && !(what in reasons));
  assert.deepEqual(
    refused.map(([name, { what }]) => `${what}: ${complaints.get(name)}`),
    [],
  );
});

test('11.B12: everything cut is refused, and told how to mend it', () => {
  for (const [name, { whole, what }] of files) {
    if (!whole)
      assert.match(
        complaints.get(name) ?? 'nothing',
        /^the picture is damaged or cut short( \(.*\))?; export it anew$/,
        what,
      );
  }
});
