// The lightbox under fingers, mouse, wheel and keys: magnifying, moving, turning and closing by touch.
import assert from 'node:assert/strict';
import { closed, declined, parts, phone, picture_box, press_photo, shows } from '../support/lightbox.mjs';
import { eventually } from '../support/pixels.mjs';
import { suite } from '../support/suite.mjs';

/** @typedef {import('playwright-core').Page} Page @typedef {{ x: number, y: number }} Point */

/** Fingers as the browser gets them from a screen. @param {Page} page */
async function fingers(page) {
  const cdp = await page.context().newCDPSession(page);
  /** @param {'touchStart' | 'touchMove' | 'touchEnd'} type @param {Point[]} points */
  const send = (type, points) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points.map((point, id) => ({ ...point, id })) });
  return {
    /** Each finger from its first place to its last, in steps. @param {[Point, Point][]} ways */
    async move(ways, steps = 8) {
      await send(
        'touchStart',
        ways.map(([from]) => from),
      );
      for (let step = 1; step <= steps; step += 1) {
        const along = (/** @type {number} */ a, /** @type {number} */ b) => a + ((b - a) * step) / steps;
        await send(
          'touchMove',
          ways.map(([from, to]) => ({ x: along(from.x, to.x), y: along(from.y, to.y) })),
        );
      }
      await send('touchEnd', []);
    },
    /** @param {Point} point */
    async tap(point) {
      await send('touchStart', [point]);
      await send('touchEnd', []);
    },
  };
}

/** Waits until the picture is so many times as wide as before. @param {Page} page @param {number} width @param {(scale: number) => boolean} holds */
async function until_scaled(page, width, holds) {
  let scale = 0;
  await eventually(async () => holds((scale = (await picture_box(page)).width / width)), 'another scale');
  return scale;
}

/** A magnified picture leaves no gap in its stage that it need not. @param {Page} page */
async function assert_covers(page) {
  const stage = await parts(page).stage.evaluate((element) => element.getBoundingClientRect().toJSON());
  const box = await picture_box(page);
  const slack = 1;
  if (box.width > stage.width)
    assert.ok(box.left <= stage.left + slack && box.right >= stage.right - slack, JSON.stringify({ box, stage }));
  else assert.ok(Math.abs((box.left + box.right - stage.left - stage.right) / 2) < slack, 'in the middle');
  if (box.height > stage.height)
    assert.ok(box.top <= stage.top + slack && box.bottom >= stage.bottom - slack, JSON.stringify({ box, stage }));
}

