// Every page keeps html-validate's recommended rules, of which one is set aside with its reason.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { pages, read } from './support/site.mjs';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Numbers are kept whole by the layout of both views; other characters would not be found by «find in page».
    'tel-non-breaking': 'off',
  },
});

for (const page of pages) {
  test(`html-validate: ${page}`, async () => {
    const report = await validator.validateString(read(page), page);
    const problems = report.results.flatMap((result) =>
      result.messages.map(
        (message) => `${page}:${message.line}:${message.column} ${message.ruleId}: ${message.message}`,
      ),
    );
    assert.deepEqual(problems, []);
  });
}
