// Bytes that grow unseen are paid by every visitor: each part of the home page's critical path has a budget.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { bytes_by_part, measure_bytes, sent_bytes } from '../bench/bytes.mjs';

const most_in_total = 170_000;
const site = process.env.LACIT_SITE ?? fileURLToPath(new URL('../../build/site', import.meta.url));
/** @type {Record<string, number>} */
const budget = JSON.parse(readFileSync(new URL('budget.json', import.meta.url), 'utf8'));
const items = measure_bytes(site);

/** @param {string} part */
const largest = (part) =>
  items
    .filter((item) => part === 'total' || item.part === part)
    .slice(0, 5)
    .map((item) => `  ${item.bytes} ${item.file}`)
    .join('\n');

for (const [part, bytes] of Object.entries(bytes_by_part(items))) {
  test(`${part} stays within its budget`, () => {
    const most = budget[part] ?? 0;
    const remedy = `Make it smaller, or, where it is worth its bytes, raise "${part}" in tests/budget/budget.json and say why.`;
    assert.ok(bytes <= most, `${part}: ${bytes} bytes of brotli, budget ${most}. ${remedy}\n${largest(part)}`);
  });
}

// Loaded once a gallery is near: it has a budget of its own, and no part in the first paint.
test('the lightbox stays within its budget', () => {
  const files = readdirSync(join(site, 'assets')).filter((name) => /^lightbox\.[0-9a-f]+\.js$/.test(name));
  assert.equal(files.length, 1);
  const bytes = sent_bytes(join(site, 'assets', files[0] ?? ''));
  const most = budget.lightbox ?? 0;
  assert.ok(bytes <= most, `lightbox: ${bytes} bytes of brotli, budget ${most}`);
  assert.ok(!items.some(({ file }) => file.includes('lightbox')), 'it is no part of the critical path');
});

test('the budget itself stays within 170 KB', () => {
  assert.ok((budget.total ?? Infinity) <= most_in_total, `total: ${budget.total}, never above ${most_in_total}`);
});
