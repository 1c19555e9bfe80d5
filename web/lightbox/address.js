// The lightbox in the browser's history: opening it makes one entry, which turning pages rewrites and Back leaves.
import { hash_of } from './photos.js';

/** Safari refuses more than 100 changes in 30 s, and a held arrow key makes as many in three. */
const rewrite_after_ms = 400;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** @param {string} id */
export function enter_address(id) {
  history.pushState({ lightbox: true, scroll: scrollY }, '', hash_of(id));
}

/** @param {string} id */
export function change_address(id) {
  clearTimeout(timer);
  timer = setTimeout(() => history.replaceState(history.state, '', hash_of(id)), rewrite_after_ms);
}

/** A change that waits is no longer wanted: the entry is another one. */
export function forget_address() {
  clearTimeout(timer);
}

/** @returns {boolean} whether popstate follows; an entry that was not ours stays, without its picture */
export function leave_address() {
  forget_address();
  if (history.state?.lightbox) {
    history.back();
    return true;
  }
  history.replaceState(history.state, '', location.pathname + location.search);
  return false;
}
