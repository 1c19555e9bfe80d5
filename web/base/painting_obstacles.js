// What the painted view gives way to, at the start and at any time after it.
import { saves_data } from './data_saving.js';

const forced_colors = matchMedia('(forced-colors: active)');

// Google and Microsoft translate the DOM in place and mark the root; painted words would stay behind.
function translated() {
  return document.documentElement.matches('.translated-ltr, .translated-rtl, [_msttexthash]');
}

/** @returns {string | null} why the painted view may not be shown */
export function obstacle() {
  if (forced_colors.matches) return 'forced colors are on';
  if (saves_data() && document.documentElement.dataset.chosen !== 'painted') return 'data is to be saved';
  return translated() ? 'the page is translated' : null;
}

/** @param {() => void} changed called when there may be an obstacle, or one less */
export function watch_obstacles(changed) {
  forced_colors.addEventListener('change', changed);
  new MutationObserver(changed).observe(document.documentElement, { attributeFilter: ['class', '_msttexthash'] });
}
