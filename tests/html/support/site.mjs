// The built pages as files. LACIT_SITE chooses another built site.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const site = process.env.LACIT_SITE ?? fileURLToPath(new URL('../../../build/site', import.meta.url));

/** Every file of the site, by its path in it. An empty site is an error: a test of no page would pass for nothing. */
export const files = readdirSync(site, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(site, join(entry.parentPath, entry.name)));

export const pages = files.filter((file) => file.endsWith('.html'));
if (pages.length === 0) throw new Error(`${site} has no page; run ./dev build first`);

/** @param {string} file */
export const read = (file) => readFileSync(join(site, file), 'utf8');
