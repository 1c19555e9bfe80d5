// The switch between text view and painted view. Its label names the other view, which is what pressing it gives.
import { announce } from '../base/announce.js';
import { all, on_click, set_text, words } from '../base/behaviours.js';
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

/** painted_loader.js listens while the painted view is not loaded, painted.js from then on. */
export function tell_view() {
  document.dispatchEvent(new CustomEvent('lacit:view', { detail: wanted }));
}

/** A choice outranks what the browser was told to save (painting_obstacles.js). @param {string | null} view */
function choose(view) {
  if (view === 'painted') document.documentElement.dataset.chosen = view;
  else delete document.documentElement.dataset.chosen;
}

/** @param {HTMLElement} button */
function pressed(button) {
  const name = button.textContent ?? '';
  wanted = offered;
  choose(wanted);
  write('lacit.view', wanted);
  offer_other_than(wanted);
  tell_view();
  announce(name);
}

export function start_view_switch() {
  const kept = read('lacit.view');
  wanted = kept === 'plain' ? kept : 'painted';
  choose(kept);
  offer_other_than(wanted);
  // The painted view also goes by itself, when its context is lost or the page is translated.
  new MutationObserver(offer_other_view).observe(document.documentElement, { attributeFilter: ['data-view'] });
  on_click('view', pressed);
}
