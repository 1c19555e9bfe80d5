// The visitor's choice about being counted. Nothing is counted before it, and nothing else hangs on it.
import { announce } from '../base/announce.js';
import { all, on_click } from '../base/behaviours.js';
import { read, watch, write } from './storage.js';

/** @typedef {'accepted' | 'declined'} Choice */

/** @type {Choice | null} for this page's life, where storage is refused */
let chosen = null;
/** @type {Element | null} where focus goes when the banner closes */
let came_from = null;

/** @returns {Choice | null} */
function choice() {
  const stored = read('lacit.consent');
  return stored === 'accepted' || stored === 'declined' ? stored : chosen;
}

/**
 * Whether the visitor may be counted. Global Privacy Control is a Decline that needs no banner; a later Accept on this
 * very site, by the footer's button, is the more specific wish and holds (GPC specification, section 6).
 */
export function allowed() {
  return choice() === 'accepted';
}

function settled() {
  return choice() !== null || ('globalPrivacyControl' in navigator && navigator.globalPrivacyControl === true);
}

function banner() {
  return all('consent')[0];
}

// Pinned to the bottom, it must not lie over what has focus (WCAG 2.4.11).
/** @param {number} height in CSS pixels */
function keep_clear(height) {
  document.documentElement.style.scrollPaddingBottom = height > 0 ? `${height}px` : '';
}

// Opened again, the banner says which choice holds.
function mark_choice() {
  const made = choice();
  if (!made) return;
  for (const button of all('consent-accept')) button.setAttribute('aria-pressed', String(made === 'accepted'));
  for (const button of all('consent-decline')) button.setAttribute('aria-pressed', String(made === 'declined'));
}

function show() {
  const element = banner();
  if (!element) return;
  mark_choice();
  element.hidden = false;
  keep_clear(element.offsetHeight);
}

function hide() {
  const element = banner();
  if (!element) return;
  const held_focus = element.contains(document.activeElement);
  element.hidden = true;
  keep_clear(0);
  if (held_focus) give_focus_back();
}

function give_focus_back() {
  const back = came_from?.isConnected ? came_from : document.querySelector('main');
  if (back instanceof HTMLElement) back.focus({ preventScroll: back.matches('main') });
  came_from = null;
}

/** @param {HTMLElement} button */
function open_again(button) {
  show();
  const element = banner();
  if (!element) return;
  came_from = button;
  element.tabIndex = -1;
  element.focus();
}

/** @param {Choice} made */
function choose(made) {
  return (/** @type {HTMLElement} */ button) => {
    chosen = made;
    write('lacit.consent', made);
    const heading = banner()?.getAttribute('aria-label') ?? '';
    hide();
    document.dispatchEvent(new CustomEvent('lacit:consent'));
    announce(`${heading}: ${button.textContent}`);
  };
}

/** @param {KeyboardEvent} event */
function escape(event) {
  if (event.key === 'Escape' && settled() && banner()?.contains(document.activeElement)) hide();
}

/** @param {FocusEvent} event */
function remember(event) {
  const inside = event.target instanceof Node && banner()?.contains(event.target);
  const before = event.relatedTarget;
  if (inside && before instanceof Element && !banner()?.contains(before)) came_from = before;
}

export function start_consent() {
  on_click('consent-accept', choose('accepted'));
  on_click('consent-decline', choose('declined'));
  on_click('consent-change', open_again);
  document.addEventListener('focusin', remember);
  document.addEventListener('keydown', escape);
  watch('lacit.consent', () => choice() && hide());
  if (settled()) return;
  show();
  announce(banner()?.getAttribute('aria-label') ?? '');
}
