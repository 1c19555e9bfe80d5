// What mail looks like on the wire, and that nobody's refusal holds up anybody else: a real SMTP server, and Python's own reader.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { good, json, post, proof, serve_forms, sqlite } from './support/forms.mjs';
import { start_sink } from './support/smtp.mjs';
import { until } from './support/waiting.mjs';

/** @typedef {import('./support/forms.mjs').FormServer} FormServer */
/** @typedef {Awaited<ReturnType<typeof start_sink>>} Sink */

/** @param {number} port @param {{ to?: string[], from?: string, tries?: number }} [how] */
const config = (
  port,
  { to = ['ann@staff.example', 'bea@staff.example'], from = 'LA CIT <site@la-cit.example>', tries = 3 } = {},
) =>
  `[mail]\nserver = "smtp://127.0.0.1:${port}"\ntls = "none"\nfrom = '${from}'\nto = ${JSON.stringify(to)}\n[delivery]\nfirst_pause = 1\nlongest_pause = 1\nrefused_tries = ${tries}\n`;

/**
 * @param {(sink: Sink, server: FormServer, restart: (how: object) => Promise<FormServer>) => Promise<void>} work
 * @param {object} [how]
 */
async function with_mail(work, how = {}) {
  const sink = await start_sink();
  const data = await mkdtemp(join(tmpdir(), 'lacit-mail-'));
  const file = join(data, 'lacit.toml');
  /** @type {FormServer | undefined} */
  let server;
  const start = async (/** @type {object} */ one) => {
    await server?.stop();
    await writeFile(file, config(sink.port, one));
    server = await serve_forms(['--config', file], data);
    return server;
  };
  try {
    await work(sink, await start(how), start);
  } finally {
    await server?.stop();
    await sink.end();
    await rm(data, { recursive: true, force: true });
  }
}

/** @param {FormServer} server @param {Record<string, string | File | File[]>} [fields] @returns {Promise<string>} */
async function send({ origin }, fields = {}) {
  const answer = await post(origin, { ...good, altcha: await proof(origin), ...fields });
  assert.equal(answer.status, 201);
  return (await json(answer)).reference;
}

/** @param {import('./support/smtp.mjs').Mail} mail */
const receiver = (mail) => mail.envelope.split('\n').slice(1).join(' ');

/** Lines of ASCII, none too long, each ended by CR LF: RFC 5322, 2.1.1 and 2.3. @param {import('./support/smtp.mjs').Mail} mail */
function assert_wire(mail) {
  assert.deepEqual(mail.defects, []);
  assert.doesNotMatch(mail.raw.replaceAll('\r\n', ''), /[\r\n]/);
  assert.doesNotMatch(mail.raw, /=0[AD]/);
  for (const line of mail.raw.split('\r\n')) {
    assert.ok(line.length <= 76, `${line.length}: ${line}`);
    assert.match(line, /^[\t -~]*$/);
  }
}

test('11.A4: one of two receivers is refused: the other has the mail at once, and the first is tried again until it is given up', async () => {
  await with_mail(async (sink, server) => {
    await sink.fail('550 bea@staff.example');
    const reference = await send(server);
    const [first, ...more] = await sink.expect(1);
    assert.ok(first);
    assert.deepEqual(more, []);
    assert.equal(receiver(first), 'ann@staff.example');
    assert.equal(first.headers.to, 'ann@staff.example, bea@staff.example');
    assert.match((await server.inbox('stats')).out, /1 waiting to be delivered, 0 given up/);
    assert.match(server.errors(), /mail to bea@staff\.example of message [0-9a-f]{32} will be tried again: .*SMTP 550/);
    await until(async () => /0 waiting to be delivered, 1 given up/.test((await server.inbox('stats')).out));
    assert.match(server.errors(), /mail to bea@staff\.example of message [0-9a-f]{32} was given up .*SMTP 550/);
    await sink.fail('');
    await server.inbox('retry');
    const both = await sink.expect(2);
    assert.deepEqual(both.map(receiver).sort(), ['ann@staff.example', 'bea@staff.example']);
    assert.equal(new Set(both.map(({ headers }) => headers['message-id'])).size, 1);
    assert.ok(both.every(({ headers }) => headers.subject?.endsWith(reference)));
  });
});

