// Files that describe their colours in other ways than everybody does: what is published has the colours that were meant,
// which are those that a browser shows of the file itself.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { chunk, palette_png, png, with_chunks } from '../support/png.mjs';
import { Viewer } from './support/chromium.mjs';
import { with_colours } from './support/heif.mjs';
import { display_p3, grey_profile, xyb_of, xyb_profile } from './support/icc.mjs';
import { inserted, segment } from './support/jpeg.mjs';
import { Studio } from './support/studio.mjs';
import { distance, pixels, run, vips } from './support/tools.mjs';

const [width, height] = [64, 48];
const brick = [200, 60, 50];
const deep = (/** @type {number[]} */ ...colour) => colour.map((value) => value * 257);
/** @param {number[]} colour @param {8 | 16} [bits] */
const flat = (colour, bits) => png(width, height, () => colour, bits);

const big_endian = (/** @type {number[]} */ ...values) => {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, i) => bytes.writeUInt32BE(value, i * 4));
  return bytes;
};
const gamma = (/** @type {number} */ value) => chunk('gAMA', big_endian(value));
const chromaticities = (/** @type {number[]} */ ...values) => chunk('cHRM', big_endian(...values));
const p3_primaries = chromaticities(31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000);
const profile = (/** @type {Buffer} */ icc) => chunk('iCCP', Buffer.concat([Buffer.from('icc\0\0'), deflateSync(icc)]));
const code_points = (/** @type {number[]} */ ...points) => chunk('cICP', Buffer.from(points));
const srgb = chunk('sRGB', Buffer.from([0]));
const broken = (/** @type {Buffer} */ sound) =>
  Buffer.concat([sound.subarray(0, -1), Buffer.from([sound[sound.length - 1] ^ 1])]);

/** (200, 60, 50) of Display P3, and of light that is the code value itself, in sRGB. */
const [p3_brick, linear_brick] = [
  [217, 42, 39],
  [228, 133, 122],
];

/** @typedef {{ wanted: number[], limit?: number, browser?: number | false, make: (studio: Studio, name: string) => Promise<unknown> }} Case */

/** @param {Buffer} bytes @returns {Case['make']} */
const as_is = (bytes) => (studio, name) => studio.put(name, bytes);
/** @param {Buffer} bytes @param {string} type of a box @param {string} by */
const replaced = (bytes, type, by) => Buffer.from(bytes.toString('latin1').replace(type, by), 'latin1');
/** @param {string[]} options of avifenc @param {Buffer} [source] @param {(bytes: Buffer) => Buffer} [change] @returns {Case['make']} */
const avif =
  (options, source = flat(brick), change = (bytes) => bytes) =>
  async (studio, name) => {
    await studio.put('source.tmp.png', source);
    await run(
      'avifenc',
      ...options,
      '-s',
      '8',
      '--min',
      '0',
      '--max',
      '4',
      studio.place('source.tmp.png'),
      studio.place(name),
    );
    await studio.put(name, change(await readFile(studio.place(name))));
  };
/** @param {string[]} options of heif-enc @param {(bytes: Buffer) => Buffer} [change] @returns {Case['make']} */
const heic =
  (options, change = (bytes) => bytes) =>
  async (studio, name) => {
    await studio.put('source.tmp.png', flat(brick));
    await run('heif-enc', '-q', '98', ...options, studio.place('source.tmp.png'), '-o', studio.place(name));
    await studio.put(name, change(await readFile(studio.place(name))));
  };
/** @param {Buffer} bytes a JPEG without a profile @param {Buffer} icc */
const with_profile = (bytes, icc) =>
  inserted(bytes, 2, segment(0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), icc])));
/** @param {number[]} colour one channel or three @param {Buffer} [icc] @returns {Case['make']} */
const jpeg = (colour, icc) => async (studio, name) => {
  await studio.put('source.tmp.png', flat(colour));
  await vips(
    'jpegsave',
    studio.place('source.tmp.png'),
    studio.place(name),
    '--Q',
    '98',
    '--subsample-mode',
    'off',
    '--strip',
  );
  if (icc) await studio.put(name, with_profile(await readFile(studio.place(name)), icc));
};
/** @type {Case['make']} */
const wide_webp = async (studio, name) => {
  await studio.put('source.tmp.png', with_chunks(flat(brick), profile(display_p3)));
  return vips('webpsave', studio.place('source.tmp.png'), studio.place(name), '--lossless');
};

