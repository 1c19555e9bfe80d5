// Requests made from a seed: whole ones, and ones that are wrong in one named way. What is wrong is what has split readers of
// HTTP before (request smuggling), and a byte here and there.

/** @typedef {{ method: string, target: string, version: string, fields: string[], body: string, chunks: string[] | undefined }} Parts */
/** @typedef {{ rule: string, bytes: Buffer, valid: boolean }} Case */

/** Mulberry32: the same numbers for the same seed everywhere. @param {number} seed */
export function random(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  /** @param {number} below */
  const integer = (below) => Math.floor(next() * below);
  /** @template T @param {readonly T[]} all @returns {T} */
  const pick = (all) => /** @type {T} */ (all[integer(all.length)]);
  return { next, integer, pick };
}
/** @typedef {ReturnType<typeof random>} Random */

// As a table, which reads better than a value a line:
// prettier-ignore
const targets = ['/', '/about/', '/index.html?a=b', '/nowhere', '/a%20b?q=1&r=%C3%A9', '/?x=[1|2]^{3}', 'http://other.example/?a', 'http://other.example:81'];
// As a table, which reads better than a value a line:
// prettier-ignore
const plain_fields = [
  'Accept: */*', 'Accept-Encoding: gzip, br;q=0.5', 'Accept-Encoding: identity', 'User-Agent: a (b; c)', 'If-None-Match: "a", W/"b"',
  'Range: bytes=0-1', 'Cookie: a=b; c="d"', 'X-Empty:', 'X-Latin: \xe9', 'Connection: keep-alive', 'Connection: x-hop, keep-alive', "X-!#$%&'*+.^_`|~: 1",
  'Cache-Control:no-cache', 'Accept-Language: \t en \t', 'Upgrade-Insecure-Requests: 1', 'TE: trailers', 'X-Forwarded-For: 192.0.2.1',
];

/** @param {string} content @param {string} [extension] */
const chunk = (content, extension = '') => `${content.length.toString(16)}${extension}\r\n${content}\r\n`;

