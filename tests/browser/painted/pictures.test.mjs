// What the browser decodes or draws itself, and the canvas must agree with: pictures, and the text of fields.
import assert from 'node:assert/strict';
import { shows_picture } from '../support/pixels.mjs';
import { at_rest } from '../support/rest.mjs';
import { suite } from '../support/suite.mjs';

await suite('pictures and fields', (check) => {
  check('pictures come without the visitor doing anything', async ({ visit }) => {
    const page = await visit('/');
    await shows_picture(page, '.hero-art');
    await shows_picture(page, '.brand-mark');
  });

  check('the frame keeps its picture when another page comes, and that page has its own', async ({ visit }) => {
    const page = await visit('/');
    await page.locator('a.nav-link', { hasText: 'Training' }).click();
    await page.waitForFunction(() => location.pathname === '/training/');
    await shows_picture(page, '.hero-art');
    await shows_picture(page, '.brand-mark');
  });

  check('11.D18: whose address is taken away gives its words, and comes back with it', async ({ visit }) => {
    const page = await visit('/');
    const art = page.locator('.hero-art');
    const address = await art.getAttribute('src');
    await art.evaluate((image) => {
      for (const source of image.parentElement?.querySelectorAll('source') ?? []) source.remove();
      image.removeAttribute('srcset');
      image.removeAttribute('src');
    });
    await page.waitForFunction(() => {
      const image = document.querySelector('.hero-art');
      return image?.hasAttribute('data-failed') && getComputedStyle(image).opacity === '1';
    });
    await art.evaluate((image, back) => image.setAttribute('src', back ?? ''), address);
    await page.waitForFunction(() => document.querySelector('.hero-art')?.hasAttribute('data-failed') === false);
  });

  check('what is written in a field stands off its frame', async ({ visit }) => {
    const page = await visit('/');
    const fields = page.locator(
      '#contact input[type=text], #contact input[type=email], #contact textarea, #contact select',
    );
    const spaces = await fields.evaluateAll((all) =>
      all.map((field) => parseFloat(getComputedStyle(field).paddingLeft)),
    );
    assert.ok(spaces.length >= 4, `${spaces.length} fields`);
    for (const space of spaces) assert.ok(space >= 12, `${space} px`);
  });

  check('what is written in a field does not show through the bars above it', async ({ visit }) => {
    const page = await visit('/', { storage: { 'lacit.consent': 'declined' } });
    const field = page.locator('#contact-name');
    const top_of = () => field.evaluate((element) => element.getBoundingClientRect().top);
    await field.evaluate((element) => scrollBy({ top: element.getBoundingClientRect().top - 40, behavior: 'instant' }));
    assert.ok((await top_of()) < 60, 'the field is under the header');
    const bars = { x: 0, y: 0, width: 1280, height: 110 };
    await at_rest(page);
    const before = (await page.screenshot({ clip: bars })).toString('base64');
    await field.evaluate((element) => void Object.assign(element, { value: 'MMMMMMMMMMMMMMMM' }));
    await at_rest(page);
    assert.equal((await page.screenshot({ clip: bars })).toString('base64'), before);
  });
});
