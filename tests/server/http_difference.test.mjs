// Two readers of one connection that disagree let somebody smuggle a request past one of them. So lacit is held against two
// others, over thousands of requests that are sound or wrong in some way: whatever either of them refuses, lacit refuses; and
// lacit never sees more requests in the same bytes than they do. Where it differs, the reason stands here.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { cases, mistakes } from './support/http_cases.mjs';
import { ask, map, start_nginx, start_node } from './support/http_peers.mjs';
import { make_site, serve } from './support/process.mjs';

const count = 20_000;
const seed = Number(process.env.LACIT_SEED ?? 11);

/** Statuses that say: these bytes are no request that I would read. */
const refusing = new Set([400, 411, 413, 414, 417, 431, 501, 505]);
/** @param {number | undefined} status nothing at all is a refusal too */
const refuses = (status) => status === undefined || refusing.has(status);

/** @typedef {{ lacit: number[], node: number[], nginx: number[] }} Seen */
/** @typedef {{ who: 'node' | 'nginx', why: string, fits: (text: string, seen: Seen) => boolean }} Reason */

/** @type {Reason[]} */
const reasons = [
  {
    who: 'nginx',
    why: 'RFC 9110, 5.3 and 13.1.2: If-None-Match is a list, and may come in several lines',
    fits: (text) => /\r\nif-none-match:[^]*\r\nif-none-match:/i.test(text),
  },
  {
    who: 'nginx',
    why: 'RFC 9112, 3.2.4: OPTIONS has the asterisk form; nginx does not know it, here it is a method that is not allowed (405)',
    fits: (text) => /^(\r\n)*OPTIONS \* /.test(text),
  },
  {
    who: 'nginx',
    why: 'RFC 9110, 5.5 and 5.6.3: a tab around a value MUST be left out; nginx takes it for a part of the value, and passes on no such request',
    fits: (text) => /\r\n(host|content-length):( *\t|[^\r]*\t *\r)/i.test(text),
  },
  {
    who: 'node',
    why: 'Node reads what follows before it answers, and where that is broken it answers only that; nginx ends the first where lacit does',
    fits: (text, { lacit, node, nginx }) =>
      node.length === 1 && lacit.length === 2 && nginx.length === 2 && !refuses(nginx[0]) && refuses(lacit[1]),
  },
  {
    who: 'node',
    why: 'RFC 9112, 9.6: what follows a request that ends the connection is not looked at; Node answers it by 400',
    fits: (text, { lacit }) => text.includes(' HTTP/1.0\r\n') && lacit.length === 1,
  },
  {
    who: 'nginx',
    why: 'RFC 9112, 9.3: nginx keeps a connection for HTTP/1.0 that asks for it; lacit closes, so that nothing follows',
    fits: (text, { lacit, nginx }) => text.includes(' HTTP/1.0\r\n') && lacit.length === 1 && nginx.length > 1,
  },
];

/** @type {Record<'lacit' | 'node' | 'nginx', { port: number, end: () => Promise<void> }>} */
let readers;
before(async () => {
  const server = await serve(await make_site({ 'index.html': 'home' }));
  readers = { lacit: { port: server.port, end: server.stop }, node: await start_node(), nginx: await start_nginx() };
});
after(() => Promise.all(Object.values(readers).map((reader) => reader.end())));

/** HTTP/1.0 ends the connection, and Node takes anything after it for an error. @param {Buffer} bytes @param {number} i @returns {import('./support/http_peers.mjs').Order} */
const order = (bytes, i) => (bytes.includes('HTTP/1.0') ? 'never' : i % 2 === 0 ? 'at once' : 'then');

/** Where another reader refuses, or sees other requests. @param {Seen} seen @param {'node' | 'nginx'} who */
function difference(seen, who) {
  const [ours, theirs] = [seen.lacit, seen[who]];
  if (refuses(ours[0])) return undefined;
  if (refuses(theirs[0])) return `${who} refuses it`;
  return ours.length === theirs.length ? undefined : `${who} sees ${theirs.length} requests, lacit ${ours.length}`;
}

test(`11.A2: of ${count} requests, whatever Node or nginx refuses is refused, and none is seen where they see none`, async () => {
  const all = cases(seed, count);
  const asked = (/** @type {number} */ port) =>
    map(
      all.map((one, i) => ({ ...one, i })),
      64,
      ({ bytes, i }) => ask(port, bytes, order(bytes, i)),
    );
  const [lacit, node, nginx] = await Promise.all([
    asked(readers.lacit.port),
    asked(readers.node.port),
    asked(readers.nginx.port),
  ]);
  /** @type {string[]} */
  const faults = [];
  /** @type {Set<Reason>} */
  const used = new Set();
  const refused = { lacit: 0, node: 0, nginx: 0 };
  all.forEach(({ rule, valid, bytes }, i) => {
    const text = bytes.toString('latin1');
    const seen = /** @type {Seen} */ ({ lacit: lacit[i], node: node[i], nginx: nginx[i] });
    for (const who of /** @type {const} */ (['lacit', 'node', 'nginx'])) refused[who] += refuses(seen[who][0]) ? 1 : 0;
    const tell = (/** @type {string} */ what) =>
      faults.push(`${what} (${rule}, ${JSON.stringify(seen)}): ${JSON.stringify(text.slice(0, 300))}`);
    if (valid && refuses(seen.lacit[0])) tell('a sound request is refused');
    for (const who of /** @type {const} */ (['node', 'nginx'])) {
      const what = difference(seen, who);
      if (what === undefined) continue;
      const reason = reasons.find((one) => one.who === who && one.fits(text, seen));
      if (reason === undefined) tell(what);
      else used.add(reason);
    }
  });
  assert.deepEqual(faults.slice(0, 20), [], `${faults.length} differences with seed ${seed}`);
  assert.deepEqual(
    reasons.filter((reason) => !used.has(reason)),
    [],
    'a reason that nothing needs',
  );
  assert.ok(
    refused.node > count / 4 && refused.nginx > count / 8 && refused.lacit > refused.node,
    JSON.stringify(refused),
  );
  assert.deepEqual(
    Object.keys(mistakes).filter((rule) => !all.some((one) => one.rule === rule)),
    [],
  );
});
