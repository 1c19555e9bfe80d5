// JPEG's segments (ITU-T T.81, annex B), to make files that are odd.

/** @typedef {{ marker: number, start: number, end: number }} Segment */

/** Up to the first scan, which is the last one. @param {Buffer} bytes @returns {Segment[]} */
export function segments(bytes) {
  const found = [];
  for (let at = 2; at + 4 <= bytes.length;) {
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    found.push({ marker: bytes[at + 1], start: at, end });
    if (bytes[at + 1] === 0xda) break;
    at = end;
  }
  return found;
}

/** @param {number} marker @param {Uint8Array | number[]} body */
export function segment(marker, body) {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, Buffer.from(body)]);
}

/** @param {Buffer} bytes @param {number} at @param {Uint8Array} what */
export const inserted = (bytes, at, what) => Buffer.concat([bytes.subarray(0, at), what, bytes.subarray(at)]);

/** Bytes before the first segment of that kind. @param {Buffer} bytes @param {number} marker @param {Uint8Array} what */
export const before = (bytes, marker, what) => inserted(bytes, place(bytes, marker).start, what);

/** @param {Buffer} bytes @param {number} marker @returns {Segment} */
export function place(bytes, marker) {
  const found = segments(bytes).find((each) => each.marker === marker);
  if (!found) throw new Error(`the file has no segment ${marker.toString(16)}`);
  return found;
}

/** Bytes in place of others. @param {Buffer} bytes @param {number} at @param {number[]} values */
export function changed(bytes, at, ...values) {
  const copy = Buffer.from(bytes);
  copy.set(values, at < 0 ? bytes.length + at : at);
  return copy;
}
