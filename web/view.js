// The switch between text view and painted view. Its label names the other view, which is what pressing it gives.
import { announce } from './announce.js';
import { all, on_click, set_text, words } from './dom.js';
import { read, write } from './storage.js';

/** @typedef {'plain' | 'painted'} View */

/** @type {View} */
let wanted = 'painted';
/** @type {View} what pressing the button gives */
let offered = 'plain';

/** The visitor's choice; without one, the painted view. */
export function wanted_view() {
  return wanted;
}

/** @param {View} view */
function offer_other_than(view) {
  offered = view === 'painted' ? 'plain' : 'painted';
  for (const button of all('view')) set_text(button, words(button)[offered === 'plain' ? 0 : 1] ?? '');
}

/** After the painted view has come, gone, or failed to come. */
export function offer_other_view() {
  offer_other_than(document.documentElement.dataset.view === 'painted' ? 'painted' : 'plain');
}

/** painting.js listens while the painted view is not loaded, painted.js from then on. */
export function tell_view() {
  document.dispatchEvent(new CustomEvent('lacit:view', { detail: wanted }));
}

/** @param {HTMLElement} button */
function pressed(button) {
  const name = button.textContent ?? '';
  wanted = offered;
  write('lacit.view', wanted === 'plain' ? 'plain' : null);
  offer_other_than(wanted);
  tell_view();
  announce(name);
}

export function start_view() {
  wanted = read('lacit.view') === 'plain' ? 'plain' : 'painted';
  offer_other_than(wanted);
  // The painted view also goes by itself, when its context is lost or the page is translated.
  new MutationObserver(offer_other_view).observe(document.documentElement, { attributeFilter: ['data-view'] });
  on_click('view', pressed);
}
