// Proofs of work for thousands of posts. The benchmark knows the server's key, so it signs challenges itself; solving is the
// real thing, and so is the server's check of each. A password of PBKDF2 is padded with zero bytes (RFC 2104, 2): with counter
// 0, a nonce and the same nonce with zeros after it have one key, so that one solution serves for forty nonces. Solutions are
// kept for the next run; the signature, with its time, is made anew.
import { createHmac, pbkdf2, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';

/** @typedef {{ nonce: string, salt: string, key: string }} Solution all hex */

/** The key of the servers that are measured, as LACIT_SECRET. */
export const secret = 'the benchmark signs its challenges itself';
const cost = 5000;
const family = 40;
const life_seconds = 19 * 60;
const solvers = 4; // threads of node's pool

/** @returns {Promise<Solution>} */
async function solve() {
  for (;;) {
    const [nonce, salt] = [randomBytes(20), randomBytes(16)];
    const key = await promisify(pbkdf2)(nonce, salt, cost, 32, 'sha256');
    if (key[0] === 0) return { nonce: nonce.toString('hex'), salt: salt.toString('hex'), key: key.toString('hex') };
  }
}

/** @param {string} file where solutions are kept @param {number} count @returns {Promise<Solution[]>} */
async function solutions(file, count) {
  /** @type {Solution[]} */
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  if (known.length < count) console.error(`  proofs of work: ${count - known.length} to solve (once)`);
  const work = async () => {
    while (known.length < count) known.push(await solve());
  };
  await Promise.all(Array.from({ length: solvers }, work));
  writeFileSync(file, JSON.stringify(known));
  return known;
}

/** The form's field `altcha`. @param {Solution} solution @param {number} zeros after the nonce */
function field({ nonce, salt, key }, zeros) {
  // In the order of the alphabet, as the server signs them.
  const parameters = {
    algorithm: 'PBKDF2/SHA-256',
    cost,
    expiresAt: Math.floor(Date.now() / 1000) + life_seconds,
    keyLength: 32,
    keyPrefix: '00',
    nonce: nonce + '00'.repeat(zeros),
    salt,
  };
  const signature = createHmac('sha256', secret).update(JSON.stringify(parameters)).digest('hex');
  const whole = { challenge: { parameters, signature }, solution: { counter: 0, derivedKey: key } };
  return Buffer.from(JSON.stringify(whole)).toString('base64');
}

/**
 * @param {string} file
 * @param {number} count
 * @returns {Promise<() => string[]>} signs so many, each good for one message in a fresh data folder
 */
export async function prepare_proofs(file, count) {
  const solved = await solutions(file, Math.ceil(count / family));
  return () =>
    Array.from({ length: count }, (_, i) =>
      field(/** @type {Solution} */ (solved[Math.floor(i / family)]), i % family),
    );
}
