// A display for the engines that need one: Firefox and WebKitGTK give WebGL only to a window.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** @typedef {{ name: string, stop: () => Promise<void> }} Display */

/** @returns {Promise<Display>} an X display of its own, such as `:3`; the server itself finds a free number */
export async function start_display() {
  const arguments_ = ['-displayfd', '3', '-screen', '0', '2600x2000x24', '+extension', 'GLX', '-nolisten', 'tcp'];
  const child = spawn('Xvfb', arguments_, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const pipe = /** @type {import('node:stream').Readable} */ (child.stdio[3]);
  const failed = once(child, 'error').then(([error]) => Promise.reject(error));
  const [number] = await Promise.race([once(pipe, 'data'), failed]);
  const stop = async () => {
    const ended = once(child, 'close');
    child.kill('SIGTERM');
    await ended;
  };
  return { name: `:${String(number).trim()}`, stop };
}
