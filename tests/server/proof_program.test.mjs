// The form's own WebAssembly program against altcha-lib, an implementation that is not ours: its challenge, our work, its verdict.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { createChallenge, solveChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { load_form_program } from '../../web/forms/program.js';

const hmacSignatureSecret = 'a secret of thirty-two characters!';

async function program() {
  const bytes = await readFile(new URL('../../build/scripts/form.wasm', import.meta.url));
  // The real loader, fed from disk.
  return load_form_program(`data:application/wasm;base64,${bytes.toString('base64')}`);
}

const from_hex = (/** @type {string} */ hex) => Uint8Array.from(Buffer.from(hex, 'hex'));

/** @param {any} challenge */
async function solved(challenge) {
  const { nonce, salt, keyPrefix, cost } = challenge.parameters;
  const work = { nonce: from_hex(nonce), salt: from_hex(salt), prefix: from_hex(keyPrefix), cost };
  const found = (await program()).solve(work, 100_000);
  assert.ok(found);
  return { counter: found.counter, derivedKey: Buffer.from(found.key).toString('hex'), time: 1 };
}

test('altcha-lib takes what our program solves, and both find the same counter', async () => {
  for (const cost of [1, 100, 5000]) {
    const challenge = await createChallenge({
      algorithm: 'PBKDF2/SHA-256',
      cost,
      keyPrefix: '00',
      deriveKey,
      hmacSignatureSecret,
    });
    const solution = await solved(challenge);
    const verdict = await verifySolution({ challenge, solution, deriveKey, hmacSignatureSecret });
    assert.equal(verdict.verified, true);
    assert.equal((await solveChallenge({ challenge, deriveKey }))?.counter, solution.counter);
  }
});

test('a challenge that is not ours is not begun, and one that is too hard ends', async () => {
  const { solve } = await program();
  const nonce = new Uint8Array(16);
  assert.equal(solve({ nonce: new Uint8Array(61), salt: nonce, prefix: new Uint8Array(1), cost: 1 }, 10), null);
  assert.equal(solve({ nonce, salt: nonce, prefix: new Uint8Array(32), cost: 1 }, 10), null);
});

test('the rules of the program are told by name', async () => {
  const { check } = await program();
  const rule = { type: 'text', required: true, max_length: 5, options: [] };
  assert.equal(check(rule, ''), 'required');
  assert.equal(check(rule, 'Ann'), '');
  assert.equal(check(rule, 'Hannah'), 'too_long');
  assert.equal(check({ ...rule, type: 'email', max_length: 0 }, 'ann@'), 'email');
  assert.equal(check({ ...rule, type: 'select', options: ['a', 'b'] }, 'c'), 'option');
  assert.equal(check({ ...rule, type: 'textarea', max_length: 0 }, 'x'.repeat(10_001)), 'too_long');
  assert.equal(
    check({ ...rule, type: 'textarea', max_length: 0 }, '漢'.repeat(40_000)),
    'too_long',
    'longer than its memory',
  );
});
