// Fingers, mouse and wheel on the stage (Pointer Events 3). Two fingers or the wheel magnify around where they are; one
// finger moves what is magnified, and else turns to the next picture, sideways, or closes, downwards.

/** @typedef {import('./zoom.js').Point} Point from the middle of the stage, CSS pixels */

/**
 * What hands ask for.
 * @typedef {object} Wishes
 * @property {() => boolean} magnified
 * @property {(factor: number, point: Point) => void} zoom
 * @property {(x: number, y: number) => void} pan
 * @property {(x: number, y: number) => void} pull the whole picture, while a finger has it
 * @property {(x: number, y: number, fast: boolean) => void} release after pulling
 * @property {(point: Point) => void} tap
 * @property {(point: Point) => void} double_tap
 * @property {(held: boolean) => void} hold from the first finger to the last
 */

/** A finger that moved less has only tapped; CSS pixels. */
const slack = 8;
const double_tap_ms = 350;
const double_tap_slack = 40;
/** A pull that is over sooner was a flick. */
const flick_ms = 250;
const line_height = 16;

/** @param {Point} a @param {Point} b */
const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);

class Hands {
  #stage;
  #wishes;
  /** @type {Map<number, Point>} where each finger is */
  #fingers = new Map();
  /** Of the first finger. */
  #from = { x: 0, y: 0, at: 0 };
  #moved = false;
  #several = false;
  /** @type {'x' | 'y' | null} a pull keeps to the direction that it began in */
  #axis = null;
  #last_tap = { x: 0, y: 0, at: -Infinity };

  /** @param {HTMLElement} stage @param {Wishes} wishes */
  constructor(stage, wishes) {
    this.#stage = stage;
    this.#wishes = wishes;
    stage.addEventListener('pointerdown', (event) => this.#down(event));
    stage.addEventListener('pointermove', (event) => this.#move(event));
    stage.addEventListener('pointerup', (event) => this.#up(event, true));
    stage.addEventListener('pointercancel', (event) => this.#up(event, false));
    // At rest a picture can be dragged out of the window, as any other.
    stage.addEventListener('dragstart', (event) => wishes.magnified() && event.preventDefault());
  }

  /** @param {MouseEvent} event @returns {Point} */
  point(event) {
    const box = this.#stage.getBoundingClientRect();
    return { x: event.clientX - box.left - box.width / 2, y: event.clientY - box.top - box.height / 2 };
  }

  /** @param {PointerEvent} event */
  #down(event) {
    const elsewhere = event.target instanceof Element && event.target.closest('button, a, .lightbox-failed');
    if (elsewhere || (event.pointerType === 'mouse' && event.button !== 0)) return;
    const point = this.point(event);
    if (this.#fingers.size === 0) {
      this.#from = { ...point, at: event.timeStamp };
      this.#moved = this.#several = false;
      this.#axis = null;
      this.#wishes.hold(true);
    } else {
      this.#several = true;
    }
    this.#fingers.set(event.pointerId, point);
    if (event.pointerType !== 'mouse' || this.#wishes.magnified()) this.#stage.setPointerCapture(event.pointerId);
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const before = this.#fingers.get(event.pointerId);
    if (!before) return;
    const point = this.point(event);
    this.#fingers.set(event.pointerId, point);
    if (distance(point, this.#from) > slack) this.#moved = true;
    const other = [...this.#fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) this.#pinch(before, point, other);
    else if (this.#moved || this.#several) this.#drag(event, before, point);
  }

  /** @param {Point} before @param {Point} point @param {Point} other the finger that rests meanwhile */
  #pinch(before, point, other) {
    this.#wishes.zoom(distance(point, other) / Math.max(1, distance(before, other)), other);
  }

  /** @param {PointerEvent} event @param {Point} before @param {Point} point */
  #drag(event, before, point) {
    if (this.#wishes.magnified()) return this.#wishes.pan(point.x - before.x, point.y - before.y);
    if (this.#several || event.pointerType === 'mouse') return;
    const x = point.x - this.#from.x;
    const y = point.y - this.#from.y;
    this.#axis ??= Math.abs(x) > Math.abs(y) ? 'x' : 'y';
    this.#wishes.pull(this.#axis === 'x' ? x : 0, this.#axis === 'y' ? Math.max(0, y) : 0);
  }

  /** @param {PointerEvent} event @param {boolean} meant false: the browser took the finger for something else */
  #up(event, meant) {
    if (!this.#fingers.delete(event.pointerId) || this.#fingers.size > 0) return;
    this.#wishes.hold(false);
    const point = this.point(event);
    if (this.#axis) {
      const x = meant && this.#axis === 'x' ? point.x - this.#from.x : 0;
      const y = meant && this.#axis === 'y' ? point.y - this.#from.y : 0;
      this.#wishes.release(x, y, event.timeStamp - this.#from.at < flick_ms);
    } else if (meant && !this.#moved && !this.#several) {
      this.#tap(point, event.timeStamp);
    }
  }

  /** @param {Point} point @param {number} at ms */
  #tap(point, at) {
    const again = at - this.#last_tap.at < double_tap_ms && distance(point, this.#last_tap) < double_tap_slack;
    this.#last_tap = { ...point, at: again ? -Infinity : at };
    if (again) this.#wishes.double_tap(point);
    else this.#wishes.tap(point);
  }
}

/**
 * @param {HTMLElement} stage
 * @param {HTMLElement} dialog over all of which the wheel magnifies, so that the page behind it stands still
 * @param {Wishes} wishes
 */
export function watch_hands(stage, dialog, wishes) {
  const hands = new Hands(stage, wishes);
  const turned = (/** @type {WheelEvent} */ event) => {
    if (
      event.target instanceof Element &&
      event.target.closest('.lightbox-caption, .lightbox-failed') &&
      !event.ctrlKey
    )
      return; // they may scroll
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? line_height : 1);
    // Browsers tell of two fingers on a trackpad as of a wheel with Ctrl, in smaller steps.
    wishes.zoom(Math.exp(-pixels * (event.ctrlKey ? 0.01 : 0.002)), hands.point(event));
  };
  dialog.addEventListener('wheel', turned, { passive: false });
}
