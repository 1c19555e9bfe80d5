// One picture on the stage: the small one at once, the large one over it when it has come, or what is said when it has not.
import { large_picture } from './photos.js';
import { bounded, fitted, whole, zoomed } from './zoom.js';

/**
 * @typedef {import('./photos.js').Photo} Photo
 * @typedef {import('./zoom.js').View} View
 * @typedef {import('./zoom.js').Point} Point
 */

export const fade_ms = 180;
/** After the last change of size, CSS pixels are asked for anew: not at every step of a pinch. */
const settle_ms = 200;

/** @param {string} name */
function element(name) {
  return Object.assign(document.createElement('div'), { className: name });
}

export class Frame {
  element = element('lightbox-frame');
  /** @type {View} */
  view = whole;
  /** Called when its state is another one. @type {(() => void) | undefined} */
  changed;
  #photo;
  #stage;
  #size = { width: 0, height: 0 };
  /** @type {ReturnType<typeof large_picture> | undefined} */
  #large;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  state = /** @type {'coming' | 'there' | 'failed'} */ ('coming');

  /**
   * @param {Photo} photo
   * @param {HTMLElement} stage
   */
  constructor(photo, stage) {
    this.#photo = photo;
    this.#stage = stage;
    stage.prepend(this.element);
    this.fit();
    this.#show_small();
    this.#load(false);
  }

  /** A stand-in that the page has already; blurred, since it is stretched. */
  #show_small() {
    const { small } = this.#photo;
    if (!small?.complete || small.naturalWidth === 0 || small.currentSrc === '') return;
    const image = new Image();
    Object.assign(image, { src: small.currentSrc, alt: '', className: 'lightbox-small' });
    this.element.append(image);
  }

  /** @param {boolean} plain */
  #load(plain) {
    const large = large_picture(this.#photo, this.#size.width, plain);
    this.#large?.picture.remove();
    this.#large = large;
    this.#enter('coming');
    large.image.addEventListener('error', () => this.#large === large && this.#enter('failed'));
    large.image.addEventListener('load', () => {
      if (this.#large === large)
        large.image
          .decode()
          .catch(() => {})
          .then(() => this.#arrived(large));
    });
    this.element.append(large.picture);
  }

  /** @param {ReturnType<typeof large_picture>} large */
  #arrived(large) {
    if (this.#large !== large || this.state === 'there') return;
    this.#enter('there');
    setTimeout(() => this.element.querySelector('.lightbox-small')?.remove(), fade_ms);
  }

  /** @param {Frame['state']} state */
  #enter(state) {
    this.state = state;
    this.element.dataset.state = state;
    this.changed?.();
  }

  /** Once more, without the formats that may be what failed. */
  retry() {
    if (this.state === 'failed') this.#load(true);
  }

  get size() {
    return this.#size;
  }

  #stage_size() {
    return { width: this.#stage.clientWidth, height: this.#stage.clientHeight };
  }

  /** The stage has another size. */
  fit() {
    const { width, height } = this.#stage_size();
    const { paddingLeft, paddingRight, paddingTop, paddingBottom } = getComputedStyle(this.#stage);
    const room = {
      width: width - parseFloat(paddingLeft) - parseFloat(paddingRight),
      height: height - parseFloat(paddingTop) - parseFloat(paddingBottom),
    };
    this.#size = fitted(this.#photo, room, this.#photo.vector);
    this.element.style.width = `${this.#size.width}px`;
    this.element.style.height = `${this.#size.height}px`;
    this.place(this.view);
  }

  /** @param {View} view kept within bounds */
  place(view) {
    this.view = bounded(view, this.#size, this.#stage_size());
    this.#transform(this.view);
    this.element.toggleAttribute('data-zoomed', this.view.scale > 1);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#large?.resize(this.#size.width * this.view.scale), settle_ms);
  }

  /** @param {number} factor @param {Point} [point] from the stage's middle */
  zoom(factor, point = { x: 0, y: 0 }) {
    this.place(zoomed(this.view, factor, point));
  }

  /** @param {number} x CSS pixels to the right @param {number} y */
  pan(x, y) {
    this.place({ ...this.view, x: this.view.x + x, y: this.view.y + y });
  }

  /** Pulled away by a finger, whole; no bounds. @param {number} x @param {number} y */
  pull(x, y) {
    this.#transform({ scale: 1, x, y });
  }

  /** @param {View} view */
  #transform({ scale, x, y }) {
    this.element.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
  }

  /** @param {Point} point from the stage's middle */
  holds({ x, y }) {
    const { scale } = this.view;
    const dx = Math.abs(x - this.view.x);
    return dx <= (this.#size.width * scale) / 2 && Math.abs(y - this.view.y) <= (this.#size.height * scale) / 2;
  }

  /** Its picture asks for nothing any more. */
  end() {
    clearTimeout(this.#timer);
    this.#large = undefined;
  }
}
