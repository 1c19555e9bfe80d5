// Pictures with known pixels, as PNG: the only format whose decoders cannot differ.
import { crc32, deflateSync } from 'node:zlib';

/** @param {string} type @param {Uint8Array} data */
export function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body) >>> 0, 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** PNG's names for channels, by their number. @type {Record<number, number>} */
const colour_types = { 1: 0, 2: 4, 3: 2, 4: 6 };

/** The signature and the first chunk. @param {number} width @param {number} height @param {number} channels @param {number} bits */
export function png_beginning(width, height, channels, bits = 8) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, colour_types[channels], 0, 0, 0], 8);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'), chunk('IHDR', header)]);
}

/**
 * @param {number} width @param {number} height
 * @param {(x: number, y: number) => number[]} colour one to four channels, each of 0 to 255 (with 16 bits: 0 to 65535)
 * @param {8 | 16} [bits]
 */
export function png(width, height, colour, bits = 8) {
  const channels = colour(0, 0).length;
  const stride = 1 + width * channels * (bits / 8);
  const raw = Buffer.alloc(stride * height);
  for (let y = 0; y < height; ++y) {
    for (let x = 0; x < width; ++x) {
      colour(x, y).forEach((value, channel) => {
        const at = y * stride + 1 + (x * channels + channel) * (bits / 8);
        if (bits === 16) raw.writeUInt16BE(value, at);
        else raw[at] = value;
      });
    }
  }
  return Buffer.concat([
    png_beginning(width, height, channels, bits),
    chunk('IDAT', deflateSync(raw)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The same with chunks of its own between the header and what follows it. @param {Buffer} bytes @param {Buffer[]} chunks */
export function with_chunks(bytes, ...chunks) {
  const header_end = 33;
  return Buffer.concat([bytes.subarray(0, header_end), ...chunks, bytes.subarray(header_end)]);
}

/** Of one colour out of a list. @param {number} width @param {number} height @param {number[]} colour */
export function palette_png(width, height, colour) {
  const start = png_beginning(width, height, 3);
  const header = Buffer.from(start.subarray(16, 29));
  header[9] = 3;
  return Buffer.concat([
    start.subarray(0, 8),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from([0, 0, 0, ...colour])),
    chunk(
      'IDAT',
      deflateSync(Buffer.concat(Array.from({ length: height }, () => Buffer.from([0, ...Buffer.alloc(width, 1)])))),
    ),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Bands from dark to light in grey, the primaries and some mixes. */
const ramps = [
  (/** @type {number} */ v) => [v, v, v],
  (/** @type {number} */ v) => [v, 0, 0],
  (/** @type {number} */ v) => [0, v, 0],
  (/** @type {number} */ v) => [0, 0, v],
  (/** @type {number} */ v) => [255, v, 0],
  (/** @type {number} */ v) => [v, 128, 255 - v],
  (/** @type {number} */ v) => [255 - v, v, 128],
  (/** @type {number} */ v) => [v, 255, 255 - v],
];

export const ramp_width = 1024;
export const ramp_height = 512;

/** The ramp's sRGB colour. @param {number} x @param {number} y @returns {number[]} */
export const ramp_colour = (x, y) =>
  ramps[Math.floor((y * ramps.length) / ramp_height)](Math.floor((x * 256) / ramp_width));

/** A picture of all of them: what is published of it, and what a page paints of that, must be within 2 of 255. */
export const ramp = () => png(ramp_width, ramp_height, ramp_colour);
