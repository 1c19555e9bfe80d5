// A captcha provider in place of the proof of work, against a stand-in for it. Numbers: docs/requirements.md.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { build_site, secret, serve_captcha, start_provider } from './support/captcha.mjs';
import { good, json, post, proof, site } from './support/forms.mjs';
import { run } from './support/process.mjs';

const fields = {
  recaptcha: 'g-recaptcha-response',
  hcaptcha: 'h-captcha-response',
  turnstile: 'cf-turnstile-response',
};
/** @typedef {keyof typeof fields} Name */

/** @type {Record<string, Awaited<ReturnType<typeof build_site>>>} */
const built = {};
/** @type {Awaited<ReturnType<typeof start_provider>>} */
let provider;
before(async () => {
  provider = await start_provider();
  for (const name of Object.keys(fields)) built[name] = await build_site(name);
});
after(async () => {
  await provider.end();
  for (const one of Object.values(built)) await one.end();
});

/**
 * @param {Name} name
 * @param {(server: Awaited<ReturnType<typeof serve_captcha>>) => Promise<void>} work
 * @param {{ url?: string, more?: string }} [how]
 */
async function with_server(name, work, { url = provider.url, more = '' } = {}) {
  const server = await serve_captcha(built[name]?.site ?? '', name, url, more);
  try {
    await work(server);
  } finally {
    await server.end();
  }
}

/** @param {{ origin: string }} server @param {Name} name @param {string} token */
const send = ({ origin }, name, token) => post(origin, { ...good, [fields[name]]: token });

for (const name of /** @type {Name[]} */ (Object.keys(fields))) {
  test(`29: ${name}: a good token verifies a message; a bad one, one of another site and none are refused`, async () => {
    await with_server(name, async (server) => {
      const answer = await send(server, name, 'good');
      assert.equal(answer.status, 201);
      const { reference } = await json(answer);
      assert.doesNotMatch((await server.inbox('show', reference)).out, /unverified/);
      const asked = provider.asked.at(-1);
      assert.deepEqual({ secret: asked?.secret, remoteip: asked?.remoteip }, { secret, remoteip: '127.0.0.1' });
      const wrong = [
        'bad',
        'elsewhere',
        ...(name === 'hcaptcha' ? [] : ['other-form']),
        ...(name === 'recaptcha' ? ['low'] : []),
      ];
      for (const token of wrong) {
        const refused = await send(server, name, token);
        assert.equal(refused.status, 422, token);
        assert.equal((await json(refused)).code, 'captcha_failed');
      }
      const none = await post(server.origin, good);
      assert.equal((await json(none)).code, 'captcha_required');
      // The work does not stand in for the provider.
      const worked = await post(server.origin, { ...good, altcha: await proof(server.origin) });
      assert.equal((await json(worked)).code, 'captcha_required');
      assert.doesNotMatch(server.errors(), new RegExp(secret));
    });
  });
}

test('29: a provider that is down, broken or slow costs no message: it is taken as unverified, and fewer of them', async () => {
  const nobody = 'http://127.0.0.1:9/siteverify';
  for (const [token, url] of [
    ['any', nobody],
    ['broken', provider.url],
    ['slow', provider.url],
  ]) {
    await with_server(
      'turnstile',
      async (server) => {
        const began = performance.now();
        const answer = await send(server, 'turnstile', token ?? '');
        assert.equal(answer.status, 201, token);
        assert.ok(performance.now() - began < 20_000, token);
        assert.match(
          (await server.inbox('show', (await json(answer)).reference)).out,
          /unverified: the captcha's provider could not be asked/,
        );
        assert.match(server.errors(), /turnstile could not be asked/);
        let last = answer;
        for (let i = 0; i < 10 && last.status === 201; i += 1) last = await send(server, 'turnstile', token ?? '');
        assert.equal(last.status, 429, 'a quarter of the limit');
        assert.ok(last.headers.get('retry-after'));
      },
      { url: url ?? '' },
    );
  }
});

test('29: where the configuration says so, what nobody can verify is refused, to be sent again', async () => {
  await with_server(
    'recaptcha',
    async (server) => {
      const answer = await send(server, 'recaptcha', 'broken');
      assert.equal(answer.status, 503);
      assert.equal((await json(answer)).code, 'captcha_down');
      assert.ok(answer.headers.get('retry-after'));
      assert.match((await server.inbox('list')).out, /No messages/);
    },
    { more: 'on_failure = "refuse"\n' },
  );
});

test('without script the signed time still does, with a provider too', async () => {
  await with_server('hcaptcha', async ({ origin, inbox }) => {
    const page = await (await post(origin, good, { accept: 'text/html' })).text();
    const [, token = ''] = /name="token"[^>]*value="([^"]+)"/.exec(page) ?? [];
    assert.ok(token, page);
    // eslint-disable-next-line no-restricted-syntax -- time itself: a person is not quicker (time_token.h)
    await new Promise((resolve) => setTimeout(resolve, 3100));
    const answer = await post(origin, { ...good, token }, { accept: 'text/html' });
    assert.equal(answer.status, 303);
    assert.match((await inbox('list')).out, /unverified/);
  });
});

test('14: pages let just that provider in, and nobody where there is none', async () => {
  const hosts = {
    recaptcha: 'www.google.com/recaptcha/',
    hcaptcha: 'hcaptcha.com',
    turnstile: 'challenges.cloudflare.com',
  };
  for (const name of /** @type {Name[]} */ (Object.keys(fields))) {
    await with_server(name, async ({ origin }) => {
      const page = await fetch(`${origin}/`);
      const policy = page.headers.get('content-security-policy') ?? '';
      for (const [other, host] of Object.entries(hosts)) {
        assert.equal(policy.includes(`https://${host}`), other === name, `${name}: ${policy}`);
      }
      assert.match(policy, /frame-src 'self' https:/);
      assert.equal((await page.text()).includes('This site is protected by reCAPTCHA'), name === 'recaptcha');
    });
  }
  const { serve } = await import('./support/process.mjs');
  const plain = await serve(site, [], { keep: true });
  const page = await fetch(`${plain.origin}/`);
  assert.doesNotMatch(page.headers.get('content-security-policy') ?? '', /https:|frame-src/);
  assert.doesNotMatch(await page.text(), /captcha/i);
  await plain.stop();
});

test('pages with one provider and a server with another are refused at the start, and so is one without its secret', async () => {
  await assert.rejects(serve_captcha(site, 'turnstile', provider.url), /make site\.json and \[captcha\] agree/);
  const none = await run([
    'serve',
    '--site',
    built.turnstile?.site ?? '',
    '--data',
    `${built.turnstile?.folder}/data`,
    '--port',
    '0',
  ]);
  assert.match(none.err, /built with the captcha «turnstile site-key», the configuration has none/);
  const { LACIT_CAPTCHA_SECRET: kept, ...rest } = process.env;
  process.env = rest;
  const { writeFile } = await import('node:fs/promises');
  const config = `${built.turnstile?.folder}/lacit.toml`;
  await writeFile(config, '[captcha]\nprovider = "turnstile"\nsite_key = "k"\nhostnames = ["x"]\n');
  assert.match(
    (await run(['serve', '--site', site, '--config', config])).err,
    /set LACIT_CAPTCHA_SECRET in the environment/,
  );
  process.env.LACIT_CAPTCHA_SECRET = kept;
});