/** @type {Record<string, Case>} */
const cases = {
  'linear16.png': {
    wanted: [188, 188, 188],
    limit: 0,
    make: as_is(with_chunks(flat([0x8000, 0x8000, 0x8000], 16), gamma(100000))),
  },
  'linear8.png': { wanted: [188, 188, 188], limit: 0, make: as_is(with_chunks(flat([128, 128, 128]), gamma(100000))) },
  'linear-grey.png': { wanted: [188, 188, 188], limit: 0, make: as_is(with_chunks(flat([128]), gamma(100000))) },
  'linear-grey16.png': {
    wanted: [188, 188, 188],
    limit: 0,
    make: as_is(with_chunks(flat([0x8000], 16), gamma(100000))),
  },
  'linear-grey-alpha.png': {
    wanted: [188, 188, 188, 128],
    limit: 0,
    make: as_is(with_chunks(flat([128, 128]), gamma(100000))),
  },
  'linear-palette.png': {
    wanted: linear_brick,
    make: as_is(with_chunks(palette_png(width, height, brick), gamma(100000))),
  },
  'linear-alpha.png': {
    wanted: [...linear_brick, 128],
    make: as_is(with_chunks(flat([...brick, 128]), gamma(100000))),
  },
  // 0.51: the code value to the power of 1.96.
  'gamma.png': { wanted: [129, 129, 129], make: as_is(with_chunks(flat([118, 118, 118]), gamma(51000))) },
  // Writers put it beside sRGB for readers that know only this; the browser takes it for a power of 2.2.
  'usual-gamma.png': {
    wanted: [20, 60, 50],
    limit: 1,
    browser: false,
    make: as_is(with_chunks(flat([20, 60, 50]), gamma(45455))),
  },
  'no-gamma.png': { wanted: brick, make: as_is(with_chunks(flat(brick), gamma(0))) },
  'broken-gamma.png': { wanted: brick, make: as_is(with_chunks(flat(brick), broken(gamma(100000)))) },
  'late-gamma.png': {
    wanted: brick,
    browser: false,
    make: as_is(Buffer.concat([flat(brick).subarray(0, -12), gamma(100000), flat(brick).subarray(-12)])),
  },
  // Alone they say nothing of the curve, and no browser heeds them.
  'chromaticities.png': { wanted: brick, make: as_is(with_chunks(flat(brick), p3_primaries)) },
  'chromaticities-gamma.png': {
    wanted: p3_brick,
    browser: 6,
    make: as_is(with_chunks(flat(brick), gamma(45455), p3_primaries)),
  },
  'no-chromaticities.png': {
    wanted: brick,
    browser: false,
    make: as_is(with_chunks(flat(brick), chromaticities(0, 0, 0, 0, 0, 0, 0, 0))),
  },
  'srgb-over-gamma.png': { wanted: brick, make: as_is(with_chunks(flat(brick), srgb, gamma(100000), p3_primaries)) },
  'profile-over-gamma.png': {
    wanted: p3_brick,
    make: as_is(with_chunks(flat(brick), gamma(100000), profile(display_p3))),
  },
  'profile-over-srgb.png': { wanted: p3_brick, make: as_is(with_chunks(flat(brick), srgb, profile(display_p3))) },
  'points-over-profile.png': {
    wanted: brick,
    make: as_is(with_chunks(flat(brick), code_points(1, 13, 0, 1), profile(display_p3))),
  },
  'points-p3.png': {
    wanted: p3_brick,
    make: as_is(with_chunks(flat(brick), gamma(100000), srgb, code_points(12, 13, 0, 1))),
  },
  'profile-grey.png': { wanted: [188, 188, 188], make: as_is(with_chunks(flat([128]), profile(grey_profile(1)))) },
  'deep-alpha.png': {
    wanted: [...p3_brick, 128],
    make: as_is(with_chunks(flat(deep(...brick, 128), 16), profile(display_p3))),
  },
  'deep-alpha-plain.png': { wanted: [...brick, 64], make: as_is(flat(deep(...brick, 64), 16)) },
  'deep-grey-alpha.png': {
    wanted: [188, 188, 188, 64],
    make: as_is(with_chunks(flat(deep(128, 64), 16), profile(grey_profile(1)))),
  },
  'broken-profile.png': { wanted: brick, make: as_is(with_chunks(flat(brick), profile(Buffer.alloc(200, 7)))) },
  'wide.webp': { wanted: p3_brick, make: wide_webp },
  'wide.jpg': { wanted: p3_brick, make: jpeg(brick, display_p3) },
  'xyb.jpg': { wanted: brick, limit: 8, browser: 4, make: jpeg(xyb_of(brick), xyb_profile()) },
  'xyb-dark.jpg': { wanted: [24, 20, 28], limit: 5, browser: 2, make: jpeg(xyb_of([24, 20, 28]), xyb_profile()) },
  'xyb-blue.jpg': { wanted: [30, 60, 200], limit: 6, browser: 2, make: jpeg(xyb_of([30, 60, 200]), xyb_profile()) },
  'p3.avif': { wanted: p3_brick, make: avif(['--cicp', '12/13/6']) },
  'p3-10.avif': {
    wanted: p3_brick,
    make: avif(['--cicp', '12/13/1', '-d', '10', '-r', 'limited'], flat(deep(...brick), 16)),
  },
  'p3-alpha.avif': { wanted: [...p3_brick, 128], make: avif(['--cicp', '12/13/6'], flat([...brick, 128])) },
  'p3-12-alpha.avif': {
    wanted: [...p3_brick, 128],
    make: avif(['--cicp', '12/13/6', '-d', '12'], flat(deep(...brick, 128), 16)),
  },
  'bt2020.avif': { wanted: [171, 104, 98], limit: 4, make: avif(['--cicp', '9/13/9'], flat([150, 110, 100])) },
  'linear.avif': { wanted: linear_brick, make: avif(['--cicp', '1/8/6']) },
  'gamma22.avif': { wanted: brick, limit: 4, make: avif(['--cicp', '1/4/6']) },
  'video.avif': { wanted: brick, make: avif(['--cicp', '1/1/1']) },
  'unsaid.avif': { wanted: brick, make: avif(['--cicp', '2/2/6']) },
  'full.avif': { wanted: brick, make: avif(['-r', 'full']) },
  'limited.avif': { wanted: brick, make: avif(['-r', 'limited', '-y', '420']) },
  'identity.avif': { wanted: brick, make: avif(['--cicp', '1/13/0', '-y', '444']) },
  'multiplied.avif': { wanted: [...brick, 128], make: avif(['-p'], flat([...brick, 128])) },
  'multiplied-10.avif': {
    wanted: [...brick, 128],
    browser: 6,
    make: avif(['-p', '-d', '10'], flat(deep(...brick, 128), 16)),
  },
  'profile.avif': { wanted: p3_brick, make: avif(['--cicp', '1/13/6'], with_chunks(flat(brick), profile(display_p3))) },
  'grey.avif': { wanted: [90, 90, 90], make: avif(['-y', '400'], flat([90, 90, 90])) },
  // Only the stream says it.
  'stream.avif': {
    wanted: p3_brick,
    make: avif(['--cicp', '12/13/6'], flat(brick), (bytes) => replaced(bytes, 'colr', 'free')),
  },
  'tiles.avif': {
    wanted: brick,
    make: avif(
      ['-g', '1x2', '-y', '444'],
      png(64, 128, () => brick),
    ),
  },
  'grey.jpg': { wanted: [90, 90, 90], make: jpeg([90]) },
  'grey-profile.jpg': { wanted: [188, 188, 188], make: jpeg([128], grey_profile(1)) },
  'grey-of-rgb.jpg': { wanted: [90, 90, 90], make: jpeg([90], display_p3) },
  'grey-profile-for-rgb.jpg': { wanted: brick, make: jpeg(brick, grey_profile(1)) },
  'p3.heic': { wanted: p3_brick, limit: 4, browser: false, make: heic([], (bytes) => with_colours(bytes, 12, 13, 6)) },
  'full.heic': { wanted: brick, limit: 4, browser: false, make: heic([]) },
  'limited.heic': { wanted: brick, limit: 4, browser: false, make: heic(['--full_range_flag', '0']) },
  'bt709.heic': { wanted: brick, limit: 4, browser: false, make: heic(['--matrix_coefficients', '1']) },
};

