// What stands in `#photo=`: each picture of a page has an address of its own, and keeps it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { png } from '../support/png.mjs';
import { Studio } from './support/studio.mjs';
import { vips } from './support/tools.mjs';

test('11.B13: img_1.jpg and img_1.png in one gallery have two addresses; that of the first stays as it was', async () => {
  const studio = await Studio.open();
  await studio.put(
    'img_1.png',
    png(40, 30, (x, y) => [x * 6, y * 8, 0]),
  );
  await vips('jpegsave', studio.place('img_1.png'), studio.place('img_1.jpg'));
  await studio.show('img_1.jpg', 'img_1.png');
  const built = await studio.build();
  assert.equal(built.code, 0, built.err);
  const html = await readFile(join(studio.out, 'about/index.html'), 'utf8');
  const names = [...html.matchAll(/data-behaviour="photo" data-value="([^"]*)"/g)].map(([, name]) => name);
  assert.deepEqual(names, ['img_1', 'img_1.png']);
  await studio.close();
});
