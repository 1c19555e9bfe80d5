// A site whose page /many/ is a gallery of as many pictures as wanted, of a few files in several shapes.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { build_site, root } from './build_site.mjs';

/** As cameras, phones and panoramas have them. */
const shapes = [
  [480, 320],
  [480, 360],
  [320, 480],
  [480, 270],
  [400, 400],
  [600, 250],
  [360, 480],
];
const files = 28;

/** Soft colours that are another in each. @param {number} index @param {number[]} shape */
function picture(index, [width = 1, height = 1]) {
  const png = new PNG({ width, height });
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      png.data[at] = 60 + (((x * 150) / width + index * 37) % 150);
      png.data[at + 1] = 80 + (((y * 120) / height + index * 53) % 120);
      png.data[at + 2] = 110 + ((((x + y) * 90) / (width + height) + index * 71) % 90);
      png.data[at + 3] = 255;
    }
  }
  return PNG.sync.write(png);
}

/** Words that only this one has, so that it can be searched for. @param {number} i */
export const caption = (i) => `Picture ${i + 1}: people of parish ${(i * 7919) % 104729} at the table`;

/** @param {string} content folder to write @param {object[]} pictures of the gallery that page /many/ is */
export function write_gallery(content, pictures) {
  rmSync(content, { recursive: true, force: true });
  cpSync(join(root, 'content'), content, { recursive: true });
  const page = JSON.parse(readFileSync(join(content, 'pages/training.json'), 'utf8'));
  page.slug = 'many';
  page.title = 'Many pictures';
  page.sections = [page.sections[0], { kind: 'gallery', anchor: 'gallery', heading: 'Many pictures', pictures }];
  writeFileSync(join(content, 'pages/many.json'), JSON.stringify(page, null, 1));
}

/** @param {number} count @param {string} content */
function write_content(count, content) {
  const pictures = Array.from({ length: count }, (_, i) => ({
    file: `many-${i % files}.png`,
    alt: `Soft colours, number ${i + 1}`,
    caption: caption(i),
  }));
  write_gallery(content, pictures);
  for (let i = 0; i < files; i += 1) {
    writeFileSync(join(content, 'media', `many-${i}.png`), picture(i, shapes[i % shapes.length] ?? []));
  }
}

/**
 * @param {number} count of pictures
 * @param {string} work folder for content and site
 * @returns {string} the site's folder
 */
export function build_many_pictures(count, work) {
  mkdirSync(work, { recursive: true });
  write_content(count, join(work, 'content'));
  build_site(join(work, 'content'), join(work, 'site'));
  return join(work, 'site');
}
