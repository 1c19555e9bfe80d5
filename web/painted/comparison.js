// When the page is compared with its text view. Style sheets that extensions insert stand in no list and are told of by
// nothing, and most of what they say the painted view's own rules outrank. So where a comparison is quick, which it is on
// the machines that extensions run on, it is made now and then while the page is used.
import { look_at_text_view } from './text_view_places.js';

/** Milliseconds. What takes longer is done only where something tells of a change. */
const most_ms = 50;
const every_ms = 3000;
/** Of the time that passes, so much is spent on them at most. */
const share = 0.005;

export class Comparison {
  #took = Infinity;
  #done = 0;
  #scroll = 0;

  /** @returns {ReturnType<typeof look_at_text_view>} */
  begin() {
    const began = performance.now();
    const seen = look_at_text_view();
    this.#done = performance.now();
    // The least of all: the first one finds a browser that has much else to do.
    if (seen) this.#took = Math.min(this.#took, this.#done - began);
    return seen;
  }

  /** Asked each second while the page is used. @returns {boolean} whether nothing would notice one now */
  is_due() {
    const rests = scrollY === this.#scroll;
    this.#scroll = scrollY;
    const writes = document.activeElement?.matches(':is(input,select,textarea)');
    const moves = document.getAnimations().some((animation) => animation.playState === 'running');
    const wait = Math.max(every_ms, this.#took / share);
    return this.#took <= most_ms && performance.now() - this.#done >= wait && rests && !writes && !moves;
  }
}
