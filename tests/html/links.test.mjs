// Whatever a page names of its own site is there: pages, anchors, scripts, styles, pictures.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { files, pages, read } from './support/site.mjs';

const origin = 'http://site.test';
const known = new Set(files.map((file) => file.replaceAll('\\', '/')));

/** The address that a page is served under: a folder's index stands for the folder. @param {string} page */
const address_of = (page) => new URL(page.replace(/(^|\/)index\.html$/, '$1'), `${origin}/`);

/** @param {string} html @returns {string[]} attribute values, with the only entities that the printer writes undone */
function references(html) {
  const values = [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map((match) => match[1]);
  for (const [, set] of html.matchAll(/\ssrcset="([^"]*)"/g))
    values.push(...set.split(', ').map((one) => one.split(' ')[0]));
  return values.map((value) => value.replaceAll('&amp;', '&').replaceAll('&quot;', '"'));
}

/** @param {string} html */
const ids_of = (html) => new Set([...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]));

/** @param {URL} target @returns {string | undefined} the file that answers it */
function file_of(target) {
  const path = decodeURIComponent(target.pathname).slice(1);
  return [path, `${path}index.html`, `${path}/index.html`].find((candidate) => known.has(candidate));
}

/** @param {string} page @param {string} reference @returns {string | undefined} what is wrong */
function problem_of(page, reference) {
  const target = new URL(reference, address_of(page));
  if (target.origin !== origin) return undefined;
  const file = file_of(target);
  if (!file) return `${page}: nothing is at ${reference}`;
  if (target.hash.length < 2 || !file.endsWith('.html')) return undefined;
  const id = decodeURIComponent(target.hash.slice(1));
  return ids_of(read(file)).has(id) ? undefined : `${page}: ${file} has no element with id ${id}`;
}

for (const page of pages) {
  test(`links: ${page}`, () => {
    const found = references(read(page));
    assert.ok(found.length > 0, `${page} names nothing at all, not even a stylesheet`);
    assert.deepEqual(found.map((reference) => problem_of(page, reference)).filter(Boolean), []);
  });
}
