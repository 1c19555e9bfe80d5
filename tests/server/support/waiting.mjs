// What tests of running programs need: a port for one, and to wait until something holds, never for a fixed time.
import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port that is free now. @returns {Promise<number>} */
export async function free_port() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
  probe.close();
  await once(probe, 'close');
  return port;
}

/** @param {() => Promise<boolean>} holds @param {number} [seconds] */
export async function until(holds, seconds = 30) {
  const deadline = Date.now() + seconds * 1000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`waited ${seconds} s in vain`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
