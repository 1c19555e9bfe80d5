// A content folder of the test's own, with pictures that it makes, and the real `lacit build` over it.
import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const program = process.env.LACIT_BIN ?? join(root, 'build/bin/lacit');

/** @typedef {{ code: number | null, out: string, err: string }} Ended */

/**
 * @typedef {object} Published what a page says of a picture
 * @property {Record<string, { width: number, file: string }[]>} formats by ending, each by width
 * @property {string} address the file that `src` names
 * @property {number} width @property {number} height @property {string} placeholder
 */

/** @param {string[]} args @param {(child: import('node:child_process').ChildProcess) => void} [meanwhile] @param {string} [own] another copy of the program @returns {Promise<Ended>} */
export function lacit(args, meanwhile, own = program) {
  const child = spawn(own, args, { cwd: root });
  let out = '';
  let err = '';
  child.stdout.on('data', (data) => (out += data));
  child.stderr.on('data', (data) => (err += data));
  meanwhile?.(child);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}

/** The page with the gallery of these files. @param {string[]} files */
async function page_of(files) {
  const page = JSON.parse(await readFile(join(root, 'tests/fixtures/content/good/pages/about.json'), 'utf8'));
  const gallery = page.sections.find((/** @type {{ kind: string }} */ section) => section.kind === 'gallery');
  gallery.pictures = files.map((file) => ({ file, alt: 'A patch of colours.' }));
  return JSON.stringify(page, null, 2);
}

/** @param {string} set @param {string} out */
const parse_set = (set, out) =>
  set
    .split(', ')
    .map((part) => ({ file: join(out, part.split(' ')[0]), width: Number.parseInt(part.split(' ')[1], 10) }));

export class Studio {
  /** @param {string} folder */
  constructor(folder) {
    this.folder = folder;
    this.content = join(folder, 'content');
    this.media = join(folder, 'content/media');
    this.out = join(folder, 'out');
    this.cache = join(folder, 'cache');
  }

  /** @returns {Promise<Studio>} content that is good, with pictures of no interest in it */
  static async open() {
    const studio = new Studio(await mkdtemp(join(tmpdir(), 'lacit-pictures-')));
    await cp(join(root, 'tests/fixtures/content/good'), studio.content, { recursive: true });
    return studio;
  }

  async close() {
    await rm(this.folder, { recursive: true, force: true });
  }

  /** @param {string} name @returns {string} where a picture of that name belongs */
  place(name) {
    return join(this.media, name);
  }

  /** @param {string} name @param {Uint8Array | string} bytes */
  put(name, bytes) {
    return writeFile(this.place(name), bytes);
  }

  /** @param {string[]} files those that the gallery names */
  async show(...files) {
    await writeFile(join(this.content, 'pages/about.json'), await page_of(files));
  }

  /** @param {{ out?: string, meanwhile?: (child: import('node:child_process').ChildProcess) => void }} [how] */
  build({ out = this.out, meanwhile } = {}) {
    return lacit(['build', '--content', this.content, '--out', out, '--cache', this.cache], meanwhile);
  }

  check() {
    return this.check_with(program);
  }

  /** @param {string} own a copy of the program */
  check_with(own) {
    return lacit(['check', this.content, '--cache', this.cache], undefined, own);
  }

  /** @returns {Promise<string[]>} the names in the built site's folder of assets */
  async assets() {
    await mkdir(join(this.out, 'assets'), { recursive: true });
    return (await readdir(join(this.out, 'assets'))).sort();
  }

  /** @returns {Promise<Record<string, number>>} each asset's time of change, in nanoseconds */
  async times() {
    const names = await this.assets();
    const times = names.map(async (name) => [
      name,
      (await stat(join(this.out, 'assets', name), { bigint: true })).mtimeNs,
    ]);
    return Object.fromEntries(await Promise.all(times));
  }

  /** What the gallery's page says of a file. @param {string} stem of the published names @returns {Promise<Published>} */
  async published(stem) {
    const html = await readFile(join(this.out, 'about/index.html'), 'utf8');
    const pictures = [...html.matchAll(/<picture>.*?<\/picture>/gs)].map(([picture]) => picture);
    const picture = pictures.find((each) => each.includes(`/assets/${stem}.`));
    if (!picture) throw new Error(`the page shows no picture ${stem}: ${pictures.join('\n')}`);
    const img = /<img[^>]*>/.exec(picture)?.[0] ?? '';
    const value = (/** @type {string} */ name) => new RegExp(` ${name}="([^"]*)"`).exec(img)?.[1] ?? '';
    const sources = [...picture.matchAll(/<source type="image\/(\w+)" srcset="([^"]*)"/g)];
    const formats = Object.fromEntries(sources.map(([, format, set]) => [format, parse_set(set, this.out)]));
    formats.jpg = parse_set(value('srcset'), this.out);
    const [width, height] = [Number(value('width')), Number(value('height'))];
    return { formats, address: join(this.out, value('src')), width, height, placeholder: value('data-placeholder') };
  }
}
