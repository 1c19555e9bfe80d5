// A site that has a captcha provider, and a stand-in for the provider: it answers as the token says.
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run, serve } from './process.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
export const secret = 'the secret of the stand-in';
export const hostname = 'www.la-cit.example';

/** Content with the provider, built. @param {string} provider @param {string[]} [more] flags for `lacit build` */
export async function build_site(provider, more = []) {
  const folder = await mkdtemp(join(tmpdir(), 'lacit-captcha-'));
  const content = join(folder, 'content');
  await cp(join(root, 'content'), content, { recursive: true });
  const file = join(content, 'site.json');
  const site = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...site, captcha: { provider, site_key: 'site-key' } }));
  const out = join(folder, 'site');
  const built = await run(['build', '--content', content, '--out', out, '--styles', join(root, 'web/css'), ...more]);
  if (built.code !== 0) throw new Error(built.err);
  return { folder, site: out, end: () => rm(folder, { recursive: true, force: true }) };
}

/** What each token brings. @type {Record<string, { status?: number, body: object }>} */
const answers = {
  good: { body: { success: true, hostname, action: 'contact', score: 0.9 } },
  low: { body: { success: true, hostname, action: 'contact', score: 0.1 } },
  elsewhere: { body: { success: true, hostname: 'evil.example', action: 'contact', score: 0.9 } },
  'other-form': { body: { success: true, hostname, action: 'login', score: 0.9 } },
  broken: { status: 502, body: {} },
};
const bad = { body: { success: false, 'error-codes': ['invalid-input-response'] } };

export async function start_provider() {
  /** @type {Record<string, string>[]} */
  const asked = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const part of request) text += part;
    const fields = Object.fromEntries(new URLSearchParams(text));
    asked.push(fields);
    if (fields.response === 'slow') return; // never
    const wrong_key = { body: { success: false, 'error-codes': ['invalid-input-secret'] } };
    const { status = 200, body } = /** @type {{ status?: number, body: object }} */ (
      fields.secret === secret ? (answers[fields.response ?? ''] ?? bad) : wrong_key
    );
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    asked,
    url: `http://127.0.0.1:${port}/siteverify`,
    async end() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The server for such a site. @param {string} site @param {string} provider @param {string} url @param {string} [more] lines of [captcha] */
export async function serve_captcha(site, provider, url, more = '') {
  const data = await mkdtemp(join(tmpdir(), 'lacit-data-'));
  const config = join(data, 'lacit.toml');
  const captcha = `[captcha]\nprovider = "${provider}"\nsite_key = "site-key"\nhostnames = ["${hostname}"]\nverify_url = "${url}"\ntimeout = 2\n`;
  await writeFile(config, `${captcha}${more}`);
  process.env.LACIT_CAPTCHA_SECRET = secret;
  const server = await serve(site, ['--config', config, '--data', data, '--posts-per-hour', '40'], { keep: true });
  return {
    ...server,
    /** @param {string[]} args */
    inbox: (...args) => run(['inbox', ...args, '--data', data]),
    async end() {
      await server.stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}
