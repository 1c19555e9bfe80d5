// Filters the rows of a list or table as the visitor types. The rows are in the page: without script it is a plain list.
import { all, behaving, set_text, words } from '../base/behaviours.js';
import { haystack, matches } from './search_text.js';

/** Typing goes on: only the count after a pause is said. */
const say_after_ms = 400;

/** @type {WeakMap<Element, string>} */
const searchable = new WeakMap();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/**
 * @param {HTMLElement} target
 * @returns {HTMLElement[]}
 */
function rows_of(target) {
  const rows = target.querySelectorAll(target instanceof HTMLTableElement ? ':scope > tbody > tr' : ':scope > *');
  return [...rows].filter((row) => row instanceof HTMLElement);
}

// Child by child: cells stand in the markup without white space between them.
/** @param {HTMLElement} row */
function text_of(row) {
  let text = searchable.get(row);
  if (text === undefined) {
    const parts = [...row.children].map((child) => child.textContent ?? '');
    text = haystack([...(parts.length > 0 ? parts : [row.textContent ?? '']), row.dataset.keywords ?? ''].join(' '));
    searchable.set(row, text);
  }
  return text;
}

/**
 * The status beside the field: the nearest one around it.
 * @param {HTMLElement} field
 * @returns {HTMLElement | null}
 */
function count_of(field) {
  for (let around = field.parentElement; around; around = around.parentElement) {
    const count = around.querySelector('[data-behaviour="filter-count"]');
    if (count instanceof HTMLElement) return count;
  }
  return null;
}

/**
 * @param {HTMLInputElement} field
 * @param {number} shown
 * @param {number} total
 */
function say(field, shown, total) {
  const count = count_of(field);
  if (!count) return;
  const [some, none = some] = words(count);
  const text = shown > 0 ? some : none;
  set_text(count, (text ?? '{n}/{total}').replaceAll('{n}', String(shown)).replaceAll('{total}', String(total)));
}

/** @param {HTMLInputElement} field */
function apply(field) {
  const target = document.getElementById(field.dataset.value ?? '');
  if (!target) return;
  const rows = rows_of(target);
  for (const row of rows) row.hidden = !matches(text_of(row), field.value);
  const shown = rows.filter((row) => !row.hidden).length;
  clearTimeout(timer);
  timer = setTimeout(() => say(field, shown, rows.length), say_after_ms);
}

/** @param {Event} event */
function field_of(event) {
  const field = behaving(event, 'filter');
  return field instanceof HTMLInputElement ? field : null;
}

/** @param {KeyboardEvent} event */
function escape(event) {
  const field = field_of(event);
  if (event.key !== 'Escape' || !field || field.value === '') return;
  event.preventDefault();
  field.value = '';
  apply(field);
}

// Browsers give fields their text back after Back or a reload, without an input event.
function apply_restored() {
  for (const field of all('filter')) if (field instanceof HTMLInputElement && field.value !== '') apply(field);
}

export function start_filter() {
  for (const name of ['input', 'search']) {
    document.addEventListener(name, (event) => {
      const field = field_of(event);
      if (field) apply(field);
    });
  }
  document.addEventListener('keydown', escape);
  addEventListener('pageshow', apply_restored);
}
