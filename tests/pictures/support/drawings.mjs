// The drawings of tests/fixtures/drawings, what `lacit check` makes of drawings, and a host that sends them with no policy.
import { createServer } from 'node:http';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../fixtures/drawings/', import.meta.url));

/** @returns {Promise<[string, string][]>} names and drawings of hostile.txt */
export async function hostile_drawings() {
  const parts = (await readFile(join(folder, 'hostile.txt'), 'utf8')).split(/^=== /m).slice(1);
  return parts.map((part) => {
    const end = part.indexOf('\n');
    return [part.slice(0, end), part.slice(end + 1).trimEnd()];
  });
}

/** @returns {Promise<[string, string][]>} names and drawings of programs/ */
export async function program_drawings() {
  const names = (await readdir(join(folder, 'programs'))).sort();
  return Promise.all(
    names.map(
      async (name) => /** @type {[string, string]} */ ([name, await readFile(join(folder, 'programs', name), 'utf8')]),
    ),
  );
}

/**
 * @typedef {{ refused: string, cleaned: string, width: number, height: number }} Outcome why it is refused, or what is
 *   published of it
 */

/**
 * Lets `lacit check` look at drawings, all in one go.
 * @param {import('./studio.mjs').Studio} studio
 * @param {string[]} drawings
 * @returns {Promise<Outcome[]>}
 */
export async function outcomes_of(studio, drawings) {
  await Promise.all(drawings.map((drawing, i) => studio.put(`d${i}.svg`, drawing)));
  const { err } = await studio.check();
  const said = new Map(
    err.split('\n').flatMap((line) => {
      const found = /\/media\/(d\d+\.svg):(\d+:\d+: .*)$/.exec(line);
      return found ? [[found[1], found[2]]] : [];
    }),
  );
  const cache = join(studio.cache, 'pictures');
  const records = (await readFile(join(cache, 'index'), 'utf8')).split('\n').map((line) => line.split('\t'));
  const kept = await readdir(cache);
  return Promise.all(
    drawings.map(async (_, i) => {
      const refused = said.get(`d${i}.svg`) ?? '';
      const hash = records.find(([kind, path]) => kind === 'file' && path.endsWith(`/d${i}.svg`))?.[7] ?? '';
      const seen = records.find(([kind, of]) => kind === 'seen' && of === hash) ?? [];
      const name = kept.find((each) => each.startsWith('drawing-') && each.endsWith(`-${hash}.svg`));
      const cleaned = refused === '' && name ? await readFile(join(cache, name), 'utf8') : '';
      return { refused, cleaned, width: Number(seen[3]), height: Number(seen[4]) };
    }),
  );
}

/**
 * A host like any other: no policy, no header beside the type.
 * @param {Map<string, string>} files drawings by path
 * @returns {Promise<{ origin: string, close: () => void }>}
 */
export async function open_host(files) {
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const bytes = path === '/' ? '<!doctype html><meta charset="utf-8"><title>Pictures</title>' : files.get(path);
    response.writeHead(bytes === undefined ? 404 : 200, {
      'Content-Type': path === '/' ? 'text/html' : 'image/svg+xml',
    });
    response.end(bytes);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}
