// Whatever words a chapter writes, both views agree, so that the painted one stays: words by lot, on the pages with the most kinds
// of sections. LACIT_SEED tries others.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { build_any_words } from '../../support/any_words.mjs';
import { agrees } from '../support/agreement.mjs';
import { suite } from '../support/suite.mjs';

const seed = Number(process.env.LACIT_SEED ?? 20261128);
const pages = ['/', '/crisis-resources/', '/what-is-cit/', '/training/', '/events/', '/donate/'];
const widths = [320, 414, 600, 768, 1024, 1280];

const work = mkdtempSync(join(tmpdir(), 'lacit-words-'));
after(() => rmSync(work, { recursive: true, force: true }));

await suite(
  `words by lot (LACIT_SEED=${seed})`,
  (check, view) => {
    for (const path of pages) {
      check(`${path} at ${widths.join(', ')} CSS pixels`, async ({ visit }) => {
        await agrees(await visit(path, { viewport: { width: 360, height: 640 } }), view, widths);
      });
    }
  },
  build_any_words(seed, work),
);
