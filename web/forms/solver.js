// A worker: makes the proof of work, so that the page stays as quick as it is. ALTCHA version 2 (src/service/intake/proof.h).
import { load_form_program } from './program.js';

/** Some 256 are needed on average; a challenge that takes thousands is none of ours. */
const most_counters = 100_000;

/** @param {string} hex */
const bytes_of = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
/** @param {Uint8Array} bytes */
const hex_of = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** @param {{ wasm: string, challenge: any }} task @returns {Promise<string>} what goes into the field `altcha` */
async function solve({ wasm, challenge }) {
  const { algorithm, nonce, salt, keyPrefix, cost, keyLength } = challenge.parameters;
  if (algorithm !== 'PBKDF2/SHA-256' || keyLength !== 32) throw new Error(`a challenge of another kind: ${algorithm}`);
  const program = await load_form_program(wasm);
  const began = performance.now();
  const work = { nonce: bytes_of(nonce), salt: bytes_of(salt), prefix: bytes_of(keyPrefix), cost };
  const found = program.solve(work, most_counters);
  if (!found) throw new Error('no counter solves the challenge');
  const time = Math.round(performance.now() - began);
  return btoa(JSON.stringify({ challenge, solution: { counter: found.counter, derivedKey: hex_of(found.key), time } }));
}

addEventListener('message', (event) => {
  solve(event.data).then(
    (payload) => postMessage({ payload }),
    (error) => postMessage({ error: String(error) }),
  );
});
