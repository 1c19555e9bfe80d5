// The browser, by the attributes that are printed and by its scripts, and the server, by src/ground/forms, judge the same: each case
// is typed into the page's real field and sent to the real server.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serve_forms } from '../../server/support/forms.mjs';
import { close, launch, open } from '../support/browser.mjs';
import { helped } from '../support/form.mjs';
import { eventually } from '../support/pixels.mjs';

/** @type {import('../../server/support/forms.mjs').FormServer} */
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
// As a table, which reads better than a value a line:
// prettier-ignore
const emails = [
  ...['a@b', 'ann@example.org', ' ann@example.org ', 'a.b@c.d', 'a..b@c.d', '.a@b.c', 'a.@b.c', 'a', 'a@', '@b', 'a@b@c', 'a b@c.d', 'a@b c'],
  ...['a@-b.c', 'a@b-.c', 'a@b..c', 'a@.b', 'a@b.', 'a@b_c', 'a@1.2.3.4', 'a@[1.2.3.4]', '"a b"@c.d', 'a@b,c', 'a,b@c', 'mailto:a@b.c', 'ä@b.c'],
  ...["!#$%&'*+/=?^_`{|}~-@x.y", 'a(b@c.d', 'a)b@c.d', 'a<b@c.d', 'a>b@c.d', 'a:b@c.d', 'a;b@c.d', 'a[b@c.d', 'a]b@c.d', 'a\\b@c.d', 'a"b@c.d'],
  ...[1, 62, 63, 64].map((length) => `a@${'b'.repeat(length)}.c`),
  ...[...letters].map((letter) => `${letter}@${letter}.org`),
];
/** Domains of other scripts, and what only looks like one. */
// As a table, which reads better than a value a line:
// prettier-ignore
const international = [
  ...['ana@münchen.de', 'ana@MÜNCHEN.DE', 'ana@mu\u0308nchen.de', ' ana@münchen.de ', 'ana@münchen', 'Ana@post.münchen.de', 'a@straße.de', 'a@STRASSE.de', 'a@faß.de'],
  ...['a@例え.テスト', 'a@例え。テスト', 'a@例え．テスト', 'a@例え｡テスト', 'a@пример.рф', 'a@παράδειγμα.ελ', 'a@उदाहरण.भारत', 'a@ตัวอย่าง.ไทย', 'a@한국.kr', 'a@ایران.ir'],
  ...['a@מבחן.example', 'a@عربي.example', 'a@عـربي.example', 'a@aא.de', 'a@אa.de', 'a@א1.de', 'a@1א.de', 'a@١٢٣.de', 'a@אב.a1.de'],
  ...['a@क्\u200Dष.example', 'a@क्\u200Cष.example', 'a@a\u200Db.de', 'a@a\u200Cb.de', 'a@\u200D.de', 'a@mün\u00ADchen.de', 'a@mün\u200Bchen.de', 'a@mün\u2060chen.de'],
  ...['a@раураl.com', 'a@pаypal.com', 'a@Ⅷ.de', 'a@ⓖⓞ.de', 'a@ﬁ.de', 'a@ｅｘａｍｐｌｅ.org', 'a@１２３.de', 'a@1.2.3.２', 'a@²ü.de', 'a@½.de', 'a@℃.de', 'a@l·l.es', 'a@日本・語.jp'],
  ...['a@♥.de', 'a@\u{1F600}.la', 'a@→.de', 'a@a…b.de', 'a@ü€.de', 'a@ü!.de', 'a@mün chen.de', 'a@mün_chen.de', 'a@mün/chen.de', 'a@mün%41.de', 'a@mün:80', 'a@münchen.de\u00A0'],
  ...['a@-münchen.de', 'a@münchen-.de', 'a@mün-chen.de', 'a@mün--chen.de', 'a@mü--nchen.de', 'a@－münchen.de', 'a@münchen..de', 'a@.münchen.de', 'a@münchen.de.', 'a@münchen。'],
  ...['a@\u0308a.de', 'a@a\u0308.de', 'a@\u0301.de', 'a@1\u0308.de', 'a@ü\u{10FFFF}.de', 'a@\uFFFD.de'],
  ...['a@xn--mnchen-3ya.de', 'a@XN--MNCHEN-3YA.DE', 'a@xn--.de', 'a@xn--a.de', 'a@xn--zzzzzzzzz99.de', 'a@xn--münchen.de', 'a@xn--mnchen-3yaü.de', 'a@ｘｎ－－ｍｎｃｈｅｎ－３ｙａ.de', 'a@xn--google-.com', 'a@xn--0.pt', 'a@b.xn--mnchen-3ya', 'a@axn--b.de'],
  ...[10, 40, 56, 57, 58, 59, 60, 63, 64, 100].map((length) => `a@${'ü'.repeat(length)}.de`),
  `a@${'münchen.'.repeat(20)}de`,
  `a@${'münchen.'.repeat(15)}de`,
  ...['jörg@example.org', 'jörg@münchen.de', '例@例え.テスト', 'a@b@münchen.de', '@münchen.de', 'münchen.de', 'a@münchen.de, b@münchen.de', '<a@münchen.de>', 'a\u200D@b.de'],
];
// As a table, which reads better than a value a line:
// prettier-ignore
const phones = [
  ...['5045550134', '504 555 0134', '(504) 555-0134', '+1 (504) 555-0134', '504.555.0134', '504-555-0134 x12', '504-555-0134x12', '1234567', '123456'],
  ...['504 555 0134 ext 7', '504 555 0134 ext. 7', '504 555 0134 extension 7', '504 555 0134 x', '504 555 0134 x1234567', '504 555 0134 x123456'],
  ...['++1 504 555 0134', '1+504 555 0134', '504_555_0134', '504,555,0134', 'five', '123456789012345', '1234567890123456', ' 504 555 0134', '504 555 0134 '],
  ...['-5045550134', '/504/555/0134', '(((5045550134', '504)5550134', ')5045550134', '#5045550134', '*995045550134', '+', '+ 49 30 1234567', '０１２３４５６７'],
  ...Array.from({ length: 20 }, (_, count) => '7'.repeat(count)),
  ...Array.from({ length: 14 }, (_, count) => `+${'7 '.repeat(count)}`), // no longer than maxlength, which scripts get past
];
// As a table, which reads better than a value a line:
// prettier-ignore
const texts = ['', ' ', 'Ann', "O'Brien", 'Größe', '李', '\u{1F600}', 'a\nb', 'a\r\nb', '\n', '<b>', '"', '\t', 'x'.repeat(100), 'x'.repeat(99) + 'ä'];
const topics = ['general', 'training', 'media', 'partner', 'volunteer', 'secrets', '', 'General question'];

