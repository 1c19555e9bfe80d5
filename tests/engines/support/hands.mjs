// Keyboard and mouse as Playwright and Puppeteer both have them.

/**
 * @typedef {object} Keyboard
 * @property {(key: any) => Promise<void>} down
 * @property {(key: any) => Promise<void>} up
 * @property {(key: any) => Promise<void>} press
 * @property {(text: string) => Promise<void>} type
 * @typedef {object} Mouse
 * @property {(x: number, y: number, options?: { steps?: number }) => Promise<void>} move
 * @property {(x: number, y: number, options?: { clickCount?: number, count?: number }) => Promise<void>} click
 * @property {() => Promise<void>} down
 * @property {() => Promise<void>} up
 */

/** @param {{ keyboard: Keyboard, mouse: Mouse }} page */
export function hands({ keyboard, mouse }) {
  /** @param {string[]} keys @param {() => Promise<void>} act */
  const while_held = async (keys, act) => {
    for (const key of keys) await keyboard.down(key);
    await act();
    for (const key of keys) await keyboard.up(key);
  };
  return /** @satisfies {Partial<import('./tab.d.ts').Tab>} */ ({
    press: (key, held = []) => while_held(held, () => keyboard.press(key)),
    type: (text) => keyboard.type(text),
    move: (x, y) => mouse.move(x, y),
    // The one calls it clickCount, the other count.
    click: (x, y, { count = 1, held = [] } = {}) =>
      while_held(held, () => mouse.click(x, y, { clickCount: count, count })),
    async drag(from, to) {
      await mouse.move(from.x, from.y);
      await mouse.down();
      await mouse.move(to.x, to.y, { steps: 4 });
      await mouse.up();
    },
  });
}
