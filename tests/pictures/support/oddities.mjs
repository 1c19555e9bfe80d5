// Files that are odd, and files that are cut short, made of sound ones.
import { deflateSync } from 'node:zlib';
import { chunk, with_chunks } from '../../support/png.mjs';
import { with_property } from './heif.mjs';
import { before, changed, inserted, place, segment } from './jpeg.mjs';

/** @typedef {Record<string, Buffer>} Files by what is odd about them */

const text = (/** @type {string} */ what) => Buffer.from(what, 'latin1');
const junk = Buffer.from(Array.from({ length: 700 }, (_, i) => (i * 89 + 31) % 251));
const end = (/** @type {Buffer} */ bytes, /** @type {Uint8Array} */ what) => Buffer.concat([bytes, what]);

const [soi, app0, app1, app2, app13, app14, dqt, dht, sos] = [2, 0xe0, 0xe1, 0xe2, 0xed, 0xee, 0xdb, 0xc4, 0xda];

/** @param {Buffer} good of one scan or more @returns {Files} */
export function odd_jpegs(good) {
  const after_app0 = place(good, app0).end;
  const with_segment = (/** @type {number} */ marker, /** @type {Uint8Array | number[]} */ body) =>
    inserted(good, after_app0, segment(marker, body));
  const tables = place(good, dht);
  return {
    good,
    'JFIF major version 2': changed(good, after_app0 - 9, 2),
    'JFIF density 0': changed(good, after_app0 - 6, 0, 0, 0, 0),
    'JFIF cut short': Buffer.concat([good.subarray(0, soi), segment(app0, text('JFIF\0')), good.subarray(after_app0)]),
    'JFIF twice': with_segment(app0, text('JFIF\0\x01\x01\0\0\x01\0\x01\0\0')),
    'no JFIF': Buffer.concat([good.subarray(0, soi), good.subarray(after_app0)]),
    'junk before a table': before(good, dqt, junk.subarray(0, 5)),
    'much junk before a table': before(good, dqt, Buffer.from(junk.map((value) => value & 0x7f))),
    'zeros before a table': before(good, dqt, Buffer.alloc(9)),
    'filling before a marker': before(good, dqt, Buffer.alloc(7, 0xff)),
    'filling before the scan': before(good, sos, Buffer.alloc(3, 0xff)),
    'APP14 with an unknown transform': with_segment(app14, text('Adobe\0\x64\0\0\0\0\x07')),
    'APP14 cut short': with_segment(app14, text('Ado')),
    'APP14 of somebody else': with_segment(app14, text('Nobody at all')),
    'EXIF of junk': with_segment(app1, Buffer.concat([text('Exif\0\0'), junk])),
    'EXIF without a directory': with_segment(app1, text('Exif\0\0MM\0*\xff\xff\xff\xf0')),
    'EXIF cut short': with_segment(app1, text('Exif')),
    'EXIF whose directory is endless': with_segment(
      app1,
      text('Exif\0\0II*\0\x08\0\0\0\xff\xff\x12\x01\x03\0\x01\0\0\0\x01\0\0\0'),
    ),
    'EXIF that goes in circles': with_segment(
      app1,
      text('Exif\0\0II*\0\x08\0\0\0\x01\0\x69\x87\x04\0\x01\0\0\0\x08\0\0\0\x08\0\0\0'),
    ),
    'XMP of junk': with_segment(app1, Buffer.concat([text('http://ns.adobe.com/xap/1.0/\0'), junk])),
    'profile in parts that do not fit': with_segment(app2, Buffer.concat([text('ICC_PROFILE\0\x02\x01'), junk])),
    'profile of junk': with_segment(app2, Buffer.concat([text('ICC_PROFILE\0\x01\x01'), junk])),
    'IPTC of junk': with_segment(app13, Buffer.concat([text('Photoshop 3.0\0'), junk])),
    'an unknown segment': with_segment(0xeb, junk),
    'an empty comment': with_segment(0xfe, []),
    'a comment of zeros': with_segment(0xfe, Buffer.alloc(300)),
    'restarts every 0 blocks': with_segment(0xdd, [0, 0]),
    'a table twice': inserted(good, tables.end, good.subarray(tables.start, tables.end)),
    'a table that nobody uses': inserted(
      good,
      place(good, dqt).start,
      segment(dqt, Buffer.concat([Buffer.from([3]), Buffer.alloc(64, 9)])),
    ),
    'extra bytes before the end': inserted(good, good.length - 2, Buffer.from([1, 2, 3])),
    'a zero before the end': inserted(good, good.length - 2, Buffer.alloc(1)),
    'filling before the end': inserted(good, good.length - 2, Buffer.alloc(4, 0xff)),
    'junk behind the end': end(good, junk),
    'zeros behind the end': end(good, Buffer.alloc(5000)),
    'another picture behind the end': end(good, good),
  };
}

