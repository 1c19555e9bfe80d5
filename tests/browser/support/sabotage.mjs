// Breaks the real WebAssembly program from outside, through what it imports.

/** @typedef {import('playwright-core').Page} Page */

/** A module with one function that traps: (func (export "f") unreachable). */
const trap_module = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11,
];

/**
 * Pages loaded from now on have a program that can be made to trap in the middle of its next frame: WebGL is called from
 * inside of it, and what is called then runs into `unreachable`.
 * @param {Page} page
 * @returns {Promise<() => Promise<void>>} springs the trap
 */
export async function arm_trap(page) {
  await page.addInitScript((bytes) => {
    const { f: trap } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports;
    const { prototype } = WebGL2RenderingContext;
    const draw = prototype.drawElements;
    prototype.drawElements = function (...parameters) {
      if (/** @type {any} */ (window).trap_is_sprung) /** @type {Function} */ (trap)();
      return draw.apply(this, parameters);
    };
  }, trap_module);
  return () => page.evaluate(() => void Object.assign(window, { trap_is_sprung: true }));
}

/**
 * Pages loaded from now on give the program far less memory than it starts with, and no more when it asks.
 * @param {Page} page
 */
export async function refuse_memory(page) {
  await page.route('**/*.wasm', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: with_little_memory(await answer.body()) });
  });
  await page.addInitScript(() => {
    WebAssembly.Memory.prototype.grow = () => {
      throw new RangeError('no memory');
    };
  });
}

/** The module with an initial memory of 20 pages (1.3 MB): enough for its data, not for a page. @param {Buffer} wasm */
function with_little_memory(wasm) {
  const memory_section = 5; // WebAssembly core 1.0, 5.5.8
  const patched = Buffer.from(wasm);
  for (let at = 8; at < patched.length;) {
    const id = patched[at];
    let size = 0;
    let shift = 0;
    do {
      at += 1;
      size |= ((patched[at] ?? 0) & 0x7f) << shift;
      shift += 7;
    } while ((patched[at] ?? 0) & 0x80);
    at += 1;
    if (id !== memory_section) {
      at += size;
      continue;
    }
    // One memory, limits with a maximum, then the initial pages as two bytes of LEB128.
    if (patched[at] !== 1 || ((patched[at + 2] ?? 0) & 0x80) === 0)
      throw new Error('another memory section than known');
    patched.set([0x80 | 20, 0], at + 2);
    return patched;
  }
  throw new Error('no memory section');
}
