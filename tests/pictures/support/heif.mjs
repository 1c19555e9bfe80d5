// HEIF's boxes (ISO/IEC 14496-12, 23008-12), as far as a phone's rotation needs: no program of Debian writes one.

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
 * The same picture with a rotation for whoever shows it, as phones write it.
 * @param {Buffer} original @param {number} quarters anti-clockwise
 */
export function turned(original, quarters) {
  const bytes = Buffer.from(original);
  const meta = box(boxes(bytes, 0, bytes.length), 'meta');
  const parts = boxes(bytes, meta.start + 12, meta.end);
  const iprp = box(parts, 'iprp');
  const ipco = box(boxes(bytes, iprp.start + 8, iprp.end), 'ipco');
  const ipma = box(boxes(bytes, iprp.start + 8, iprp.end), 'ipma');
  const wide = (bytes[ipma.start + 11] & 1) === 1;
  if (bytes[ipma.start + 8] !== 0 || wide) throw new Error('the file has its properties in another way than this knows');

  const rotation = Buffer.from([0, 0, 0, 9, ...Buffer.from('irot'), quarters]);
  const index = boxes(bytes, ipco.start + 8, ipco.end).length + 1;
  // The first item of the list is the picture; one more property for it, which must be understood.
  const count = ipma.start + 18;
  const end = count + 1 + bytes[count];
  bytes[count] += 1;
  grow(bytes, ipma, 1);
  grow(bytes, ipco, rotation.length);
  grow(bytes, iprp, rotation.length + 1);
  grow(bytes, meta, rotation.length + 1);
  move_items(bytes, box(parts, 'iloc'), rotation.length + 1);
  const inserts = [
    { at: ipco.end, what: rotation },
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
