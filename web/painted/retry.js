// When something that failed is tried again: while nobody tells that it would go, less and less often; where somebody
// changes the page in every frame, after the last of them.

const first_wait_ms = 1000;
const quiet_ms = 100;

/** @param {() => void} work @returns {() => void} has it done when it was asked for no more for a moment */
export function when_quiet(work) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  return () => {
    clearTimeout(waiting);
    waiting = setTimeout(work, quiet_ms);
  };
}

export class Retry {
  #wait = first_wait_ms;
  #next = 0;

  /** @returns {boolean} true: now, and not again for a while */
  is_due() {
    const now = performance.now();
    if (now < this.#next) return false;
    this.#wait *= 2;
    this.#next = now + this.#wait;
    return true;
  }
}
