// The lightbox: a page's pictures large, one after the other, in the dialog that src/site/describe/lightbox.cpp has put there.
// lightbox_loader.js loads it. After the last picture comes the first: nobody has to find out that a button does nothing.
import style from 'lightbox-style';
import { saves_data } from '../base/data_saving.js';
import { change_address, enter_address, forget_address, leave_address } from './address.js';
import { fade_ms, Frame } from './frame.js';
import { watch_hands } from './gestures.js';
import { watch_keys } from './keys.js';
import { parts_of } from './parts.js';
import { id_in_address, large_picture, photo_links, photo_of } from './photos.js';
import { share_photo } from './share.js';
import { tapped_scale, whole } from './zoom.js';
import { own_sheet } from '../base/others_sheets.js';

/** CSS pixels that a finger pulls a picture at least to turn or to close, and in a flick. */
const pull_far = 90;
const flick_far = 30;
/** A browser that has not gone back after this long will not; the picture closes all the same. */
const back_within_ms = 1000;

const reduced_motion = matchMedia('(prefers-reduced-motion: reduce)');

class Box {
  #parts;
  #keep_scroll;
  /** @type {HTMLAnchorElement[]} */
  #links = [];
  #index = 0;
  /** Where the page shows the picture that was opened; -1: by an address, from nowhere in the page. */
  #opened = -1;
  /** What is shown; nothing while the dialog is closed. @type {import('./photos.js').Photo | undefined} */
  #photo;
  /** @type {Frame | undefined} */
  #frame;
  /** Kept, or the browser could drop them before they have come. @type {unknown[]} */
  // eslint-disable-next-line no-unused-private-class-members -- to be held is their use
  #ahead = [];
  #leaving = false;
  /** Asked for while the history was still going back. @type {HTMLAnchorElement | undefined} */
  #wished;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #fallback;
  #ended = new AbortController();

  /** @param {HTMLDialogElement} dialog @param {() => void} keep_scroll */
  constructor(dialog, keep_scroll) {
    this.#parts = parts_of(dialog);
    this.#keep_scroll = keep_scroll;
    this.#watch();
  }

  get dialog() {
    return this.#parts.dialog;
  }

  #watch() {
    const { dialog, stage, on } = this.#parts;
    on('close', () => this.close());
    on('next', () => this.#turn(1));
    on('previous', () => this.#turn(-1));
    on('again', () => this.#retry());
    on('share', () => this.#photo && void share_photo(this.#photo, this.#parts.note, this.#parts.words.copied));
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      this.close();
    });
    // Browsers close it by themselves when Escape comes again. The event comes late: by then it may be open once more.
    dialog.addEventListener('close', () => dialog.open || this.close());
    addEventListener('online', () => this.#photo && this.#frame?.retry(), { signal: this.#ended.signal });
    new ResizeObserver(() => this.#photo && this.#frame?.fit()).observe(stage);
    this.#watch_hands();
    this.#watch_keys();
  }

  #watch_hands() {
    const { dialog, stage } = this.#parts;
    watch_hands(stage, dialog, {
      magnified: () => this.#magnified(),
      zoom: (factor, point) => this.#change(false, (frame) => frame.zoom(factor, point)),
      pan: (x, y) => this.#change(false, (frame) => frame.pan(x, y)),
      pull: (x, y) => {
        dialog.style.setProperty('--pull', String(Math.min(1, y / 400)));
        this.#change(false, (frame) => frame.pull(x, y));
      },
      release: (x, y, fast) => this.#release(x, y, fast),
      tap: (point) => this.#frame?.holds(point) === false && this.close(),
      double_tap: (point) =>
        this.#change(true, (frame) => (this.#magnified() ? frame.place(whole) : frame.zoom(tapped_scale, point))),
      hold: (held) => this.#frame?.element.toggleAttribute('data-held', held),
    });
  }

  #watch_keys() {
    watch_keys(this.dialog, {
      magnified: () => this.#magnified(),
      right_to_left: () => this.#right_to_left(),
      turn: (step) => this.#turn(step),
      go: (end) => this.#go(end === 'first' ? 0 : this.#links.length - 1, 0),
      pan: (x, y) => this.#change(true, (frame) => frame.pan(x, y)),
      zoom: (factor) => this.#change(true, (frame) => frame.zoom(factor)),
      reset: () => this.#change(true, (frame) => frame.place(whole)),
    });
  }

  #magnified() {
    return (this.#frame?.view.scale ?? 1) > 1;
  }

  #right_to_left() {
    return getComputedStyle(this.dialog).direction === 'rtl';
  }

