// The More menu: a details element as the APG's disclosure navigation. The browser opens and closes it by its summary;
// here it also closes on Escape, on a click elsewhere and when focus leaves, and only one is open.
import { behaving } from '../base/behaviours.js';

/** @returns {HTMLDetailsElement[]} */
function open_menus() {
  return [...document.querySelectorAll('details[data-behaviour="menu"][open]')].filter(
    (found) => found instanceof HTMLDetailsElement,
  );
}

/** @param {(menu: HTMLDetailsElement) => boolean} chosen */
function close_where(chosen) {
  for (const menu of open_menus()) if (chosen(menu)) menu.open = false;
}

// From anywhere: Safari leaves focus on the body when a summary is clicked.
/** @param {KeyboardEvent} event */
function escape(event) {
  const menu = open_menus()[0];
  if (event.key !== 'Escape' || event.defaultPrevented || !menu) return;
  event.preventDefault();
  menu.open = false;
  menu.querySelector('summary')?.focus();
}

/** @param {MouseEvent} event */
function clicked(event) {
  const target = event.target instanceof Element ? event.target : null;
  // A link of the menu has done its work: with in-app navigation the header stays, and would stay open.
  close_where((menu) => !target || !menu.contains(target) || target.closest('a') !== null);
}

/** @param {FocusEvent} event */
function focus_left(event) {
  const menu = behaving(event, 'menu');
  const next = event.relatedTarget;
  // No next target: the window lost focus, or something without focus was clicked, which `clicked` sees.
  if (menu instanceof HTMLDetailsElement && next instanceof Node && !menu.contains(next)) menu.open = false;
}

/** @param {Event} event */
function toggled(event) {
  const opened = event.target;
  const is_menu = opened instanceof HTMLDetailsElement && opened.dataset.behaviour === 'menu' && opened.open;
  if (is_menu) close_where((menu) => menu !== opened);
}

export function start_menu() {
  document.addEventListener('keydown', escape);
  document.addEventListener('click', clicked);
  document.addEventListener('focusout', focus_left);
  document.addEventListener('toggle', toggled, { capture: true }); // toggle does not bubble
}
