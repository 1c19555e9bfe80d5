// The SMTP server that messages are delivered to, and whose messages it got.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { free_port } from '../../server/support/waiting.mjs';

const script = fileURLToPath(new URL('mail_count.py', import.meta.url));

export async function start_mail_count() {
  const port = await free_port();
  const child = spawn('/usr/bin/python3', [script, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] });
  /** @type {Map<string, number>} mails by Message-ID */
  const mails = new Map();
  const lines = createInterface(child.stdout);
  await once(lines, 'line');
  lines.on('line', (id) => mails.set(id, (mails.get(id) ?? 0) + 1));
  return {
    port,
    mails,
    async stop() {
      child.kill('SIGKILL');
      await once(child, 'close');
    },
  };
}
