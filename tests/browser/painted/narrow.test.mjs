// Windows narrower than 400 % zoom makes them (WCAG 1.4.10): both views agree on every page, so the painted one stays.
import { agrees } from '../support/agreement.mjs';
import { pages } from '../support/pages.mjs';
import { suite } from '../support/suite.mjs';

const widths = [300, 280, 256, 240]; // 256 is 500 % of 1280

await suite('narrow windows', (check, view) => {
  for (const path of [...pages, '/nowhere/']) {
    check(`${path} at ${widths.join(', ')} CSS pixels`, async ({ visit }) => {
      await agrees(await visit(path, { viewport: { width: 360, height: 640 } }), view, widths);
    });
  }
});
