// Fetches a page when a visitor is about to follow its link: rests on it, focuses it, or touches it.
import { saves_data } from '../base/data_saving.js';
import { link_of, page_of } from './page_link.js';
import { prefetch } from './page_source.js';

/** Passing over a link is not resting on it. */
const rest_ms = 65;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** @param {number} after_ms */
function start(after_ms) {
  return (/** @type {Event} */ event) => {
    const link = link_of(event);
    const url = link && page_of(link);
    clearTimeout(timer);
    if (!url || url.pathname === location.pathname || saves_data()) return;
    timer = setTimeout(prefetch, after_ms, url);
  };
}

export function start_prefetch() {
  const options = { passive: true };
  document.addEventListener('pointerover', start(rest_ms), options);
  document.addEventListener('focusin', start(rest_ms), options);
  document.addEventListener('touchstart', start(0), options);
  document.addEventListener('pointerout', () => clearTimeout(timer), options);
}
