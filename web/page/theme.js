// The theme button: system, light, dark, and round again. Its label says which one holds.
import { announce } from '../base/announce.js';
import { all, on_click, set_text, words } from '../base/behaviours.js';
import { read, watch, write } from './storage.js';

const themes = ['system', 'light', 'dark'];

function stored() {
  const theme = read('lacit.theme');
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

// The browser's own bar follows too: each theme-color belongs to one scheme by its media query (HTML 4.2.5.1).
/** @param {string} theme */
function color_browser(theme) {
  for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
    const own = meta.getAttribute('data-scheme') ?? meta.getAttribute('media') ?? '';
    meta.setAttribute('data-scheme', own);
    meta.setAttribute('media', theme === 'system' ? own : own.includes(theme) ? 'all' : 'not all');
  }
}

/** @param {string} theme */
function apply(theme) {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  color_browser(theme);
  for (const button of all('theme')) set_text(button, words(button)[themes.indexOf(theme)] ?? theme);
}

/** @param {HTMLElement} button */
function next(button) {
  const theme = themes[(themes.indexOf(current()) + 1) % themes.length] ?? 'system';
  write('lacit.theme', theme === 'system' ? null : theme);
  apply(theme);
  announce(button.textContent ?? '');
}

/** What is shown counts, not what is stored: storage may be refused. */
function current() {
  return document.documentElement.dataset.theme ?? 'system';
}

export function start_theme() {
  apply(stored());
  watch('lacit.theme', () => apply(stored()));
  on_click('theme', next);
}
