// Light of high dynamic range on a web page's screens: nothing is cut off, whites are bright, greys stay grey.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { chunk, png, with_chunks } from '../support/png.mjs';
import { Viewer } from './support/chromium.mjs';
import { Studio } from './support/studio.mjs';
import { pixels, run } from './support/tools.mjs';

/** Candelas per square metre, a patch each: night, a shadow, skin, paper, the sky, the brightest that is mastered. */
const lights = [0, 1, 5, 26, 60, 100, 203, 400, 700, 1000];
const patch = 16;

/** ITU-R BT.2100, table 4. @param {number} light */
function pq(light) {
  const power = (light / 10_000) ** (2610 / 16384);
  return ((3424 / 4096 + (2413 / 128) * power) / (1 + (2392 / 128) * power)) ** ((2523 / 4096) * 128);
}
/** ITU-R BT.2100, table 5, for a screen of 1000 cd/m². @param {number} light */
function hlg(light) {
  const scene = (light / 1000) ** (1 / 1.2);
  const [a, b] = [0.17883277, 0.28466892];
  return scene <= 1 / 12 ? Math.sqrt(3 * scene) : a * Math.log(12 * scene - b) + (0.5 - a * Math.log(4 * a));
}

/** @param {(light: number) => number} code */
const stairs = (code) => {
  const values = lights.map((light) => Math.round(code(light) * 65535));
  return png(lights.length * patch, 32, (x) => Array(3).fill(values[Math.floor(x / patch)]), 16);
};
/** @type {[string, (light: number) => number, number][]} */
const ways = [
  ['pq', pq, 16],
  ['hlg', hlg, 18],
];

/** @type {Studio} */
let studio;
/** @type {Viewer} */
let viewer;
before(async () => {
  [studio, viewer] = await Promise.all([Studio.open(), Viewer.open()]);
  for (const [name, code, transfer] of ways) {
    await studio.put(`${name}still.png`, with_chunks(stairs(code), chunk('cICP', Buffer.from([9, transfer, 0, 1]))));
    await studio.put('source.png', stairs(code));
    const options = ['--cicp', `9/${transfer}/9`, '-d', '10', '-s', '8', '--min', '0', '--max', '2'];
    await run('avifenc', ...options, studio.place('source.png'), studio.place(`${name}photo.avif`));
  }
  await studio.show(...ways.flatMap(([name]) => [`${name}still.png`, `${name}photo.avif`]));
  const built = await studio.build();
  assert.equal(built.code, 0, built.err);
});
after(() => Promise.all([studio.close(), viewer.close()]));

for (const stem of ways.flatMap(([name]) => [`${name}still`, `${name}photo`])) {
  test(`11.B11: ${stem} keeps its steps from black to the brightest`, async () => {
    const { formats } = await studio.published(stem);
    const picture = await pixels(formats.webp.at(-1)?.file ?? '');
    const seen = lights.map((_, i) => picture.at(i * patch + patch / 2, 16));
    for (const [r, g, b] of seen)
      assert.ok(Math.max(r, g, b) - Math.min(r, g, b) <= 2, `grey stays grey: ${r},${g},${b}`);
    const greys = seen.map(([, g]) => g);
    for (let i = 1; i < greys.length; ++i)
      assert.ok(greys[i] >= greys[i - 1] + 4, `${lights[i]} cd/m² is brighter: ${greys}`);
    assert.ok(greys[0] <= 2 && greys[9] >= 252, `black is black and the brightest is white: ${greys}`);
    assert.ok(greys[6] >= 175 && greys[6] <= 215, `paper is bright: ${greys}`);
    const shown = await viewer.show(
      `${stem}.${stem.endsWith('still') ? 'png' : 'avif'}`,
      await readFile(studio.place(`${stem}.${stem.endsWith('still') ? 'png' : 'avif'}`)),
    );
    const browser = lights.map((_, i) => shown?.at(i * patch + patch / 2, 16)[1] ?? 0);
    greys.forEach((grey, i) =>
      assert.ok(Math.abs(grey - browser[i]) <= 40, `near what a browser makes of it: ${greys}; ${browser}`),
    );
  });
}
