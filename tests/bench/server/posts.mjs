// Visitors who send the contact form over connections that stay open.
import { Agent, request } from 'node:http';
import { good } from '../../server/support/forms.mjs';

export const connections = 64;

/** @param {number} most connections */
export const keep_alive = (most = connections) => new Agent({ keepAlive: true, maxSockets: most });

/** @param {string} origin @param {Agent} agent @param {string} path @returns {Promise<{ status: number, text: string }>} */
export const get = (origin, agent, path) => ask(origin + path, { agent }, '');

/**
 * @param {string} origin
 * @param {Agent} agent
 * @param {{ message: string, altcha: string }} fields
 * @param {string} key Idempotency-Key
 */
export function post(origin, agent, fields, key) {
  const body = new URLSearchParams({ ...good, ...fields }).toString();
  const headers = {
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(Buffer.byteLength(body)),
    'idempotency-key': key,
  };
  return ask(`${origin}/api/forms/contact`, { agent, method: 'POST', headers }, body);
}

/**
 * @param {string} url
 * @param {import('node:http').RequestOptions} options
 * @param {string} body
 * @returns {Promise<{ status: number, text: string }>}
 */
function ask(url, options, body) {
  return new Promise((resolve, reject) => {
    const sent = request(url, options, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (piece) => (text += piece));
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      answer.once('error', reject);
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

/** Does `work` with each item, so many at a time. @template T @param {T[]} items @param {number} at_once @param {(item: T, i: number) => Promise<void>} work */
export async function each(items, at_once, work) {
  let next = 0;
  const one = async () => {
    for (let i = next++; i < items.length; i = next++) await work(/** @type {T} */ (items[i]), i);
  };
  await Promise.all(Array.from({ length: at_once }, one));
}