/** @param {Buffer} good @returns {Files} */
export const without_end = (good) => ({ 'no end': good.subarray(0, -2), 'half an end': good.subarray(0, -1) });

/** What only files of one scan can have. @param {Buffer} good @returns {Files} */
export const odd_single_scans = (good) => ({ 'SOS 00 00': changed(good, place(good, sos).end - 3, 0, 0, 0) });

const wrong_sum = (/** @type {Buffer} */ sound) => changed(sound, -1, sound[sound.length - 1] ^ 1);
const icc = (/** @type {Buffer} */ body) => chunk('iCCP', Buffer.concat([text('p\0\0'), body]));

/** @param {Buffer} good @returns {Files} */
export function odd_pngs(good) {
  const iend = chunk('IEND', Buffer.alloc(0));
  const beginning = good.subarray(0, -12);
  const before_end = (/** @type {Buffer} */ what) => Buffer.concat([beginning, what, iend]);
  const comment = chunk('tEXt', text('Comment\0hello'));
  return {
    good,
    'a comment with a wrong sum': with_chunks(good, wrong_sum(comment)),
    'a profile of junk': with_chunks(good, icc(junk)),
    'a profile of packed junk': with_chunks(good, icc(deflateSync(junk))),
    'a profile cut short': with_chunks(good, icc(deflateSync(junk).subarray(0, 9))),
    'an unknown chunk': with_chunks(good, chunk('abCd', junk)),
    'an unknown chunk with a wrong sum': with_chunks(good, wrong_sum(chunk('abCd', junk))),
    'two palettes of somebody else': with_chunks(good, chunk('sPLT', junk), chunk('sPLT', junk)),
    'junk as packed text': with_chunks(good, chunk('zTXt', Buffer.concat([text('a\0\0'), junk]))),
    'text without a name': with_chunks(good, chunk('tEXt', text('\0'))),
    'EXIF of junk': with_chunks(good, chunk('eXIf', junk)),
    'a background of the wrong length': with_chunks(good, chunk('bKGD', junk.subarray(0, 3))),
    'a time that is none': with_chunks(good, chunk('tIME', Buffer.alloc(7, 0xff))),
    'a density of 0': with_chunks(good, chunk('pHYs', Buffer.alloc(9))),
    'gamma of the wrong length': with_chunks(good, chunk('gAMA', Buffer.alloc(3))),
    'gamma twice': with_chunks(
      good,
      chunk('gAMA', Buffer.from([0, 0, 0xb1, 0x8f])),
      chunk('gAMA', Buffer.from([0, 1, 0x86, 0xa0])),
    ),
    'sRGB with an unknown intent': with_chunks(good, chunk('sRGB', Buffer.from([9]))),
    'significant bits of 0': with_chunks(good, chunk('sBIT', Buffer.alloc(3))),
    'a palette that nobody needs': with_chunks(good, chunk('PLTE', Buffer.alloc(9, 3))),
    'a comment behind the pixels': before_end(comment),
    'a density behind the pixels': before_end(chunk('pHYs', Buffer.from([0, 0, 11, 18, 0, 0, 11, 18, 1]))),
    'an empty IDAT': before_end(chunk('IDAT', Buffer.alloc(0))),
    'junk behind the pixels': before_end(chunk('IDAT', junk)),
    'an end with something in it': end(beginning, chunk('IEND', junk)),
    'no end': beginning,
    'junk behind the end': end(good, junk),
    'zeros behind the end': end(good, Buffer.alloc(5000)),
    'an animation of one picture': with_chunks(good, chunk('acTL', Buffer.from([0, 0, 0, 1, 0, 0, 0, 0]))),
  };
}

/** @param {Buffer} good @returns {Files} */
export const bad_pngs = (good) => ({
  'an unknown chunk that must be known': with_chunks(good, chunk('ABCD', junk)),
  'pixels with a wrong sum': changed(good, good.length - 13, good[good.length - 13] ^ 1),
  'no pixels': Buffer.concat([good.subarray(0, 33), good.subarray(-12)]),
  'a header with a wrong sum': changed(good, 32, good[32] ^ 1),
});

