// An address as it goes over the wire. tests/browser/forms/rules.test.mjs compares many more with what the server makes of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ascii_address } from '../../web/forms/email_address.js';

for (const [typed, wire] of Object.entries({
  'ann@example.org': 'ann@example.org',
  'Ann.O@Example.ORG': 'Ann.O@Example.ORG',
  'ann@bücher.example': 'ann@xn--bcher-kva.example',
  'ann@BÜCHER.example': 'ann@xn--bcher-kva.example',
  'ann@bu\u0308cher.example': 'ann@xn--bcher-kva.example',
  'ann@例え。テスト': 'ann@xn--r8jz45g.xn--zckzah',
  'ann@bücher.example \t': 'ann@xn--bcher-kva.example',
  'jörg@bücher.example': 'jörg@xn--bcher-kva.example',
  'ann@b\u00adücher.example': 'ann@xn--bcher-kva.example',
  'no address': 'no address',
})) {
  test(`«${typed}» is «${wire}»`, () => assert.equal(ascii_address(typed), wire));
}

for (const domain of ['♥.de', '-ü.de', 'ü-.de', 'ab--ü.de', 'ü..de', 'ü de.org', 'ـü.de', '.ü']) {
  test(`«${domain}» is no domain: the address goes without one, which no server takes`, () => {
    assert.equal(ascii_address(`ann@${domain}`), 'ann@');
  });
}