test('11.A4: a receiver who is refused for a while gets the message when the mail server has changed its mind', async () => {
  await with_mail(
    async (sink, server) => {
      await sink.fail('550');
      await send(server);
      await until(async () => (await sink.attempts()) >= 4);
      await sink.fail('');
      assert.deepEqual((await sink.expect(2)).map(receiver).sort(), ['ann@staff.example', 'bea@staff.example']);
      assert.match((await server.inbox('stats')).out, /0 waiting to be delivered, 0 given up/);
    },
    { tries: 30 },
  );
});

test('11.A4: a mail that is refused after its data is tried again as well', async () => {
  await with_mail(
    async (sink, server) => {
      await sink.fail('554');
      await send(server);
      await until(async () => /will be tried again: .*SMTP 554/.test(server.errors()));
      await sink.fail('');
      assert.equal((await sink.expect(1)).length, 1);
    },
    { to: ['ann@staff.example'], tries: 30 },
  );
});

test('11.A4: who is named in another configuration gets what waited, and who is named no more gets nothing', async () => {
  await with_mail(
    async (sink, server, restart) => {
      await sink.fail('451');
      const reference = await send(server);
      await until(async () => (await sink.attempts()) >= 1);
      await restart({ to: ['new@staff.example'] });
      await sink.fail('');
      const [mail, ...more] = await sink.expect(1);
      assert.deepEqual(more, []);
      assert.ok(mail?.headers.subject?.endsWith(reference));
      assert.equal(mail && receiver(mail), 'new@staff.example');
    },
    { to: ['typo@staff.example'] },
  );
});

test('11.A4: what waited in a database of the version before goes to everybody', async () => {
  await with_mail(async (sink, server, restart) => {
    await sink.fail('451');
    await send(server);
    await until(async () => (await sink.attempts()) >= 2);
    await server.stop();
    const database = join(server.data, 'lacit.sqlite');
    for (const sql of [
      'DELETE FROM outbox WHERE id = (SELECT max(id) FROM outbox)',
      'ALTER TABLE outbox DROP COLUMN recipient',
      'ALTER TABLE outbox DROP COLUMN refusals',
      'PRAGMA user_version=2',
    ]) {
      await change(database, sql);
    }
    await sink.fail('');
    const again = await restart({});
    assert.deepEqual((await sink.expect(2)).map(receiver).sort(), ['ann@staff.example', 'bea@staff.example']);
    assert.match((await again.inbox('stats')).out, /1 messages.*0 waiting/s);
    assert.equal(await sqlite(database, 'PRAGMA user_version'), '[(3,)]');
  });
});

/** @param {string} database @param {string} sql */
async function change(database, sql) {
  const { execFile } = await import('node:child_process');
  const { promisify } = await import('node:util');
  const script = 'import sqlite3,sys; c=sqlite3.connect(sys.argv[1],timeout=10); c.execute(sys.argv[2]); c.commit()';
  await promisify(execFile)('/usr/bin/python3', ['-c', script, database, sql]);
}

test('11.A4: names of files come through whole, and every line is ASCII, no longer than 76, and ended by CR LF', async () => {
  const names = [
    'plain.pdf',
    'Paweł-отчёт.pdf',
    `${'sehr-'.repeat(20)}lang.pdf`,
    `${'ä'.repeat(55)}.txt`,
    'a "quoted" name; and=more.txt',
    "it's 100% 'ok'.csv",
    '\u{1F600}\u{1F600}.txt',
    'תמונה.txt',
    '=?utf-8?Q?x?=.txt',
  ];
  const bytes = (/** @type {string} */ name) =>
    name.endsWith('.pdf') ? `%PDF-1.7\n${'x'.repeat(5000)}` : 'ä,b\n1,2\n';
  await with_mail(
    async (sink, server) => {
      for (const some of [names.slice(0, 5), names.slice(5)]) {
        await send(server, { name: 'Zoë '.repeat(25), attachments: some.map((name) => new File([bytes(name)], name)) });
      }
      const mails = await sink.expect(2);
      for (const mail of mails) assert_wire(mail);
      const got = mails.flatMap(({ files }) => files);
      assert.deepEqual(got.map(({ name }) => name).sort(), [...names].sort());
      for (const file of got) {
        assert.equal(file.bytes, bytes(file.name), file.name);
      }
    },
    { to: ['ann@staff.example'] },
  );
});

