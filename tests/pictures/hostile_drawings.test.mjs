// Whatever a drawing holds: opened by itself, on a host without any policy, nothing runs and nothing is loaded.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from '../browser/support/browser.mjs';
import { hostile_drawings, open_host, outcomes_of } from './support/drawings.mjs';
import { Studio } from './support/studio.mjs';

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {[string, string][]} */
let drawings;
/** @type {import('./support/drawings.mjs').Outcome[]} */
let outcomes;
/** @type {{ origin: string, close: () => void }} */
let host;
before(async () => {
  const studio = await Studio.open();
  drawings = await hostile_drawings();
  outcomes = await outcomes_of(
    studio,
    drawings.map(([, drawing]) => drawing),
  );
  await studio.close();
  const files = new Map(drawings.map(([, drawing], i) => [`/raw/${i}.svg`, drawing]));
  outcomes.forEach(({ cleaned }, i) => cleaned && files.set(`/clean/${i}.svg`, cleaned));
  host = await open_host(files);
  browser = await launch();
});
after(async () => {
  await browser.close();
  host.close();
});

/** What a drawing does when it is opened as a page and touched. @param {string} path @returns {Promise<string[]>} */
async function deeds_of(path) {
  const context = await browser.newContext({ viewport: { width: 90, height: 90 } });
  await context.route('**', (route) =>
    route.request().url().startsWith(host.origin) ? route.continue() : route.fulfill({ body: '' }),
  );
  const page = await context.newPage();
  /** @type {string[]} */
  const deeds = [];
  page.on('dialog', (dialog) => {
    deeds.push('runs');
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    const url = request.url();
    if (url !== host.origin + path && !url.endsWith('/favicon.ico') && !url.startsWith('data:'))
      deeds.push(`loads ${url}`);
  });
  await page.goto(host.origin + path, { waitUntil: 'load' });
  await page.mouse.move(40, 40);
  await page.mouse.click(45, 45);
  await page.keyboard.press('Tab');
  // eslint-disable-next-line no-restricted-syntax -- time itself: what hostile drawings do, they may do a little later
  await page.waitForTimeout(60);
  await context.close();
  return deeds;
}

test('11.B10: the drawings do run and load as they come, so that this test can tell', async () => {
  const deeds = new Map();
  for (const name of [
    'script with a prefix of its own',
    'handler behind a > in a value',
    'javascript in character references',
    'iframe of XHTML from elsewhere',
    'onload of the root',
    'picture from elsewhere',
    'import',
  ]) {
    const i = drawings.findIndex(([each]) => each === name);
    deeds.set(name, (await deeds_of(`/raw/${i}.svg`)).length > 0);
  }
  assert.deepEqual(
    [...deeds].filter(([, does]) => !does),
    [],
  );
});

test('11.B10: every hostile drawing is refused with its place and how to mend it, or comes out harmless', async () => {
  assert.ok(drawings.length >= 100);
  let harmless = 0;
  for (const [i, { refused, cleaned }] of outcomes.entries()) {
    const [name] = drawings[i];
    if (refused !== '') {
      assert.match(refused, /^\d+:\d+: .+; \w/, name);
      continue;
    }
    assert.ok(cleaned.startsWith('<svg xmlns="http://www.w3.org/2000/svg"'), name);
    assert.deepEqual(await deeds_of(`/clean/${i}.svg`), [], name);
    ++harmless;
  }
  assert.ok(harmless >= 10, 'some pass');
});

test('11.B10: a bitmap in a drawing that is none is refused', () => {
  const i = drawings.findIndex(([name]) => name === 'picture that says PNG and is a page');
  assert.match(outcomes[i].refused, /^1:149: of a picture in the drawing: it is no PNG, JPEG, WebP or AVIF/);
});