/** @param {Buffer} good @returns {Files} */
export function bad_jpegs(good) {
  const middle = Math.floor(good.length / 2);
  return {
    'a hole in the middle': Buffer.concat([good.subarray(0, middle), good.subarray(middle + 90)]),
    'an end in the middle': inserted(good, middle, Buffer.from([0xff, 0xd9])),
    'no pixels': Buffer.concat([good.subarray(0, place(good, sos).end), good.subarray(-2)]),
    'a quarter of a scan': good.subarray(
      0,
      place(good, sos).end + Math.floor((good.length - place(good, sos).end) / 4),
    ),
  };
}

/** @param {string} name @param {Uint8Array} body */
function riff_chunk(name, body) {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

/** @param {Buffer[]} chunks */
function riff(...chunks) {
  const body = Buffer.concat([text('WEBP'), ...chunks]);
  const head = Buffer.alloc(8);
  head.write('RIFF', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

/** What is in it but for metadata: its only chunk that has pixels. @param {Buffer} webp */
function pixels_of(webp) {
  for (let at = 12; at < webp.length;) {
    const next = at + 8 + webp.readUInt32LE(at + 4) + (webp.readUInt32LE(at + 4) % 2);
    if (webp.toString('latin1', at, at + 3) === 'VP8' && webp[at + 3] !== 0x58) return webp.subarray(at, next);
    at = next;
  }
  throw new Error('the file has no pixels');
}

/** A single chunk. @param {Buffer} webp */
export const simple_webp = (webp) => riff(pixels_of(webp));

/** @param {Buffer} good a simple one @param {number} width @param {number} height @returns {Files} */
export function odd_webps(good, width, height) {
  const pixels = pixels_of(good);
  const extended = (/** @type {number} */ flags) =>
    riff_chunk('VP8X', Buffer.from([flags, 0, 0, 0, width - 1, 0, 0, height - 1, 0, 0]));
  return {
    good,
    extended: riff(extended(0), pixels),
    'an unknown chunk before the pixels': riff(extended(0), riff_chunk('abcd', junk), pixels),
    'an unknown chunk behind the pixels': riff(extended(0), pixels, riff_chunk('abcd', junk)),
    'an odd chunk': riff(extended(0), riff_chunk('abcd', junk.subarray(0, 33)), pixels),
    'EXIF of junk': riff(extended(8), pixels, riff_chunk('EXIF', junk)),
    'XMP of junk': riff(extended(4), pixels, riff_chunk('XMP ', junk)),
    'a profile of junk': riff(extended(0x20), riff_chunk('ICCP', junk), pixels),
    'flags without chunks': riff(extended(0x2c), pixels),
    'junk behind the end': end(good, junk),
  };
}

/** @param {Buffer} good @returns {Files} */
export function bad_webps(good) {
  const sized = (/** @type {number} */ by) => {
    const copy = Buffer.from(good);
    copy.writeUInt32LE(copy.readUInt32LE(4) + by, 4);
    return copy;
  };
  return { 'a file that says it is shorter': sized(-2), 'a file that says it is longer': sized(2) };
}

/** @param {string} type @param {Uint8Array} body */
export function box(type, body) {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

/** @param {Buffer} good HEIC or AVIF @returns {Files} */
export const odd_heifs = (good) => ({
  good,
  'an empty box behind the end': end(good, box('free', Buffer.alloc(0))),
  'an unknown box behind the end': end(good, box('abcd', junk)),
  'a box of somebody else behind the end': end(good, box('uuid', junk)),
  'zeros behind the end': end(good, Buffer.alloc(64)),
  'a property that nobody knows': without_need(with_property(good, box('abcd', junk.subarray(0, 40)))),
  'pixels that are not square': with_property(good, box('pasp', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1]))),
});

/** The property that was put in last need not be understood. @param {Buffer} bytes */
function without_need(bytes) {
  const copy = Buffer.from(bytes);
  const ipma = copy.indexOf('ipma') - 4;
  copy[ipma + 18 + copy[ipma + 18]] &= 0x7f;
  return copy;
}

/** The first part of a file, at nine places. @param {Buffer} good @returns {Files} */
export const cut = (good) =>
  Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((tenth) => [
      `cut at ${tenth}0 %`,
      good.subarray(0, Math.floor((good.length * tenth) / 10)),
    ]),
  );
