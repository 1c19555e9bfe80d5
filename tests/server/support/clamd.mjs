// ClamAV's real daemon in a folder of the test's own, with one signature: that of EICAR's test file.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leashed } from '../../support/children.mjs';
import { until } from './waiting.mjs';

const program = ['/usr/sbin/clamd', '/usr/local/sbin/clamd'].find((path) => existsSync(path)) ?? 'clamd';

/** What every scanner must find (eicar.org); in two parts, so that none finds it in this file. */
export const eicar = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR' + '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';

/** ClamAV's `.hdb`: MD5, size, name (its manual, «Hash-based signatures»). @param {string} bytes @param {string} name */
const signature = (bytes, name) => `${createHash('md5').update(bytes).digest('hex')}:${bytes.length}:${name}\n`;

/** @param {string} socket @returns {Promise<boolean>} */
function answers(socket) {
  return new Promise((resolve) => {
    const client = connect(socket);
    client.once('error', () => resolve(false));
    client.once('data', (data) => {
      client.destroy();
      resolve(data.toString().startsWith('PONG'));
    });
    client.write('zPING\0');
  });
}

export async function make_clamd() {
  const folder = await mkdtemp(join(tmpdir(), 'lacit-clamd-'));
  // As root, clamd lets go of root's rights.
  await chmod(folder, 0o755);
  const database = join(folder, 'database');
  const socket = join(folder, 'clamd.sock');
  const config = join(folder, 'clamd.conf');
  await mkdir(database);
  await writeFile(join(database, 'test.hdb'), signature(eicar, 'Eicar-Test-Signature'));
  await writeFile(config, `Foreground yes\nDatabaseDirectory ${database}\nLocalSocket ${socket}\nFixStaleSocket yes\n`);
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child;
  let said = '';

  const clamd = {
    socket,
    async start() {
      child = leashed(spawn(program, ['--config-file', config]));
      child.stdout?.on('data', (data) => (said += data));
      child.stderr?.on('data', (data) => (said += data));
      child.once('error', (error) => (said += error.message));
      await until(() => answers(socket), 60).catch((error) => {
        throw new Error(`clamd did not start: ${error.message}\n${said}`);
      });
    },
    async stop() {
      const running = child;
      child = undefined;
      if (!running) return;
      running.kill('SIGKILL');
      await once(running, 'close');
    },
    async end() {
      await clamd.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return clamd;
}
