// A desktop with Orca, the real screen reader: its keys, and what it says.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { start_display } from '../../engines/support/xvfb.mjs';

const run = promisify(execFile);
const script = fileURLToPath(new URL('desk.sh', import.meta.url));

/** Milliseconds that Orca may take to answer, and those after an answer in which more of it may come. */
const patience_ms = 6000;
const rest_ms = 700;

/** @returns {Promise<Desk>} */
export async function start_desk() {
  const display = await start_display();
  const home = await mkdtemp(join(tmpdir(), 'lacit-orca-'));
  const runtime = join(home, 'run');
  await mkdir(runtime);
  await chmod(runtime, 0o700); // as the XDG base directory specification wants it
  const env = { ...process.env, DISPLAY: display.name, HOME: home, XDG_RUNTIME_DIR: runtime, GNOME_ACCESSIBILITY: '1' };
  const log = join(home, 'orca.out');
  // A process group of its own: Orca ends only by KILL.
  const child = spawn('dbus-run-session', ['--', script, log], {
    env,
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const ended = once(child, 'close');
  const [address] = await once(child.stdout, 'data');
  const stop = async () => {
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
    await ended;
    await display.stop();
    await rm(home, { recursive: true, force: true });
  };
  return new Desk({ ...env, DBUS_SESSION_BUS_ADDRESS: String(address).trim() }, log, stop);
}

export class Desk {
  /** @param {NodeJS.ProcessEnv} env of programs on this desk @param {string} log @param {() => Promise<void>} stop */
  constructor(env, log, stop) {
    this.env = env;
    this.stop = stop;
    this.log = log;
  }

  /** A key as xdotool names it, pressed by the keyboard and not by a driver, so that Orca gets it first. @param {string} key */
  async press(key) {
    await run('xdotool', ['key', key], { env: this.env });
  }

  /** Keys one after the other, at the pace of a hand: Orca drops what comes faster. @param {string[]} keys */
  async type(keys) {
    for (const key of keys) {
      await this.press(key);
      // eslint-disable-next-line no-restricted-syntax -- time itself: the pace of a hand
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }

  /** Gives the keyboard to the page, which a browser's address bar may have. @param {number} x @param {number} y of the screen */
  async click(x, y) {
    await run('xdotool', ['mousemove', String(x), String(y), 'click', '1'], { env: this.env });
  }

  /** @returns {Promise<string[]>} all that Orca has said, but for the echo of keys */
  async said() {
    const text = await readFile(this.log, 'utf8').catch(() => '');
    return [...text.matchAll(/SPEECH OUTPUT: '(.*?)'(?:\{|$)/gm)].map((match) => match[1] ?? '');
  }

  /**
   * Does something and waits until Orca says words in answer; does it again where it says nothing, since it misses a few.
   * @param {() => Promise<unknown>} act
   * @param {RegExp} words
   * @param {number} [tries]
   * @returns {Promise<void>}
   */
  async hears(act, words, tries = 3) {
    const on_the_way = tries > 3; // through a list: another answer leads to the next step
    /** @type {string[]} */
    let answer = [];
    for (let i = 0; i < tries; i += 1) {
      answer = [];
      const before = (await this.said()).length;
      await act();
      let deadline = Date.now() + patience_ms;
      while (Date.now() < deadline) {
        const heard = answer.length;
        answer = (await this.said()).slice(before);
        if (answer.some((line) => words.test(line))) return;
        if (on_the_way && answer.length > heard) deadline = Math.min(deadline, Date.now() + rest_ms);
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
    }
    throw new Error(`Orca did not say ${words}, but ${JSON.stringify(answer)}`);
  }
}