await suite('the lightbox in hands', (check) => {
  check('a swipe turns, and one back turns back', async ({ visit }) => {
    const page = await visit('/', { ...phone, storage: declined });
    await press_photo(page, 'class');
    const { move } = await fingers(page);
    await move([
      [
        { x: 300, y: 370 },
        { x: 60, y: 380 },
      ],
    ]);
    await shows(page, 'role-play');
    await move([
      [
        { x: 60, y: 370 },
        { x: 300, y: 360 },
      ],
    ]);
    await shows(page, 'class');
    // A finger that thinks better of it changes nothing.
    await move([
      [
        { x: 200, y: 370 },
        { x: 185, y: 370 },
      ],
    ]);
    await shows(page, 'class');
  });

  check('a swipe down closes', async ({ visit }) => {
    const page = await visit('/', { ...phone, storage: declined });
    await press_photo(page, 'class');
    const { move } = await fingers(page);
    await move([
      [
        { x: 180, y: 300 },
        { x: 190, y: 560 },
      ],
    ]);
    await closed(page);
  });

  check('two fingers magnify, one moves what is magnified, and no side of it leaves the window', async ({ visit }) => {
    const page = await visit('/', { ...phone, storage: declined });
    await press_photo(page, 'class');
    const whole = (await picture_box(page)).width;
    const { move } = await fingers(page);
    await move([
      [
        { x: 160, y: 370 },
        { x: 60, y: 370 },
      ],
      [
        { x: 200, y: 370 },
        { x: 300, y: 370 },
      ],
    ]);
    const scale = await until_scaled(page, whole, (now) => now > 3);
    assert.ok(scale <= 6.01, `${scale}`);
    await assert_covers(page);
    for (const to of [
      { x: 350, y: 600 },
      { x: 5, y: 200 },
    ]) {
      await move([[{ x: 180, y: 370 }, to]]);
      await move([[{ x: 180, y: 370 }, to]]);
      await move([[{ x: 180, y: 370 }, to]]);
      await assert_covers(page);
    }
    await shows(page, 'class'); // moving is not turning
    await move([
      [
        { x: 20, y: 370 },
        { x: 175, y: 370 },
      ],
      [
        { x: 340, y: 370 },
        { x: 185, y: 370 },
      ],
    ]);
    await until_scaled(page, whole, (now) => Math.abs(now - 1) < 0.01);
    assert.equal(await page.evaluate(() => visualViewport?.scale), 1, 'the page itself was not magnified');
  });

  check('a double tap magnifies there, another one shows the whole again', async ({ visit }) => {
    const page = await visit('/', { ...phone, storage: declined });
    await press_photo(page, 'class');
    const whole = (await picture_box(page)).width;
    const { tap } = await fingers(page);
    const double_tap = async () => {
      await tap({ x: 120, y: 350 });
      await tap({ x: 120, y: 350 });
    };
    await double_tap();
    await until_scaled(page, whole, (scale) => Math.abs(scale - 2.5) < 0.01);
    await assert_covers(page);
    await double_tap();
    await until_scaled(page, whole, (scale) => Math.abs(scale - 1) < 0.01);
  });

  check(
    'the wheel magnifies what lies under the pointer, and that stays there; dragging moves it',
    async ({ visit }) => {
      const page = await visit('/', { storage: declined });
      await press_photo(page, 'class');
      const before = await picture_box(page);
      const point = { x: 500, y: 300 };
      const share = (/** @type {typeof before} */ box) => (point.x - box.left) / box.width;
      const wanted = share(before);
      await page.mouse.move(point.x, point.y);
      for (let i = 0; i < 4; i += 1) await page.mouse.wheel(0, -200);
      await until_scaled(page, before.width, (scale) => scale > 3);
      assert.ok(Math.abs(share(await picture_box(page)) - wanted) < 0.01);
      const left = (await picture_box(page)).left;
      await page.mouse.down();
      await page.mouse.move(point.x + 100, point.y + 50, { steps: 5 });
      await page.mouse.up();
      const moved = (await picture_box(page)).left - left;
      assert.ok(Math.abs(moved - 100) < 2, `${moved}`);
      await assert_covers(page);
      for (let i = 0; i < 10; i += 1) await page.mouse.wheel(0, 400);
      await until_scaled(page, before.width, (scale) => Math.abs(scale - 1) < 0.01);
      await shows(page, 'class');
    },
  );

  check('a double click magnifies as a double tap does; turning shows the next one whole', async ({ visit }) => {
    const page = await visit('/', { storage: declined });
    await press_photo(page, 'class');
    const whole = (await picture_box(page)).width;
    await page.mouse.dblclick(640, 400);
    await until_scaled(page, whole, (scale) => Math.abs(scale - 2.5) < 0.01);
    await parts(page).next.click();
    await shows(page, 'role-play');
    await until_scaled(page, whole, (scale) => Math.abs(scale - 1) < 0.01);
  });

  check('plus, minus and zero magnify; arrows then move the picture, page keys turn', async ({ visit }) => {
    const page = await visit('/', { storage: declined });
    await press_photo(page, 'class');
    const whole = (await picture_box(page)).width;
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('+');
    await until_scaled(page, whole, (scale) => scale > 3.3);
    const { left } = await picture_box(page);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(
      (before) => (document.querySelector('.lightbox-large')?.getBoundingClientRect().left ?? 0) < before - 70,
      left,
    );
    for (let i = 0; i < 40; i += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('-');
    await until_scaled(page, whole, (scale) => scale < 2.3);
    await assert_covers(page);
    await page.keyboard.press('0');
    await until_scaled(page, whole, (scale) => Math.abs(scale - 1) < 0.01);
    await page.keyboard.press('+');
    await page.keyboard.press('PageDown');
    await shows(page, 'role-play');
  });

  check(
    'in a page that is written from the right, the left arrow and a swipe to the right go on',
    async ({ visit }) => {
      const page = await visit('/', { ...phone, storage: declined });
      await page.evaluate(() => (document.documentElement.dir = 'rtl'));
      await press_photo(page, 'class');
      await page.keyboard.press('ArrowLeft');
      await shows(page, 'role-play');
      const { move } = await fingers(page);
      await move([
        [
          { x: 60, y: 370 },
          { x: 300, y: 370 },
        ],
      ]);
      await shows(page, 'dispatcher');
    },
  );
});