/** @type {[string, string][]} */
const cases = [
  ...emails.map((value) => /** @type {[string, string]} */ (['email', value])),
  ...phones.map((value) => /** @type {[string, string]} */ (['phone', value])),
  ...texts.flatMap(
    (value) =>
      /** @type {[string, string][]} */ ([
        ['name', value],
        ['message', value],
      ]),
  ),
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
    return {
      sends: field.type === 'checkbox' ? (field.checked ? 'on' : '') : field.value,
      valid: field.validity.valid,
    };
  });
}

/** @param {string} name @param {string} value @returns {Promise<{ taken: boolean, errors: object[] }>} */
async function asked(name, value) {
  const body = new URLSearchParams({ email: 'a@b.c', message: 'x', consent: 'on', [name]: value });
  const answer = await fetch(`${server.origin}/api/forms/contact`, {
    method: 'POST',
    body,
    headers: { accept: 'application/json' },
  });
  const { code, errors = [] } = /** @type {any} */ (await answer.json());
  return { taken: code === 'proof_required', errors }; // asked for only where the fields are good
}

test('a field takes in the browser what the server takes, in more than 200 cases', async () => {
  const page = await open(browser, `${server.origin}/`, { view: 'plain' });
  const judged = await page.evaluate(judge, cases);
  assert.ok(cases.length >= 200, `${cases.length} cases`);
  const wrong = [];
  for (const [i, [name, value]] of cases.entries()) {
    const { sends = '', valid } = judged[i] ?? {};
    const { taken, errors } = await asked(name, sends);
    if (taken !== valid) wrong.push({ name, value, sends, browser: valid, server: errors });
  }
  assert.deepEqual(wrong, []);
  await close(page);
});

/**
 * Runs in the page: what its scripts say of each address when the field is left.
 * @param {string[]} all
 */
function judge_by_script(all) {
  const field = /** @type {HTMLInputElement} */ (document.querySelector('form[action^="/api/forms/"] [name=email]'));
  return all.map((value) => {
    field.value = value;
    field.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    return field.getAttribute('aria-invalid') !== 'true';
  });
}

test('11.A9: scripts and server take the same addresses, of any script, and attributes refuse none of them', async () => {
  const page = await open(browser, `${server.origin}/`, { view: 'plain' });
  await helped(page);
  await page.locator('form [name=email]').focus(); // fetches the rules; before them the attributes judge, which take a heart
  await eventually(async () => !(await page.evaluate(judge_by_script, ['a@♥.de']))[0], 'the rules');
  const all = [...emails, ...international];
  const by_script = await page.evaluate(judge_by_script, all);
  const by_attributes = await page.evaluate(
    judge,
    all.map((value) => /** @type {[string, string]} */ (['email', value])),
  );
  const wrong = [];
  let taken_abroad = 0;
  for (const [i, value] of all.entries()) {
    const { taken } = await asked('email', value);
    const verdicts = { server: taken, script: by_script[i], attributes: by_attributes[i]?.valid };
    if (taken !== verdicts.script || (taken && !verdicts.attributes)) wrong.push({ value, ...verdicts });
    if (taken && international.includes(value)) taken_abroad += 1;
  }
  assert.deepEqual(wrong, []);
  assert.ok(
    taken_abroad > 40 && taken_abroad < international.length - 40,
    `${taken_abroad} of ${international.length}`,
  );
  await close(page);
});

test('11.A9: without script the browser itself sends what the server takes', async () => {
  const page = await open(browser, `${server.origin}/`, { view: 'plain', javaScriptEnabled: false });
  const form = page.locator('form[action^="/api/forms/"]');
  await form.locator('[name=email]').fill('ana@münchen.de');
  await form.locator('[name=message]').fill('x');
  await form.locator('[name=consent]').check();
  await form.locator('[type=submit]').click();
  await page.waitForURL(/\/api\/forms\/contact$/);
  assert.match(await page.locator('main').innerText(), /Press the button once more/);
  assert.equal(await page.locator('[name=email]').inputValue(), 'ana@münchen.de');
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
    const answer = await fetch(`${server.origin}/api/forms/contact`, {
      method: 'POST',
      body,
      headers: { accept: 'application/json' },
    });
    assert.equal(/** @type {any} */ (await answer.json()).code, code);
  }
  await close(page);
});
