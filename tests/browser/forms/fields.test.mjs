// Fields as browsers and people use them: keyboards of phones, composition, undo, attachments.
import assert from 'node:assert/strict';
import { fill, form_suite, parts, thanked } from '../support/form.mjs';

const text = (/** @type {string} */ name, content = 'words') => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(content),
});

form_suite('the fields', {
  'a phone shows the right keyboard, and a browser fills in what it knows': async ({ visit }) => {
    const page = await visit();
    const shown = await page.locator('form').evaluate((form) =>
      ['name', 'email', 'phone', 'message'].map((name) => {
        const field = /** @type {HTMLInputElement} */ (/** @type {HTMLFormElement} */ (form).elements.namedItem(name));
        return [field.autocomplete, field.inputMode, field.enterKeyHint, field.spellcheck];
      }),
    );
    assert.deepEqual(shown, [
      ['name', '', 'send', true],
      ['email', 'email', 'send', true],
      ['tel', 'tel', 'send', true],
      ['', '', 'enter', true],
    ]);
  },

  'composed text arrives as it was composed, and undo takes it back': async ({ visit }) => {
    const page = await visit();
    const { message } = parts(page);
    await message.focus();
    const client = await page.context().newCDPSession(page);
    await client.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 });
    assert.equal(await message.inputValue(), 'にほ');
    await client.send('Input.insertText', { text: '日本' });
    assert.equal(await message.inputValue(), '日本');
    await page.keyboard.type(' ok');
    await page.keyboard.press('Control+z');
    assert.notEqual(await message.inputValue(), '日本 ok');
  },

  'a long message says when little room is left': async ({ view, visit }) => {
    const page = await visit();
    const { message } = parts(page);
    const count = page.locator('#contact-message-count');
    await message.fill('x'.repeat(4000));
    assert.equal(await count.isVisible(), false);
    await message.fill('x'.repeat(4990));
    await count.waitFor({ state: 'visible' });
    assert.equal(await count.textContent(), 'Characters left: 10');
    if (view === 'painted') await page.waitForFunction(() => document.querySelector('#contact-message-count .line'));
  },

  'files are listed, can be taken out again, and arrive': async ({ server, view, visit }) => {
    const page = await visit();
    const { files, rows, send } = parts(page);
    await files.setInputFiles([text('one.txt'), text('two.txt')]);
    await files.setInputFiles([text('three.csv', 'a,b')]);
    assert.deepEqual(await rows.locator('[data-behaviour=told]').allTextContents(), [
      'one.txt, 1 kB',
      'two.txt, 1 kB',
      'three.csv, 1 kB',
    ]);
    await page.getByText('Attachments (3)').waitFor();
    if (view === 'painted') await page.waitForFunction(() => document.querySelector('form li .line'));
    await page.getByRole('button', { name: 'Remove two.txt' }).click();
    assert.equal(await rows.count(), 2);
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    assert.equal(focused, 'Remove three.csv', 'focus stays in the list');
    await fill(page);
    await send.click();
    const { out } = await server.inbox('show', await thanked(page));
    assert.match(out, /one\.txt/);
    assert.match(out, /three\.csv/);
    assert.doesNotMatch(out, /two\.txt/);
  },

  'what cannot be sent is left out and named': async ({ visit }) => {
    const page = await visit();
    const { files, rows } = parts(page);
    const error = page.locator('#contact-attachments-error');
    await files.setInputFiles([text('run.exe')]);
    assert.match((await error.textContent()) ?? '', /run\.exe is not of a kind/);
    await files.setInputFiles([
      { name: 'big.txt', mimeType: 'text/plain', buffer: Buffer.alloc(10 * 1024 * 1024 + 1, 'a') },
    ]);
    assert.match((await error.textContent()) ?? '', /big\.txt is larger than 10 MB/);
    await files.setInputFiles([text('empty.txt', '')]); // 11.A9
    assert.equal(await error.textContent(), 'empty.txt is empty and was left out.');
    await files.setInputFiles(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => text(`${name}.txt`)));
    assert.match((await error.textContent()) ?? '', /No more than 5 files can be sent\. f\.txt/);
    assert.equal(await rows.count(), 5);
  },

  'a picture is pasted, a file is dropped, and one dropped beside the form does not replace the page': async ({
    server,
    visit,
  }) => {
    const page = await visit();
    const { rows, message } = parts(page);
    await message.evaluate((field) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array([137, 80, 78, 71])], 'image.png', { type: 'image/png' }));
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    assert.equal(await rows.count(), 1);
    const prevented = await page.evaluate(() => {
      const drop = (/** @type {string} */ selector) => {
        const data = new DataTransfer();
        data.items.add(new File(['x'], 'dropped.txt', { type: 'text/plain' }));
        const events = ['dragover', 'drop'].map(
          (type) => new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }),
        );
        return events.map((event) => !document.querySelector(selector)?.dispatchEvent(event));
      };
      return [drop('form [data-behaviour=form-drop]'), drop('h1')].flat();
    });
    assert.deepEqual(prevented, [true, true, true, true]);
    assert.equal(await rows.count(), 2);
    assert.equal(page.url(), `${server.origin}/`);
  },

  'the trap is out of reach of people, and a program that fills it in learns nothing': async ({ server, visit }) => {
    const page = await visit();
    assert.equal(await page.locator('[name=website]').isVisible(), false);
    await page.locator('[name=website]').evaluate((field) => void Object.assign(field, { value: 'spam' }));
    await fill(page, 'Buy now');
    await parts(page).send.click();
    const shown = await server.inbox('show', await thanked(page));
    assert.notEqual(shown.code, 0, 'it is not stored');
  },
});
