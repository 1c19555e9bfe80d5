// The browser, by the attributes that are printed, and the server, by src/forms, judge the same: each case is typed into the
// page's real field and sent to the real server.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serve_forms } from '../server/support/forms.mjs';
import { close, launch, open } from './support/browser.mjs';

/** @type {import('../server/support/forms.mjs').FormServer} */
let server;
/** @type {Awaited<ReturnType<typeof launch>>} */
let browser;
before(async () => {
  server = await serve_forms();
  browser = await launch();
});
after(async () => {
  await browser.close();
  await server.end();
});

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const emails = [
  ...['a@b', 'ann@example.org', ' ann@example.org ', 'a.b@c.d', 'a..b@c.d', '.a@b.c', 'a.@b.c', 'a', 'a@', '@b', 'a@b@c', 'a b@c.d', 'a@b c'],
  ...['a@-b.c', 'a@b-.c', 'a@b..c', 'a@.b', 'a@b.', 'a@b_c', 'a@1.2.3.4', 'a@[1.2.3.4]', '"a b"@c.d', 'a@b,c', 'a,b@c', 'mailto:a@b.c', 'ä@b.c'],
  ...["!#$%&'*+/=?^_`{|}~-@x.y", 'a(b@c.d', 'a)b@c.d', 'a<b@c.d', 'a>b@c.d', 'a:b@c.d', 'a;b@c.d', 'a[b@c.d', 'a]b@c.d', 'a\\b@c.d', 'a"b@c.d'],
  ...[1, 62, 63, 64].map((length) => `a@${'b'.repeat(length)}.c`),
  ...[...letters].map((letter) => `${letter}@${letter}.org`),
];
const phones = [
  ...['5045550134', '504 555 0134', '(504) 555-0134', '+1 (504) 555-0134', '504.555.0134', '504-555-0134 x12', '504-555-0134x12', '1234567', '123456'],
  ...['504 555 0134 ext 7', '504 555 0134 ext. 7', '504 555 0134 extension 7', '504 555 0134 x', '504 555 0134 x1234567', '504 555 0134 x123456'],
  ...['++1 504 555 0134', '1+504 555 0134', '504_555_0134', '504,555,0134', 'five', '123456789012345', '1234567890123456', ' 504 555 0134', '504 555 0134 '],
  ...['-5045550134', '/504/555/0134', '(((5045550134', '504)5550134', ')5045550134', '#5045550134', '*995045550134', '+', '+ 49 30 1234567', '０１２３４５６７'],
  ...Array.from({ length: 20 }, (_, count) => '7'.repeat(count)),
  ...Array.from({ length: 14 }, (_, count) => `+${'7 '.repeat(count)}`), // no longer than maxlength, which scripts get past
];
const texts = ['', ' ', 'Ann', "O'Brien", 'Größe', '李', '\u{1F600}', 'a\nb', 'a\r\nb', '\n', '<b>', '"', '\t', 'x'.repeat(100), 'x'.repeat(99) + 'ä'];
const topics = ['general', 'training', 'media', 'partner', 'volunteer', 'secrets', '', 'General question'];

/** @type {[string, string][]} */
const cases = [
  ...emails.map((value) => /** @type {[string, string]} */ (['email', value])),
  ...phones.map((value) => /** @type {[string, string]} */ (['phone', value])),
  ...texts.flatMap((value) => /** @type {[string, string][]} */ ([['name', value], ['message', value]])),
  ...topics.map((value) => /** @type {[string, string]} */ (['topic', value])),
  ...['on', ''].map((value) => /** @type {[string, string]} */ (['consent', value])),
];

/**
 * Runs in the page: what the field makes of the value, and whether it lets it be sent.
 * @param {[string, string][]} all
 */
function judge(all) {
  const form = /** @type {HTMLFormElement} */ (document.querySelector('form[action^="/api/forms/"]'));
  return all.map(([name, value]) => {
    const field = /** @type {any} */ (form.elements.namedItem(name));
    if (field.type === 'checkbox') field.checked = value === 'on';
    else field.value = value;
    return { sends: field.type === 'checkbox' ? (field.checked ? 'on' : '') : field.value, valid: field.validity.valid };
  });
}

test('a field takes in the browser what the server takes, in more than 200 cases', async () => {
  const page = await open(browser, `${server.origin}/`, { view: 'plain' });
  const judged = await page.evaluate(judge, cases);
  assert.ok(cases.length >= 200, `${cases.length} cases`);
  const wrong = [];
  for (const [i, [name, value]] of cases.entries()) {
    const { sends = '', valid } = judged[i] ?? {};
    const body = new URLSearchParams({ email: 'a@b.c', message: 'x', consent: 'on', [name]: sends });
    const answer = await fetch(`${server.origin}/api/forms/contact`, { method: 'POST', body, headers: { accept: 'application/json' } });
    const { code, errors = [] } = /** @type {any} */ (await answer.json());
    const taken = code === 'proof_required'; // asked for only where the fields are good
    if (taken !== valid) wrong.push({ name, value, sends, browser: valid, server: errors });
  }
  assert.deepEqual(wrong, []);
  await close(page);
});

test('a field takes no more characters than the server does, counted alike', async () => {
  const page = await open(browser, `${server.origin}/`, { view: 'plain' });
  const field = page.locator('form[action^="/api/forms/"] [name=name]');
  await field.focus();
  await page.keyboard.insertText('\u{1F600}'.repeat(60)); // two code units each
  const typed = await field.inputValue();
  assert.equal(typed.length, 100);
  for (const [name, code] of /** @type {[string, string][]} */ ([
    [typed, 'proof_required'],
    [`${typed}.`, 'invalid'],
  ])) {
    const body = new URLSearchParams({ email: 'a@b.c', message: 'x', consent: 'on', name });
    const answer = await fetch(`${server.origin}/api/forms/contact`, { method: 'POST', body, headers: { accept: 'application/json' } });
    assert.equal(/** @type {any} */ (await answer.json()).code, code);
  }
  await close(page);
});
