// What is wrong with fields: said at each field, and all together over them when the form is sent. The rules are the
// server's own (src/ground/forms) as soon as its program is there; until then the printed attributes, which say the same.
import { set_text } from '../base/behaviours.js';
import { ascii_address } from './email_address.js';
import { fields_of } from './draft.js';
import { load_form_program } from './program.js';

/** @typedef {import('./draft.js').Field} Field */
/** @typedef {import('./words.js').Say} Say */

/** Of a long field: when so many characters are left, it says so. */
const few_left = 500;

/** @type {import('./program.js').FormProgram | undefined} */
let program;

/** Loads the rules; without them the attributes judge. */
export async function load_rules() {
  program ??= await load_form_program(document.documentElement.dataset.formWasm ?? '');
}

/** @param {Field} field */
function type_of(field) {
  if (field instanceof HTMLSelectElement) return 'select';
  if (field.inputMode === 'email') return 'email'; // a text with a pattern (src/site/describe/form_fields.cpp)
  return field instanceof HTMLTextAreaElement ? 'textarea' : field.type;
}

/** By the attributes (HTML 4.10.21.1). @param {Field} field */
function fault_by_attributes(field) {
  const { valueMissing, patternMismatch, tooLong } = field.validity;
  if (valueMissing) return field.type === 'checkbox' ? 'consent' : 'required';
  if (patternMismatch) return type_of(field) === 'email' ? 'email' : 'phone';
  return tooLong ? 'too_long' : '';
}

/** @param {Field} field @returns {string} the fault's code; empty: none */
export function fault_of(field) {
  if (!program) return fault_by_attributes(field);
  const checked = field instanceof HTMLInputElement && field.type === 'checkbox' && field.checked;
  const value = field.type === 'checkbox' ? (checked ? 'on' : '') : field.value;
  const max_length = 'maxLength' in field ? Math.max(0, field.maxLength) : 0;
  const options = field instanceof HTMLSelectElement ? Array.from(field.options, (option) => option.value) : [];
  const type = type_of(field);
  return program.check(
    { type, required: field.required, max_length, options },
    type === 'email' ? ascii_address(value) : value,
  );
}

/** @param {Element} field @param {string} part */
const beside = (field, part) => document.getElementById(`${field.id}-${part}`);

/** The label's text without the note that the field is required. @param {HTMLElement} field */
const label_of = (field) =>
  (document.querySelector(`label[for="${field.id}"]`)?.textContent ?? '').replace(/ \([^)]*\)$/, '');

export class Faults {
  #form;
  #say;
  #box;

  /** @param {HTMLFormElement} form @param {Say} say */
  constructor(form, say) {
    this.#form = form;
    this.#say = say;
    this.#box = /** @type {HTMLElement | null} */ (form.querySelector('[data-behaviour="form-faults"]'));
    this.#box?.addEventListener('click', (event) => this.#follow(event));
  }

  /** Says at a field what is wrong with it, or nothing more. @param {HTMLElement} field @param {string} code */
  show(field, code) {
    const error = beside(field, 'error');
    if (error && code) set_text(error, this.#say(code));
    if (error) error.hidden = code === '';
    if (code) field.setAttribute('aria-invalid', 'true');
    else if (field.hasAttribute('aria-invalid')) field.setAttribute('aria-invalid', 'false');
    this.#list(field, code);
  }

  /** @param {HTMLElement} field */
  is_shown(field) {
    return field.getAttribute('aria-invalid') === 'true';
  }

  /** Judges one field and says so. @param {Field} field */
  judge(field) {
    this.show(field, fault_of(field));
  }

  /** @returns {boolean} whether the form may be sent; if not, the list has focus */
  judge_all() {
    const fields = fields_of(this.#form);
    for (const field of fields) this.judge(field);
    if (!fields.some((field) => this.is_shown(field))) return true;
    this.focus();
    return false;
  }

  /** Under a long field. @param {Field} field */
  count(field) {
    const count = beside(field, 'count');
    if (!count || !('maxLength' in field)) return;
    const left = field.maxLength - field.value.length;
    count.hidden = left > few_left;
    if (!count.hidden) set_text(count, this.#say('left', { n: left }));
  }

  /** The list over the fields takes focus, so that it is read (WCAG 3.3.1). */
  focus() {
    const box = this.#box;
    if (!box) return;
    box.hidden = false;
    box.focus({ preventScroll: true });
    into_view(box);
  }

  hide() {
    if (this.#box) this.#box.hidden = true;
  }

  /** @param {HTMLElement} field @param {string} code */
  #list(field, code) {
    const link = /** @type {HTMLElement | null | undefined} */ (this.#box?.querySelector(`a[href="#${field.id}"]`));
    if (!link?.parentElement) return;
    link.parentElement.hidden = code === '';
    // What a box to tick is for is a sentence, not a name.
    const name = field.matches('[type="checkbox"]') ? '' : `${label_of(field)}: `;
    if (code) set_text(link, name + this.#say(code));
    const left = this.#box?.querySelector('li:not([hidden])');
    if (!left) this.hide();
  }

  /** A link to a field is meant to lead into it. @param {Event} event */
  #follow(event) {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    field.focus({ preventScroll: true });
    into_view(field);
  }
}

/** Once the painted view has put it in its place. @param {HTMLElement} element */
export function into_view(element) {
  const show = () => element.scrollIntoView({ block: 'center' });
  requestAnimationFrame(() => requestAnimationFrame(show));
}
