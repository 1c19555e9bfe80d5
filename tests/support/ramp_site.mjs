// A site with one picture of known colours, on a page for each format that it is published in.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build_site } from './build_site.mjs';
import { write_gallery } from './many_pictures.mjs';
import { ramp } from './png.mjs';

/** The page whose picture is of that format, where the browser knows it. */
export const ramp_pages = { avif: '/many/', webp: '/many-webp/', jpg: '/many-jpg/' };

/** Leaves out the better formats, so that the browser takes what follows. @param {string} site @param {string} name @param {RegExp} better */
function write_page(site, name, better) {
  const page = readFileSync(join(site, 'many/index.html'), 'utf8');
  cpSync(join(site, 'many'), join(site, name), { recursive: true });
  writeFileSync(join(site, name, 'index.html'), page.replaceAll(better, ''));
  for (const coding of ['br', 'gz']) rmSync(join(site, name, `index.html.${coding}`), { force: true });
}

/** @param {string} work folder for content and site @returns {string} the site's folder */
export function build_ramp_site(work) {
  const [content, site] = [join(work, 'content'), join(work, 'site')];
  mkdirSync(work, { recursive: true });
  write_gallery(content, [{ file: 'ramp.png', alt: 'All colours from dark to light.', caption: 'A ramp' }]);
  writeFileSync(join(content, 'media/ramp.png'), ramp());
  build_site(content, site);
  write_page(site, 'many-webp', /<source type="image\/avif"[^>]*>/g);
  write_page(site, 'many-jpg', /<source type="image\/(avif|webp)"[^>]*>/g);
  return site;
}