/** @param {Random} dice @returns {Parts} */
function whole(dice) {
  const method = dice.pick(['GET', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']);
  const old = dice.next() < 0.1;
  const fields = [`Host: ${dice.pick(['x', 'la-cit.org', 'la-cit.org:8080', '127.0.0.1', '[::1]:80'])}`];
  for (let i = dice.integer(4); i > 0; i -= 1) {
    const field = dice.pick(plain_fields);
    if (!fields.includes(field)) fields.push(field);
  }
  const body = dice.next() < 0.6 ? 'a'.repeat(dice.integer(60)) : '';
  /** @type {Parts} */
  const parts = {
    method,
    target: dice.pick(targets),
    version: old ? 'HTTP/1.0' : 'HTTP/1.1',
    fields,
    body: '',
    chunks: undefined,
  };
  if (method === 'HEAD' || dice.next() < 0.3) return parts;
  if (old || dice.next() < 0.4) {
    parts.body = body;
    parts.fields.push(`Content-Length: ${body.length}`);
  } else {
    const cut = 1 + dice.integer(20);
    parts.chunks = [body.slice(0, cut), body.slice(cut)]
      .filter(Boolean)
      .map((content) => chunk(content, dice.pick(['', '', ';a', ';a=b;c="d e"'])));
    parts.chunks.push(dice.pick(['0\r\n\r\n', '0\r\n\r\n', '000\r\n\r\n', '0\r\nX-Trailer: a\r\n\r\n']));
    parts.fields.push(`Transfer-Encoding: ${dice.pick(['chunked', 'chunked', 'Chunked', ' chunked '])}`);
  }
  return parts;
}

/** @param {Parts} parts @param {string} [end] @param {string} [before] */
const written = (parts, end = '\r\n', before = '') =>
  `${before}${parts.method} ${parts.target} ${parts.version}${end}${parts.fields.map((field) => field + end).join('')}${end}${parts.chunks?.join('') ?? parts.body}`;

/** Without fields of that name. @param {Parts} parts @param {RegExp} name @param {...string} instead */
const other = (parts, name, ...instead) => ({
  ...parts,
  fields: [...parts.fields.filter((field) => !name.test(field)), ...instead],
});

/** With chunks, whatever it had. @param {Parts} parts @param {string[]} chunks @returns {Parts} */
const chunked = (parts, chunks) => ({
  ...other(parts, /^(content-length|transfer-encoding)/i, 'Transfer-Encoding: chunked'),
  method: 'POST',
  version: 'HTTP/1.1',
  body: '',
  chunks,
});

const framing = /^(content-length|transfer-encoding)/i;
const five = 'hello';

/** A body of five bytes under any fields. @param {...string} fields @returns {(parts: Parts) => Parts} */
const framed =
  (...fields) =>
  (parts) => ({
    ...other(parts, framing, ...fields),
    method: 'POST',
    version: 'HTTP/1.1',
    body: five,
    chunks: undefined,
  });

/** Five bytes in a chunk under any Transfer-Encoding. @param {...string} fields @returns {(parts: Parts) => Parts} */
const coded =
  (...fields) =>
  (parts) => ({
    ...chunked(parts, [chunk(five), '0\r\n\r\n']),
    ...other(parts, framing, ...fields),
    method: 'POST',
    version: 'HTTP/1.1',
  });

/** @param {string[]} fields @returns {(parts: Parts) => Parts} */
const hosts = (fields) => (parts) => ({
  ...other(parts, /^host/i),
  fields: [...fields, ...other(parts, /^host/i).fields],
});

/** What can be wrong, by name. Each gives bytes or parts. @type {Record<string, (parts: Parts, dice: Random) => Parts | string>} */
// As a table, which reads better than a value a line:
// prettier-ignore
export const mistakes = {
  coding_unknown: (parts, dice) => coded(`Transfer-Encoding: ${dice.pick(['xchunked', 'gzip', 'identity', 'chunkedx', 'chunke', 'deflate'])}`)(parts),
  coding_empty: (parts, dice) => coded(`Transfer-Encoding:${dice.pick(['', ' ', ' ,'])}`)(parts),
  coding_twice: (parts, dice) => coded(...dice.pick([['Transfer-Encoding: chunked, chunked'], ['Transfer-Encoding: chunked', 'Transfer-Encoding: chunked']]))(parts),
  coding_list: (parts, dice) => coded(...dice.pick([['Transfer-Encoding: gzip, chunked'], ['Transfer-Encoding: chunked, gzip'], ['Transfer-Encoding: chunked', 'Transfer-Encoding: identity'], ['Transfer-Encoding: identity', 'Transfer-Encoding: chunked']]))(parts),
  coding_odd: (parts, dice) => coded(`Transfer-Encoding: ${dice.pick(['chunked,', ',chunked', 'chunked;a=b', '"chunked"', 'chunked chunked', '\x0bchunked', 'chunked\x00', '\xa0chunked', 'chunked\x0c'])}`)(parts),
  coding_tab: (parts, dice) => coded(`Transfer-Encoding:${dice.pick(['\tchunked', ' chunked\t', ' \tchunked '])}`)(parts),
  coding_in_1_0: (parts) => ({ ...coded('Transfer-Encoding: chunked')(parts), version: 'HTTP/1.0' }),
  coding_name: (parts, dice) => coded(dice.pick(['Transfer-Encoding : chunked', 'Transfer-Encoding\t: chunked', ' Transfer-Encoding: chunked', 'Transfer\x00-Encoding: chunked', 'Transfer-Encoding\x0b: chunked']))(parts),
  length_and_coding: (parts, dice) => coded(...dice.pick([['Content-Length: 5', 'Transfer-Encoding: chunked'], ['Transfer-Encoding: chunked', 'Content-Length: 15'], ['Content-Length: 0', 'Transfer-Encoding: identity']]))(parts),
  length_no_number: (parts, dice) => framed(`Content-Length: ${dice.pick(['+5', '-5', '0x5', '5a', '5 5', '5.0', '', '5,', '\x0b5', '5\x00', '"5"', '５', 'five', '5;'])}`)(parts),
  length_list: (parts, dice) => framed(`Content-Length: ${dice.pick(['5, 5', '5,5', '5, 6', '0, 5'])}`)(parts),
  length_twice: (parts, dice) => framed('Content-Length: 5', `Content-Length: ${dice.pick(['5', '0', '6', '05'])}`)(parts),
  length_huge: (parts, dice) => framed(`Content-Length: ${dice.pick(['18446744073709551616', '99999999999999999999999', '18446744073709551621', '9223372036854775808'])}`)(parts),
  length_zeros: (parts) => framed('Content-Length: 0000005')(parts),
  length_tab: (parts, dice) => framed(`Content-Length:${dice.pick(['\t5', ' 5\t', ' \t5 ', ' 5\t5'])}`)(parts),
  length_short: framed('Content-Length: 3'),
  length_long: framed('Content-Length: 10'),
  host_missing: hosts([]),
  host_twice: (parts, dice) => hosts(dice.pick([['Host: x', 'Host: x'], ['Host: x', 'Host: y'], ['Host: x', 'host: ']]))(parts),
  host_odd: (parts, dice) => hosts([`Host: ${dice.pick(['a b/c', 'a/b', 'http://a', 'u@a', 'a:b', 'a:80:80', '[::1', 'a?b', 'a#b', 'a\\b', '', 'a, b', '<a>', 'a:99999', '..', 'a..b', '\x01', 'é'])}`])(parts),
  host_tab: (parts, dice) => hosts([`Host:${dice.pick(['\tx', ' x\t', ' \tx ', ' a\tb'])}`])(parts),
  line_feed: (parts) => written(parts, '\n'),
  line_feed_somewhere: (parts, dice) => at_some(written(parts), '\r\n', '\n', dice),
  carriage_return: (parts, dice) => at_some(written(parts), '\r\n', dice.pick(['\r', '\r\r\n', '\r \n']), dice),
  nul_in_value: (parts) => ({ ...parts, fields: [...parts.fields, 'X-Nul: a\x00b'] }),
  control_in_value: (parts, dice) => ({ ...parts, fields: [...parts.fields, `X-Control: a${dice.pick(['\x01', '\x0b', '\x0c', '\x1f', '\x7f', '\x08'])}b`] }),
  carriage_return_in_value: (parts) => ({ ...parts, fields: [...parts.fields, 'X-Return: a\rb'] }),
  folded: (parts, dice) => ({ ...parts, fields: [...parts.fields, `X-Folded: a\r\n${dice.pick([' ', '\t'])}b`] }),
  folded_first: (parts) => ({ ...parts, fields: [' X-First: a', ...parts.fields] }),
  space_before_colon: (parts, dice) => ({ ...parts, fields: [...parts.fields, `X-Space${dice.pick([' ', '\t', '  '])}: a`] }),
  no_colon: (parts) => ({ ...parts, fields: [...parts.fields, 'X-Without'] }),
  no_name: (parts) => ({ ...parts, fields: [...parts.fields, ': a'] }),
  name_odd: (parts, dice) => ({ ...parts, fields: [...parts.fields, `X-${dice.pick(['(a)', 'a b', 'a/b', 'a"', 'é', 'a\x00', 'a@b', 'a[]', '<a>', '{a}', 'a\\'])}: a`] }),
  version_other: (parts, dice) => ({ ...parts, version: dice.pick(['HTTP/1.2', 'HTTP/2.0', 'HTTP/0.9', 'HTTP/3.0', 'HTTP/9.9']) }),
  version_odd: (parts, dice) => ({ ...parts, version: dice.pick(['http/1.1', 'HTTP/1.10', 'HTTP/1', 'HTTP/01.1', 'HTTP/1.', 'HTTP/', 'HTTPS/1.1', 'HTTP 1.1', 'HTTP/1,1', 'HTTP/+1.1', 'HTTP/1.1x', 'ICE/1.0', 'Http/1.1']) }),
  version_none: (parts) => written(parts).replace(/ HTTP\/1\.[01]\r\n/, '\r\n'),
  line_odd: (parts, dice) => written(parts).replace(/^(\S+) (\S+) (\S+)/, dice.pick(['$1  $2 $3', '$1 $2  $3', '$1\t$2 $3', '$1 $2\t$3', ' $1 $2 $3', '$1 $2 $3 ', '$1 $2 x $3', '$1 $3', '$1 $2 $3\t', '$1\x0b$2 $3'])),
  method_odd: (parts, dice) => ({ ...parts, method: dice.pick(['get', 'BREW', 'G@T', 'GET/', 'G T', '', '"GET"', 'GÉT', 'GET\x00', '{GET}', 'PRI']) }),
  method_connect: (parts, dice) => ({ ...parts, method: 'CONNECT', target: dice.pick(['x:443', '/', 'x', 'http://x/']) }),
  target_odd: (parts, dice) => ({ ...parts, target: dice.pick(['about/', '?a', '', 'ftp://x/', 'http://', 'http:///', 'http://u@x/', 'http://x:y/', 'http://[::1', '/a\x01', '/\x7f', '/é', '/a\x00b', '://x/', 'http:/x', 'x:80', '1http://x/', 'http://a b/']) }),
  target_fragment: (parts) => ({ ...parts, target: '/a#b' }),
  target_star: (parts, dice) => ({ ...parts, method: dice.pick(['GET', 'OPTIONS', 'POST']), target: '*' }),
  target_path: (parts, dice) => ({ ...parts, target: dice.pick(['/%', '/%zz', '/%00', '/%0d%0a', '/../', '/a/../../b', '//a', '/\\a', '/%2e%2e/', '/%2f', '/"<>', '/./']) }),
  target_long: (parts) => ({ ...parts, target: `/${'a'.repeat(40_000)}` }),
  field_long: (parts) => ({ ...parts, fields: [...parts.fields, `X-Long: ${'a'.repeat(70_000)}`] }),
  fields_many: (parts) => ({ ...parts, fields: [...parts.fields, ...Array.from({ length: 3000 }, (_, i) => `X-${i}: a`)] }),
  list_in_lines: (parts) => ({ ...other(parts, /^if-none-match/i), fields: ['Host: x', 'If-None-Match: "a"', 'Accept: */*', 'If-None-Match: "b"'], body: '', chunks: undefined }),
  two: (parts) => written(parts) + written({ ...parts, method: 'GET', body: '', chunks: undefined, fields: ['Host: y'], version: 'HTTP/1.1' }),
  two_in_1_0: (parts) => written({ ...other(parts, /^(connection|content-length|transfer-encoding)/i, 'Connection: keep-alive'), version: 'HTTP/1.0', body: '', chunks: undefined }).repeat(2),
  before_lines: (parts, dice) => written(parts, '\r\n', dice.pick(['\r\n', '\r\n\r\n'])),
  before_odd: (parts, dice) => written(parts, '\r\n', dice.pick([' ', '\x00', '\n', '\r', '\t', 'x', '\ufeff', '\r\n \r\n', '\x16\x03\x01'])),
  expect_other: (parts) => ({ ...parts, fields: [...parts.fields, 'Expect: else'] }),
  chunk_size: (parts, dice) => chunked(parts, [`${dice.pick(['0x5', '+5', '-5', ' 5', '5 ', '', 'g', '5g', '5,', '５', '5\x00', '\t5', '5\x0b', 'fffffffffffffffff', '10000000000000005', '8000000000000005', '5.0', '"5"'])}\r\n${five}\r\n`, '0\r\n\r\n']),
  chunk_zeros: (parts) => chunked(parts, [`${'0'.repeat(40)}5\r\n${five}\r\n`, '0\r\n\r\n']),
  chunk_short: (parts) => chunked(parts, [`3\r\n${five}\r\n`, '0\r\n\r\n']),
  chunk_long: (parts) => chunked(parts, [`7\r\n${five}\r\n`, '0\r\n\r\n']),
  chunk_long_by_much: (parts) => chunked(parts, [`1000\r\n${five}\r\n`, '0\r\n\r\n']),
  chunk_end: (parts, dice) => chunked(parts, [`5\r\n${five}${dice.pick(['', '\n', '\r', '\r\r\n', ' \r\n', 'x\r\n', '\n\r\n', 'XX'])}`, '0\r\n\r\n']),
  chunk_line: (parts, dice) => chunked(parts, [`5${dice.pick(['\n', '\r', '\r\r\n', '\n\r'])}${five}\r\n`, '0\r\n\r\n']),
  chunk_extension: (parts, dice) => chunked(parts, [`5${dice.pick([';', ';=', ';a=', ';a b', ';"a"', ';a="b', ' a', ';a\x00', ';a\x0b', ';a\rb', ';a\nb', ';(a)', ';a="b"c', ';a=b=c', ';é', ',a', ';a="\x01"'])}\r\n${five}\r\n`, '0\r\n\r\n']),
  chunk_last: (parts, dice) => chunked(parts, [chunk(five), `0${dice.pick(['\r\n', '\n\n', '\r\n\n', '\n\r\n', '\r\r\n\r\n', ' \r\n\r\n', 'x\r\n\r\n', '\r\nX'])}`]),
  chunk_none: (parts) => chunked(parts, [five]),
  trailer_odd: (parts, dice) => chunked(parts, [chunk(five), `0\r\n${dice.pick(['X', ' X: a', 'X : a', ': a', 'X: a\x00', 'X: a\nY: b', 'X: a\r\n b', 'X\x0b: a', 'X: a\rb', 'X(: a'])}\r\n\r\n`]),
  trailer_framing: (parts, dice) => chunked(parts, [chunk(five), `0\r\n${dice.pick(['Content-Length: 5', 'Transfer-Encoding: chunked', 'Host: y'])}\r\n\r\n`]),
  byte_replaced: (parts, dice) => at_byte(written(parts), dice, 1),
  byte_inserted: (parts, dice) => at_byte(written(parts), dice, 0),
  byte_missing: (parts, dice) => {
    const text = written(parts);
    const at = dice.integer(text.length);
    return text.slice(0, at) + text.slice(at + 1);
  },
};

/** One of the places of `what` gets `instead`. @param {string} text @param {string} what @param {string} instead @param {Random} dice */
function at_some(text, what, instead, dice) {
  const pieces = text.split(what);
  const place = 1 + dice.integer(pieces.length - 1);
  return `${pieces.slice(0, place).join(what)}${instead}${pieces.slice(place).join(what)}`;
}

/** @param {string} text @param {Random} dice @param {0 | 1} gone */
function at_byte(text, dice, gone) {
  const at = dice.integer(text.length);
  return (
    text.slice(0, at) +
    dice.pick([' ', '\r', '\n', '\t', '\0', ':', ',', ';', '\x0b', '\x7f', '\xff', '0', 'A', '"', '/', '%', '#']) +
    text.slice(at + gone)
  );
}

/** @param {number} seed @param {number} count @returns {Case[]} */
export function cases(seed, count) {
  const dice = random(seed);
  const rules = Object.keys(mistakes);
  return Array.from({ length: count }, (_, i) => {
    const parts = whole(dice);
    const valid = i % 5 === 0;
    const rule = valid ? 'none' : dice.pick(rules);
    const made = valid
      ? parts
      : /** @type {(parts: Parts, dice: Random) => Parts | string} */ (mistakes[rule])(parts, dice);
    return { rule, valid, bytes: Buffer.from(typeof made === 'string' ? made : written(made), 'latin1') };
  });
}