  /** Under a finger a picture follows at once; a key moves it smoothly. @param {boolean} smooth @param {(frame: Frame) => void} change */
  #change(smooth, change) {
    if (!this.#photo || !this.#frame) return;
    this.#frame.element.toggleAttribute('data-smooth', smooth);
    change(this.#frame);
  }

  /** @param {number} x @param {number} y how far it was pulled @param {boolean} fast */
  #release(x, y, fast) {
    const far = fast ? flick_far : pull_far;
    if (y > far) return this.close();
    this.dialog.style.removeProperty('--pull');
    if (Math.abs(x) > far && this.#links.length > 1) return this.#turn(x > 0 === this.#right_to_left() ? 1 : -1);
    this.#change(true, (frame) => frame.place(whole));
  }

  /** From the page. @param {HTMLAnchorElement} link */
  open(link) {
    if (this.#leaving) return void (this.#wished = link);
    const links = photo_links();
    const index = links.indexOf(link);
    if (index < 0) throw new Error('a picture of no gallery');
    this.#show(links, index);
    this.#opened = index;
    this.#keep_scroll();
    enter_address(photo_of(link).id);
  }

  /** Shows the picture that the address names, or none. */
  follow() {
    const id = id_in_address();
    if (id === null) return this.#shut();
    if (this.#photo?.id === id) return;
    const links = photo_links();
    const index = links.findIndex((link) => link.dataset.value === id);
    if (index < 0) return this.#shut();
    this.#opened = -1;
    if (this.#photo) this.#present(index, 0);
    else this.#show(links, index);
  }

  /** @param {HTMLAnchorElement[]} links @param {number} index */
  #show(links, index) {
    this.#links = links;
    this.dialog.style.removeProperty('--pull');
    this.#present(index, 0);
  }

  /** @param {1 | -1} step */
  #turn(step) {
    const count = this.#links.length;
    this.#go((this.#index + step + count) % count, step);
  }

  /** @param {number} index @param {number} step what is gone leaves to that side */
  #go(index, step) {
    if (!this.#photo || this.#leaving || index === this.#index) return;
    this.#present(index, step);
    change_address(this.#photo.id);
  }

  /** @param {number} index @param {number} step */
  #present(index, step) {
    const link = this.#links[index];
    if (!link) return;
    const first = !this.#photo;
    this.#index = index;
    this.#photo = photo_of(link);
    this.#parts.describe(this.#photo, index + 1, this.#links.length);
    if (first) this.#parts.show(this.#links.length > 1); // with its name by now; the stage has its size from here on
    const before = this.#frame;
    this.#frame = new Frame(this.#photo, this.#parts.stage);
    this.#frame.changed = () => this.#state_changed();
    this.#state_changed();
    if (before) this.#replace(before, this.#frame, first ? 0 : step);
  }

  /** @param {Frame} before @param {Frame} frame @param {number} step */
  #replace(before, frame, step) {
    before.end();
    const gone = () => before.element.remove();
    if (reduced_motion.matches) return gone();
    const away = (this.#right_to_left() ? step : -step) * 48;
    const timing = { duration: fade_ms, easing: 'ease-out' };
    before.element.animate([{}, { opacity: 0, translate: `${away}px` }], timing).finished.then(gone, gone);
    frame.element.animate([{ opacity: 0 }, {}], timing);
  }

  #state_changed() {
    const state = this.#frame?.state ?? 'coming';
    this.#parts.tell_state(state);
    if (state === 'there') this.#load_neighbours();
  }

  /** Once the picture itself is there, so that they do not take the line from it. */
  #load_neighbours() {
    const count = this.#links.length;
    if (count < 2 || saves_data()) return;
    const { clientWidth: width, clientHeight: height } = this.#parts.stage;
    this.#ahead = [1, count - 1].map((step) => {
      const link = this.#links[(this.#index + step) % count];
      const photo = link && photo_of(link);
      return photo && large_picture(photo, Math.min(width, (height * photo.width) / photo.height), false);
    });
  }

  #retry() {
    this.#parts.next.focus({ preventScroll: true }); // its own button goes away
    this.#frame?.retry();
  }

  close() {
    if (this.#leaving || !this.#photo) return;
    this.#leaving = true;
    if (!leave_address()) return this.#shut();
    this.#fallback = setTimeout(() => this.#shut(), back_within_ms); // popstate comes before, by rights
  }

  #shut() {
    if (!this.#photo) return;
    forget_address();
    clearTimeout(this.#fallback);
    this.#leaving = false;
    this.#photo = undefined;
    this.#ahead = [];
    this.#parts.hide();
    const link = this.#links[this.#index];
    link?.focus({ preventScroll: true });
    if (this.#index !== this.#opened) link?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    setTimeout(() => this.#photo || this.#clear(), 2 * fade_ms); // it may still be fading
    const wished = this.#wished;
    this.#wished = undefined;
    if (wished) this.open(wished);
  }

  #clear() {
    this.#frame?.end();
    this.#frame = undefined;
    this.#parts.clear();
  }

  /** Its page is gone. */
  end() {
    this.#ended.abort();
    this.#photo = undefined;
    this.#clear();
  }
}

/**
 * @param {() => void} keep_scroll before a history entry is made
 * @returns {import('../page/lightbox_loader.js').Lightbox}
 */
export function start(keep_scroll) {
  const sheet = own_sheet(new CSSStyleSheet());
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  /** @type {Box | undefined} */
  let box;
  const here = () => {
    const dialog = document.querySelector('dialog[data-behaviour="lightbox"]');
    if (box?.dialog === dialog) return box;
    box?.end();
    box = dialog instanceof HTMLDialogElement ? new Box(dialog, keep_scroll) : undefined;
    return box;
  };
  return {
    open(link) {
      const found = here();
      if (!found) throw new Error('a page without a lightbox');
      found.open(link);
    },
    follow: () => here()?.follow(),
  };
}
