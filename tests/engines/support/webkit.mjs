// WebKitGTK by WebDriver: the engine of Safari, in a window of GNOME's MiniBrowser.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PNG } from 'pngjs';
import { Builder, Button, Key, Origin } from 'selenium-webdriver';
import { free_port } from '../../browser/support/server.mjs';
import { start_display } from './xvfb.mjs';

/** @typedef {import('./tab.d.ts').Tab} Tab */
/** @typedef {import('selenium-webdriver').WebDriver} WebDriver */

const browser_binary = process.env.MINIBROWSER ?? '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

/** @returns {Promise<import('./tab.d.ts').Engine>} */
export async function start_webkit() {
  const display = await start_display();
  return {
    name: 'webkit',
    async open({ width = 1280, height = 800, ratio = 1 } = {}) {
      const { driver, stop } = await start_driver(display.name, ratio);
      const tab = tab_of(driver, stop);
      await tab.resize(width, height);
      return tab;
    },
    close: () => display.stop(),
  };
}

/**
 * A driver process holds one session, and the ratio is its environment's: so each tab has one of its own.
 * @param {string} display
 * @param {number} ratio a whole number
 */
async function start_driver(display, ratio) {
  const port = await free_port();
  const child = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: display, GDK_SCALE: String(ratio), WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
  });
  await answers(port);
  const driver = await new Builder()
    .usingServer(`http://127.0.0.1:${port}`)
    .withCapabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: browser_binary, args: ['--automation'] },
    })
    .build();
  const stop = async () => {
    await driver.quit();
    const ended = once(child, 'close');
    child.kill('SIGTERM');
    await ended;
  };
  return { driver, stop };
}

/** @param {number} port */
async function answers(port) {
  const deadline = Date.now() + 15_000;
  while (Date.now() < deadline) {
    const up = await fetch(`http://127.0.0.1:${port}/status`).then(
      () => true,
      () => false,
    );
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('WebKitWebDriver does not answer; ./dev setup installs webkit2gtk-driver');
}

/** WebDriver's own code points for keys (WebDriver 17.4.2). @type {Record<string, string>} */
const special = {
  Tab: Key.TAB,
  Escape: Key.ESCAPE,
  Enter: Key.ENTER,
  ' ': ' ',
  End: Key.END,
  Home: Key.HOME,
  PageDown: Key.PAGE_DOWN,
  PageUp: Key.PAGE_UP,
  ArrowLeft: Key.ARROW_LEFT,
  ArrowRight: Key.ARROW_RIGHT,
  ArrowUp: Key.ARROW_UP,
  ArrowDown: Key.ARROW_DOWN,
  Shift: Key.SHIFT,
  Control: Key.CONTROL,
};

/** @param {string} key */
const code = (key) => special[key] ?? key;

/**
 * Pictures of a window. Where Mesa compiles the compositor's shaders for the first time on a machine, WebKitGTK's window may
 * stay black, whatever page it shows, until it has another size.
 * @param {WebDriver} driver
 */
function camera(driver) {
  let has_begun = false;
  return async () => {
    for (const deadline = Date.now() + 60_000; ;) {
      const png = Buffer.from(await driver.takeScreenshot(), 'base64');
      has_begun ||= PNG.sync.read(png).data.some((value, i) => i % 4 !== 3 && value !== 0);
      if (has_begun || Date.now() > deadline) return png;
      const [width, height] = await viewport(driver);
      await resize(driver, width, height + 20);
      await resize(driver, width, height);
    }
  };
}

/** @param {WebDriver} driver @param {() => Promise<void>} close @returns {Tab} */
function tab_of(driver, close) {
  const at = (/** @type {number} */ x, /** @type {number} */ y) => ({
    x: Math.round(x),
    y: Math.round(y),
    origin: Origin.VIEWPORT,
    duration: 0,
  });
  /** @param {string[]} keys @param {(actions: import('selenium-webdriver').Actions) => void} act */
  const while_held = async (keys, act) => {
    const actions = driver.actions();
    for (const key of keys) actions.keyDown(code(key));
    act(actions);
    for (const key of keys) actions.keyUp(code(key));
    await actions.perform();
  };
  return {
    go: (url) => driver.get(url),
    reload: () => driver.navigate().refresh(),
    evaluate: (run, argument) => evaluate(driver, String(run), argument),
    screenshot: camera(driver),
    press: (key, held = []) => while_held(held, (actions) => void actions.keyDown(code(key)).keyUp(code(key))),
    type: (text) => driver.actions().sendKeys(text).perform(),
    move: (x, y) => driver.actions().move(at(x, y)).perform(),
    click: (x, y, { count = 1, held = [] } = {}) =>
      while_held(held, (actions) => {
        actions.move(at(x, y));
        for (let i = 0; i < count; i += 1) actions.press(Button.LEFT).release(Button.LEFT);
      }),
    drag: (from, to) =>
      driver
        .actions()
        .move(at(from.x, from.y))
        .press(Button.LEFT)
        .move(at((from.x + to.x) / 2, (from.y + to.y) / 2))
        .move(at(to.x, to.y))
        .release(Button.LEFT)
        .perform(),
    wheel: (x, y, down) =>
      /** @type {any} the types of 4.35 lack it */ (driver.actions())
        .scroll(Math.round(x), Math.round(y), 0, down, Origin.VIEWPORT)
        .perform(),
    resize: (width, height) => resize(driver, width, height),
    close,
  };
}

/**
 * The page's policy forbids eval, so the function's source becomes part of the script.
 * @param {WebDriver} driver
 * @param {string} source of a function
 * @param {unknown} argument
 * @returns {Promise<any>}
 */
async function evaluate(driver, source, argument) {
  const script = `const [argument, done] = arguments;
    Promise.resolve().then(() => (${source})(argument))
      .then((value) => done({ value }), (error) => done({ error: String(error) }));`;
  const answer = /** @type {any} */ (await driver.executeAsyncScript(script, argument));
  if (answer.error) throw new Error(answer.error);
  return answer.value;
}

/** @param {WebDriver} driver @returns {Promise<[number, number]>} width and height, CSS pixels */
const viewport = (driver) => evaluate(driver, '() => [innerWidth, innerHeight]', null);

/** The window has a frame and bars around the viewport. @param {WebDriver} driver @param {number} width @param {number} height */
async function resize(driver, width, height) {
  for (let tries = 0; tries < 3; tries += 1) {
    const [inner_width, inner_height] = await viewport(driver);
    if (inner_width === width && inner_height === height) return;
    const rect = await driver.manage().window().getRect();
    await driver
      .manage()
      .window()
      .setRect({ x: 0, y: 0, width: rect.width + width - inner_width, height: rect.height + height - inner_height });
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
