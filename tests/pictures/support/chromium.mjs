// What a browser shows of an editor's own file: the measure for what is published of it.
import { extname } from 'node:path';
import { launch } from '../../browser/support/browser.mjs';

/** @typedef {import('./tools.mjs').Pixels} Pixels */

const types = { '.png': 'png', '.jpg': 'jpeg', '.webp': 'webp', '.avif': 'avif' };

/**
 * Runs in the page.
 * @param {{ bytes: string, type: string }} file
 */
async function draw({ bytes, type }) {
  const image = new Image();
  image.src = `data:${type};base64,${bytes}`;
  try {
    await image.decode();
  } catch {
    return null;
  }
  const canvas = document.createElement('canvas');
  const { naturalWidth: width, naturalHeight: height } = image;
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.drawImage(image, 0, 0);
  const { data } = /** @type {CanvasRenderingContext2D} */ (context).getImageData(0, 0, width, height);
  let text = '';
  for (let at = 0; at < data.length; at += 8192) text += String.fromCharCode(...data.subarray(at, at + 8192));
  return { width, height, text: btoa(text) };
}

export class Viewer {
  /** @param {import('playwright-core').Browser} browser @param {import('playwright-core').Page} page */
  constructor(browser, page) {
    this.browser = browser;
    this.page = page;
  }

  static async open() {
    const browser = await launch();
    return new Viewer(browser, await browser.newPage());
  }

  close() {
    return this.browser.close();
  }

  /** Its pixels in sRGB with alpha; nothing where it shows none. @param {string} name for its ending @param {Buffer} bytes @returns {Promise<Pixels | null>} */
  async show(name, bytes) {
    const type = `image/${types[/** @type {keyof typeof types} */ (extname(name))]}`;
    const shown = await this.page.evaluate(draw, { bytes: bytes.toString('base64'), type });
    if (!shown) return null;
    const { width, height } = shown;
    const data = Buffer.from(shown.text, 'base64');
    return { width, height, bands: 4, at: (x, y) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)] };
  }
}