test('11.A4: a large file is sent whole', async () => {
  const text = 'Größe,1\n'.repeat(400_000);
  await with_mail(
    async (sink, server) => {
      await send(server, { attachments: new File([text], 'large.csv') });
      const [mail] = await sink.expect(1);
      assert.ok(mail);
      assert_wire(mail);
      assert.equal(mail.files[0]?.bytes, text);
    },
    { to: ['ann@staff.example'] },
  );
});

test('11.A4: what a visitor writes stands in a frame, and imitates neither our lines nor a part of the mail', async () => {
  await with_mail(
    async (sink, server) => {
      const ours = 'A message came in by the form «contact», under the reference AAAA-AAAA.';
      const message =
        [`.`, `..`, ours, '', `--=_0f0f--`, 'From us ', 'x'.repeat(2000), 'tail\t'].join('\n') +
        `\u2028${ours}\u0085${ours}\u2029${ours}`;
      await send(server, { name: '\u202Eeman', message });
      const [mail] = await sink.expect(1);
      assert.ok(mail);
      assert_wire(mail);
      const lines = mail.text.split('\n');
      const framed = lines.slice(lines.indexOf('message:') + 1);
      // In pieces that no mail program wraps, each with its frame.
      const long = [...Array(27).fill('x'.repeat(72)), 'x'.repeat(2000 - 27 * 72)];
      const expected = ['.', '..', ours, '', '--=_0f0f--', 'From us ', ...long, 'tail\t'];
      assert.deepEqual(
        framed.slice(0, expected.length),
        expected.map((line) => `| ${line}`),
      );
      assert.equal(framed.filter((line) => line.startsWith('| ') && line.includes('A message came in')).length, 4);
      assert.ok(lines.includes('| \u2068\u202Eeman\u2069'));
      assert.equal(lines.filter((line) => line.includes('AAAA-AAAA') && !line.startsWith('| ')).length, 0);
    },
    { to: ['ann@staff.example'] },
  );
});

test('11.A4: Reply-To is there only where RFC 5322 has an address; HTML has some more', async () => {
  await with_mail(
    async (sink, server) => {
      const replies = /** @type {[string, string | undefined][]} */ ([
        ['ann.b+c@example.org', 'ann.b+c@example.org'],
        ['.ann@example.org', undefined],
        ['ann.@example.org', undefined],
        ['a..b@example.org', undefined],
        [`${'a'.repeat(60)}@${'b'.repeat(60)}.org`, undefined],
        ['ana@münchen.de', 'ana@xn--mnchen-3ya.de'],
      ]);
      for (const [email] of replies) await send(server, { email, message: email });
      const mails = await sink.expect(replies.length);
      for (const [email, reply] of replies) {
        const mail = mails.find(({ text }) =>
          text.split('message:\n| ')[1]?.replaceAll('\n| ', '').startsWith(`${email}\n`),
        );
        assert.ok(mail, email);
        assert_wire(mail);
        assert.equal(mail.headers['reply-to'], reply, email);
        assert.equal(/An answer to this mail goes to the sender/.test(mail.text), reply !== undefined, email);
      }
    },
    { to: ['ann@staff.example'] },
  );
});

test('11.A4: senders and receivers with names of any letters are written as the RFCs have them', async () => {
  const to = [
    '"Zoë Öztürk, MD" <ann@staff.example>',
    '"Bea, Inc." <bea@staff.example>',
    'cyd@staff.example',
    ...Array.from({ length: 8 }, (_, i) => `person-${i}@staff.example`),
  ];
  await with_mail(
    async (sink, server) => {
      await send(server);
      const mails = await sink.expect(to.length);
      assert.equal(new Set(mails.map(receiver)).size, to.length);
      for (const mail of mails) {
        assert_wire(mail);
        assert.match(mail.headers.from ?? '', /^"?Krisenzentrum München, e\.V\."? <site@la-cit\.example>$/);
        assert.match(mail.headers.to ?? '', /Zoë Öztürk, MD/);
      }
    },
    { to, from: '"Krisenzentrum München, e.V." <site@la-cit.example>' },
  );
});
