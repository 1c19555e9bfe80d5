// The programs that make pictures for these tests and look into what comes out, each another one than the build's.
import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { promisify } from 'node:util';

const call = promisify(execFile);

/** @param {string} program @param {string[]} args @returns {Promise<string>} what it said on standard output */
export async function run(program, ...args) {
  const { stdout } = await call(program, args, { maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

/** @param {string[]} args an operation of libvips and what it takes */
export const vips = (...args) => run('vips', ...args);

/**
 * @typedef {{ width: number, height: number, bands: number, at: (x: number, y: number) => number[] }} Pixels
 * @param {string} file a picture of any kind, of 8 bits @returns {Promise<Pixels>}
 */
export async function pixels(file) {
  const raw = `${file}.raw`;
  await vips('rawsave', file, raw);
  const bytes = await readFile(raw);
  await rm(raw);
  const header = async (/** @type {string} */ field) => Number(await run('vipsheader', '-f', field, file));
  const [width, height, bands] = await Promise.all([header('width'), header('height'), header('bands')]);
  return {
    width,
    height,
    bands,
    at: (x, y) => [...bytes.subarray((y * width + x) * bands, (y * width + x + 1) * bands)],
  };
}

/** @param {number[]} a @param {number[]} b @returns {number} the largest difference of a channel */
export const distance = (a, b) => Math.max(...b.map((value, i) => Math.abs(value - (a[i] ?? a[0]))));

/** @param {string} file @returns {Promise<string[]>} every group of metadata in it, as `IFD0` or `XMP-dc` */
export async function metadata_groups(file) {
  const [tags] = JSON.parse(await run('exiftool', '-j', '-a', '-u', '-G1', file));
  return [...new Set(Object.keys(tags).map((key) => key.split(':')[0]))].filter((group) => group !== 'SourceFile');
}