/** @type {Studio} */
let studio;
/** @type {Viewer} */
let viewer;
before(async () => {
  [studio, viewer] = await Promise.all([Studio.open(), Viewer.open()]);
  for (const [name, { make }] of Object.entries(cases)) await make(studio, name);
  await run('rm', '-f', studio.place('source.tmp.png'));
  await studio.show(...Object.keys(cases));
  const built = await studio.build();
  assert.equal(built.code, 0, built.err);
});
after(() => Promise.all([studio.close(), viewer.close()]));

/** @param {string} name @returns {Promise<number[]>} the middle of the lossless one that is published, with alpha */
async function published(name) {
  const stem = name.slice(0, name.lastIndexOf('.'));
  // Cases of one stem and other endings stand beside one another in the gallery.
  const all = Object.keys(cases).filter((each) => each.startsWith(`${stem}.`));
  const html = await readFile(`${studio.out}/about/index.html`, 'utf8');
  const files = [...html.matchAll(/assets\/([^" ,]+-64\.webp)/g)].map((match) => match[1]);
  const own = [...new Set(files.filter((file) => file.startsWith(`${stem}.`)))][all.indexOf(name)];
  const [r, g, b, a = 255] = (await pixels(`${studio.out}/assets/${own}`)).at(width / 2, height / 2);
  return [r, g, b, a];
}

for (const [name, { wanted, limit = 3, browser }] of Object.entries(cases)) {
  test(`11.B11: ${name} is published in the colours that it has`, async () => {
    const found = await published(name);
    const whole = [...wanted, 255].slice(0, 4);
    assert.ok(distance(found, whole) <= limit, `${found}, not ${whole}`);
    if (browser === false) return;
    const shown = (await viewer.show(name, await readFile(studio.place(name))))?.at(width / 2, height / 2) ?? [];
    // Alpha costs a canvas a little of its colours.
    assert.ok(
      distance(found, shown) <= (browser ?? (wanted.length === 4 ? 4 : 3)),
      `${found}; the browser shows ${shown}`,
    );
  });
}
