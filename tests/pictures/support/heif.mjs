// HEIF's boxes (ISO/IEC 14496-12, 23008-12), as far as tests change them: no program of Debian writes what phones do.

/** @typedef {{ type: string, start: number, end: number }} Box */

/** @param {Buffer} bytes @param {number} start @param {number} end @returns {Box[]} */
function boxes(bytes, start, end) {
  const found = [];
  for (let at = start; at + 8 <= end; at += bytes.readUInt32BE(at)) {
    found.push({ type: bytes.toString('latin1', at + 4, at + 8), start: at, end: at + bytes.readUInt32BE(at) });
  }
  return found;
}

/** @param {Box[]} among @param {string} type @returns {Box} */
function box(among, type) {
  const found = among.find((each) => each.type === type);
  if (!found) throw new Error(`the file has no box ${type}`);
  return found;
}

/** @param {Buffer} bytes @param {Box} grown @param {number} by */
const grow = (bytes, grown, by) => bytes.writeUInt32BE(grown.end - grown.start + by, grown.start);

/** What lies behind the inserted bytes has moved. @param {Buffer} bytes @param {Box} iloc @param {number} by */
function move_items(bytes, iloc, by) {
  const version = bytes[iloc.start + 8];
  const [offset_size, length_size] = [bytes[iloc.start + 12] >> 4, bytes[iloc.start + 12] & 15];
  const [base_size, index_size] = [bytes[iloc.start + 13] >> 4, version === 0 ? 0 : bytes[iloc.start + 13] & 15];
  if (version > 1 || offset_size !== 4) throw new Error('the file has its items in another way than this knows');
  let at = iloc.start + 16;
  for (let items = bytes.readUInt16BE(iloc.start + 14); items > 0; --items) {
    const in_file = version === 0 || (bytes.readUInt16BE(at + 2) & 15) === 0;
    at += (version === 0 ? 4 : 6) + base_size;
    let extents = bytes.readUInt16BE(at);
    for (at += 2; extents > 0; --extents, at += index_size + offset_size + length_size) {
      const offset = at + index_size;
      if (in_file) bytes.writeUInt32BE(bytes.readUInt32BE(offset) + by, offset);
    }
  }
}

/**
 * The same picture with one more property, which must be understood.
 * @param {Buffer} original @param {Buffer} property a box
 */
export function with_property(original, property) {
  const bytes = Buffer.from(original);
  const meta = box(boxes(bytes, 0, bytes.length), 'meta');
  const parts = boxes(bytes, meta.start + 12, meta.end);
  const iprp = box(parts, 'iprp');
  const ipco = box(boxes(bytes, iprp.start + 8, iprp.end), 'ipco');
  const ipma = box(boxes(bytes, iprp.start + 8, iprp.end), 'ipma');
  const wide = (bytes[ipma.start + 11] & 1) === 1;
  if (bytes[ipma.start + 8] !== 0 || wide)
    throw new Error('the file has its properties in another way than this knows');

  const index = boxes(bytes, ipco.start + 8, ipco.end).length + 1;
  // The first item of the list is the picture.
  const count = ipma.start + 18;
  const end = count + 1 + bytes[count];
  bytes[count] += 1;
  grow(bytes, ipma, 1);
  grow(bytes, ipco, property.length);
  grow(bytes, iprp, property.length + 1);
  grow(bytes, meta, property.length + 1);
  move_items(bytes, box(parts, 'iloc'), property.length + 1);
  const inserts = [
    { at: ipco.end, what: property },
    { at: end, what: Buffer.from([0x80 | index]) },
  ].sort((a, b) => a.at - b.at);
  return Buffer.concat([
    bytes.subarray(0, inserts[0].at),
    inserts[0].what,
    bytes.subarray(inserts[0].at, inserts[1].at),
    inserts[1].what,
    bytes.subarray(inserts[1].at),
  ]);
}

/** The same with a rotation, as phones write it. @param {Buffer} original @param {number} quarters anti-clockwise */
export const turned = (original, quarters) =>
  with_property(original, Buffer.from([0, 0, 0, 9, ...Buffer.from('irot'), quarters]));

/** The same with code points for its colours (ITU-T H.273). @param {Buffer} original @param {number} primaries @param {number} transfer @param {number} matrix */
export const with_colours = (original, primaries, transfer, matrix) =>
  with_property(
    original,
    Buffer.from([0, 0, 0, 19, ...Buffer.from('colrnclx'), 0, primaries, 0, transfer, 0, matrix, 0x80]),
  );

/** The same with another size in every place that tells one (`ispe`). @param {Buffer} original @param {number} width @param {number} height */
export function sized(original, width, height) {
  const bytes = Buffer.from(original);
  for (let at = bytes.indexOf('ispe'); at >= 0; at = bytes.indexOf('ispe', at + 4)) {
    bytes.writeUInt32BE(width, at + 8);
    bytes.writeUInt32BE(height, at + 12);
  }
  return bytes;
}
