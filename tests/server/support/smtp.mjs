// The SMTP server that deliveries are tested against: python3-aiosmtpd, with what it got and how it fails.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { leashed } from '../../support/children.mjs';
import { free_port, until } from './waiting.mjs';

const script = fileURLToPath(new URL('smtp_sink.py', import.meta.url));

/**
 * @typedef {object} Mail
 * @property {Record<string, string>} headers
 * @property {string} text
 * @property {{ name: string, bytes: string }[]} files
 * @property {string[]} defects everything in it that is not as the RFCs have it
 * @property {string} envelope
 * @property {string} raw its bytes as they came
 */

/** Read by Python's own library: what a mail program would see, and what it minds. */
const reader = `
import email, email.policy, json, pathlib, sys
m = email.message_from_bytes(pathlib.Path(sys.argv[1]).read_bytes(), policy=email.policy.default)
body = m.get_body(('plain',))
files = [{'name': p.get_filename(), 'bytes': p.get_content() if isinstance(p.get_content(), str) else p.get_content().decode('latin-1')} for p in m.iter_attachments()]
defects = [repr(d) for p in m.walk() for d in [*p.defects, *[d for v in p.values() for d in v.defects]]]
print(json.dumps({'headers': {k.lower(): str(v) for k, v in m.items()}, 'text': body.get_content().replace('\\r\\n', '\\n') if body else '', 'files': files, 'defects': defects}))
`;

export async function start_sink() {
  const folder = await mkdtemp(join(tmpdir(), 'lacit-smtp-'));
  const port = await free_port();
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child;

  /** @returns {Promise<Mail[]>} */
  async function mails() {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort();
    return Promise.all(
      names.map(async (name) => {
        const { stdout } = await promisify(execFile)('/usr/bin/python3', ['-c', reader, join(folder, name)], {
          maxBuffer: 2 ** 27,
        });
        const envelope = await readFile(join(folder, name.replace('.eml', '.envelope')), 'utf8');
        return { ...JSON.parse(stdout), envelope, raw: await readFile(join(folder, name), 'latin1') };
      }),
    );
  }

  const sink = {
    port,
    mails,
    async start() {
      child = leashed(
        spawn('/usr/bin/python3', [script, folder, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] }),
      );
      await once(/** @type {import('node:stream').Readable} */ (child.stdout), 'data');
    },
    async stop() {
      const running = child;
      child = undefined;
      if (!running) return;
      running.kill('SIGKILL');
      await once(running, 'close');
    },
    /** @param {'' | '451' | '550' | '554' | 'drop' | `550 ${string}`} mode */
    fail: (mode) => writeFile(join(folder, 'mode'), mode),
    /** @returns {Promise<number>} receivers that were asked for */
    attempts: async () => (await readFile(join(folder, 'attempts'), 'utf8').catch(() => '')).split('\n').length - 1,
    /** Waits for so many mails and a little for more. @param {number} count */
    async expect(count) {
      await until(async () => (await mails()).length >= count);
      // eslint-disable-next-line no-restricted-syntax -- time itself: mails that are one too many come a little later
      await new Promise((resolve) => setTimeout(resolve, 300));
      return mails();
    },
    async end() {
      await sink.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await sink.start();
  return sink;
}
