// A display for the engines that need one: Firefox and WebKitGTK give WebGL only to a window.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { leashed } from '../../support/children.mjs';

/** @typedef {{ name: string, stop: () => Promise<void> }} Display */

const tries = 20;

/**
 * An X display of its own, such as `:731`. The number is drawn here: servers that find a free one themselves
 * (-displayfd alone) take no lock, and two that start at the same moment take each other's socket.
 * @returns {Promise<Display>}
 */
export async function start_display() {
  for (let i = 0; i < tries; i += 1) {
    const display = await start_server(`:${100 + Math.floor(Math.random() * 10_000)}`);
    if (display) return display;
  }
  throw new Error('no Xvfb starts; ./dev setup installs xvfb');
}

/** @param {string} name @returns {Promise<Display | undefined>} none where the number is taken */
async function start_server(name) {
  // Without -noreset it starts over, deaf for a moment, whenever the last window closes.
  const arguments_ = [
    name,
    '-displayfd',
    '3',
    '-noreset',
    '-screen',
    '0',
    '2600x2000x24',
    '+extension',
    'GLX',
    '-nolisten',
    'tcp',
  ];
  const child = leashed(spawn('Xvfb', arguments_, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] }));
  const ended = new Promise((done) => child.once('close', done).once('error', done));
  const pipe = /** @type {import('node:stream').Readable} */ (child.stdio[3]);
  const listens = await Promise.race([once(pipe, 'data').then(() => true), ended.then(() => false)]);
  if (!listens) return undefined;
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { name, stop };
}
