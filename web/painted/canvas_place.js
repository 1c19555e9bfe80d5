// The canvas's place and pixels, for the window that there is.
import { measure_baselines } from './baselines.js';
import { covers, sharp_area, soft_area } from './canvas_area.js';
import { watch_pinch, watch_ratio } from './pinch_zoom.js';

const root = document.documentElement;

/** What the page is laid out in, CSS pixels: without the room of a scroll bar that is kept behind a dialog, which Blink counts in `clientWidth`. */
const layout_size = () => /** @type {const} */ ([root.offsetWidth, root.clientHeight]);

/** What canvas_area.js asks of the window. */
const view_now = () => /** @type {const} */ ([...layout_size(), devicePixelRatio, visualViewport]);

const window_key = () => [...layout_size(), innerWidth, devicePixelRatio, visualViewport?.scale].join();

export class CanvasPlace {
  #program;
  #canvas;
  /** What the canvas shows of the window. */
  #shown = soft_area(...view_now());
  #measured_ratio = 0;
  /** The window that the frame is for which lies ready on the canvas, before the view is shown for the first time. */
  #ready_for = '';

  /** @param {import('./program.js').Program} program @param {HTMLCanvasElement} canvas */
  constructor(program, canvas) {
    this.#program = program;
    this.#canvas = canvas;
  }

  /** Device pixels a CSS pixel that the canvas has. */
  get ratio() {
    return this.#shown.ratio;
  }

  /** Not every change of the ratio is told (watch_ratio in pinch_zoom.js). */
  has_changed() {
    return devicePixelRatio !== this.#measured_ratio;
  }

  /** Not by a rule alone: the stylesheet may be what is gone. @param {boolean} shown */
  show(shown) {
    this.#canvas.hidden = !shown;
  }

  /** What lies ready on the canvas is for the window that there is now. */
  keep() {
    this.#ready_for = window_key();
  }

  measure() {
    const ready = this.#ready_for === window_key();
    this.#ready_for = '';
    if (ready) return;
    this.#show(sharp_area(...view_now()));
    if (this.has_changed()) measure_baselines(this.#program);
    this.#measured_ratio = devicePixelRatio;
  }

  /** The window, its ratio and what fingers show of it. @param {() => void} changed */
  watch(changed) {
    const resized = () => {
      this.measure();
      changed();
    };
    addEventListener('resize', resized);
    watch_pinch(() => this.#follow_fingers() && changed(), resized);
    watch_ratio(resized);
  }

  /**
   * What is seen may have left what the canvas shows: all of the window then, a little soft, until the fingers rest.
   * @returns {boolean} whether a frame is due
   */
  #follow_fingers() {
    if (covers(this.#shown, visualViewport)) return false;
    this.#show(soft_area(...view_now()));
    return true;
  }

  /** @param {import('./canvas_area.js').Shown} shown */
  #show(shown) {
    const { ratio, area, place } = shown;
    this.#shown = shown;
    this.#program.window(...layout_size(), innerWidth, ratio);
    this.#program.area(area);
    this.#canvas.width = area.width;
    this.#canvas.height = area.height;
    this.#canvas.style.cssText = `left:${place.x}px;top:${place.y}px;width:${place.width}px;height:${place.height}px`;
  }
}
