// ICC profiles (ICC.1:2022), made by hand: no program of Debian makes those that tests need.

/** @param {number} value */
const fixed = (value) => Math.round(value * 65536);
const of = (/** @type {number[]} */ ...values) => {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, i) => bytes.writeInt32BE(value, i * 4));
  return bytes;
};
const name = (/** @type {string} */ text) => Buffer.from(text, 'latin1');

/** 10.31. @param {number[]} xyz */
const point = (xyz) => Buffer.concat([name('XYZ '), of(0, ...xyz.map(fixed))]);
/** 10.18: a power, or sRGB's curve. @param {number[]} parameters @param {number} [kind] */
const curve = (parameters, kind = parameters.length === 1 ? 0 : 3) =>
  Buffer.concat([name('para'), of(0, kind << 16, ...parameters.map(fixed))]);
const srgb_curve = curve([2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]);
const white = [0.9642, 1, 0.8249];

/** 7.2 and 7.3. @param {string} space @param {Record<string, Buffer>} tags @param {string} [use] */
function profile(space, tags, use = 'mntr') {
  const entries = Object.entries({ wtpt: point(white), ...tags });
  const head = Buffer.alloc(132 + entries.length * 12);
  head.writeUInt32BE(0x04300000, 8);
  head.write(`${use}${space}XYZ `, 12, 'latin1');
  head.write('acsp', 36, 'latin1');
  white.forEach((value, i) => head.writeInt32BE(fixed(value), 68 + i * 4));
  head.writeUInt32BE(entries.length, 128);
  let at = head.length;
  entries.forEach(([tag, data], i) => {
    head.write(tag, 132 + i * 12, 'latin1');
    head.writeUInt32BE(at, 136 + i * 12);
    head.writeUInt32BE(data.length, 140 + i * 12);
    at += data.length;
  });
  head.writeUInt32BE(at, 0);
  return Buffer.concat([head, ...entries.map(([, data]) => data)]);
}

/** Display P3, whose colours are adapted to the profile's white as its writers do it. */
export const display_p3 = profile('RGB ', {
  rXYZ: point([0.51512, 0.2412, -0.00105]),
  gXYZ: point([0.29198, 0.69225, 0.04189]),
  bXYZ: point([0.1571, 0.06657, 0.78407]),
  rTRC: srgb_curve,
  gTRC: srgb_curve,
  bTRC: srgb_curve,
});

/** @param {number} gamma */
export const grey_profile = (gamma) => profile('GRAY', { kTRC: curve([gamma]) });

/** sRGB's linear light to that of the three sorts of cone, and what is added there (ISO/IEC 18181-1, annex L). */
const cones = [
  [0.3, 0.622, 0.078],
  [0.23, 0.692, 0.078],
  [0.2434226892454782, 0.2047674442449682, 0.5518098665095535],
];
const bias = 0.0037930732552754493;
const root = Math.cbrt(bias);
const [offsets, scales] = [
  [0.015386134, 0, 0.27770459],
  [22.995788804, 1.183000077, 1.502141333],
];

/** An sRGB colour's code values in a JPEG of XYB, as jpegli writes it. @param {number[]} srgb @returns {number[]} */
export function xyb_of(srgb) {
  const light = srgb.map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
  const [l, m, s] = cones.map((row) => Math.cbrt(row.reduce((sum, part, i) => sum + part * light[i], bias)) - root);
  const xyb = [(l - m) / 2, (l + m) / 2, s - (l + m) / 2];
  return xyb.map((value, i) => Math.max(0, Math.min(255, Math.round((value + offsets[i]) * scales[i] * 255))));
}

/** @param {number[][]} m */
function inverse([[a, b, c], [d, e, f], [g, h, i]]) {
  const all = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  const parts = [
    [e * i - f * h, c * h - b * i, b * f - c * e],
    [f * g - d * i, a * i - c * g, c * d - a * f],
    [d * h - e * g, b * g - a * h, a * e - b * d],
  ];
  return parts.map((row) => row.map((value) => value / all));
}

/** sRGB's light to XYZ as profiles have it. */
const to_xyz = [
  [0.4360747, 0.3850649, 0.1430804],
  [0.2225045, 0.7168786, 0.0606169],
  [0.0139322, 0.0971045, 0.7141733],
];

/** The code values at a corner of the cube as roots of the cones' light. @param {number[]} corner */
function roots_at(corner) {
  const [x, y, b] = corner.map((value, i) => value / scales[i] - offsets[i]);
  return [y + x, y - x, b + y];
}

/** 10.12: a table for all intents, and no other way to its colours: what libjxl and jpegli put into a JPEG of XYB. */
export function xyb_profile() {
  const corners = [0, 1].flatMap((x) => [0, 1].flatMap((y) => [0, 1].map((b) => roots_at([x, y, b]))));
  const low = [0, 1, 2].map((i) => Math.min(...corners.map((corner) => corner[i])));
  const span = [0, 1, 2].map((i) => Math.max(...corners.map((corner) => corner[i])) - low[i]);
  const cube = Buffer.alloc(20 + corners.length * 6);
  cube.set([2, 2, 2]);
  cube[16] = 2;
  corners.forEach((corner, at) => {
    corner.forEach((value, i) =>
      cube.writeUInt16BE(Math.round(((value - low[i]) / span[i]) * 65535), 20 + at * 6 + i * 2),
    );
  });
  const cubes = low.map((least, i) => curve([3, span[i], least + root, 0, Math.max(0, -(least + root) / span[i])]));
  const to_light = inverse(cones);
  const matrix = to_xyz.map((row) =>
    [0, 1, 2].map((i) => (row.reduce((sum, part, k) => sum + part * to_light[k][i], 0) * 32768) / 65535),
  );
  const shift = matrix.map((row) => -bias * (row[0] + row[1] + row[2]));
  const straight = Buffer.concat([1, 2, 3].map(() => curve([1])));
  const numbers = of(...matrix.flat().map(fixed), ...shift.map(fixed));
  const at_cube = 32 + straight.length;
  const at_curves = at_cube + cube.length;
  const at_matrix = at_curves + cubes.reduce((sum, each) => sum + each.length, 0);
  const head = Buffer.concat([name('mAB '), of(0, 0x03030000, 32, at_matrix, at_curves, at_cube, 32)]);
  return profile('RGB ', { A2B0: Buffer.concat([head, straight, cube, ...cubes, numbers]) }, 'scnr');
}
