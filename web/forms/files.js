// Attachments: chosen, dropped or pasted, listed with a button each to take them out again. The file field stays the one
// place where they are, so that the form can also be sent by the browser.
import { behaving, set_text } from '../base/behaviours.js';

/** Through in-app navigation; a reload loses them, as any page does. @type {Map<string, File[]>} */
const kept = new Map();

/** In the page's language: «1,5 Mo» in French. @param {number} bytes */
function size_text(bytes) {
  const large = bytes >= 1024 * 1024;
  const size = large ? bytes / 1024 / 1024 : Math.ceil(bytes / 1024);
  const unit = large ? 'megabyte' : 'kilobyte';
  return size.toLocaleString(document.documentElement.lang, { style: 'unit', unit, maximumFractionDigits: 1 });
}

/** As people write it: macOS hands out names with accents apart from their letters. @param {File} file */
const name_of = (file) => file.name.normalize();

/** @param {File} a @param {File} b */
const same = (a, b) => a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;

export class Files {
  #form;
  #field;
  #say;
  #announce;
  #changed;
  /** @type {File[]} */
  #files = [];

  /**
   * @param {HTMLFormElement} form
   * @param {{ say: import('./words.js').Say, announce: (text: string) => void, changed: () => void }} how
   */
  constructor(form, { say, announce, changed }) {
    this.#form = form;
    this.#say = say;
    this.#announce = announce;
    this.#changed = changed;
    this.#field = /** @type {HTMLInputElement | null} */ (form.querySelector('input[type="file"]'));
    if (!this.#field) return;
    this.#field.addEventListener('change', () => this.#add([...(this.#field?.files ?? [])]));
    form.addEventListener('click', (event) => this.#remove_clicked(event));
    form.addEventListener('paste', (event) => this.#pasted(event));
    form.addEventListener('drop', (event) => this.#add([...(event.dataTransfer?.files ?? [])]));
    watch_drag(form);
    this.#put(kept.get(form.action) ?? []);
  }

  /** After a message was sent. */
  clear() {
    this.#put([]);
  }

  get field() {
    return this.#field;
  }

  /** @param {File[]} files */
  #add(files) {
    const words = [];
    const list = [...this.#files];
    for (const file of files) {
      const fault = this.#fault_of(file, list);
      if (fault !== 'same') words.push(this.#say(fault || 'attached', { name: name_of(file) }));
      if (!fault) list.push(file);
    }
    this.#put(list);
    this.#changed();
    const wrong = words.filter(
      (word) => !files.some((file) => word === this.#say('attached', { name: name_of(file) })),
    );
    this.#show_error(wrong.join(' '));
    if (words.length > 0) this.#announce(words.join(' '));
  }

  /** @param {File} file @param {File[]} list @returns {string} empty: it can be sent */
  #fault_of(file, list) {
    if (list.some((other) => same(other, file))) return 'same';
    const endings = (this.#field?.accept ?? '').split(',');
    if (!endings.some((ending) => file.name.toLowerCase().endsWith(ending))) return 'file_kind';
    if (file.size === 0) return 'file_blank';
    // The server's limits (src/ground/forms/limits.h), as the page was printed with them.
    if (file.size > Number(this.#field?.dataset.value)) return 'file_large';
    return list.length >= this.#rows().length ? 'file_extra' : '';
  }

  /** What was left out is no fault of the form: it may be sent as it is. @param {string} text */
  #show_error(text) {
    const error = document.getElementById(`${this.#field?.id}-error`);
    if (!error) return;
    set_text(error, text);
    error.hidden = text === '';
  }

  /** @param {File[]} files */
  #put(files) {
    this.#files = files;
    kept.set(this.#form.action, files);
    const all = new DataTransfer();
    for (const file of files) all.items.add(file);
    if (this.#field) this.#field.files = all.files;
    this.#show();
  }

  #show() {
    const rows = this.#rows();
    for (const [i, row] of rows.entries()) this.#show_row(row, this.#files[i]);
    const list = rows[0]?.parentElement;
    if (list) list.hidden = this.#files.length === 0;
    const note = /** @type {HTMLElement | null | undefined} */ (
      this.#box()?.querySelector('[data-behaviour="told"][data-value]')
    );
    if (note) set_text(note, (note.dataset.value ?? '').replaceAll('{n}', String(this.#files.length)));
  }

  /** @param {HTMLElement} row @param {File | undefined} file */
  #show_row(row, file) {
    row.hidden = !file;
    const name = /** @type {HTMLElement | null} */ (row.querySelector('[data-behaviour="told"]'));
    if (!file || !name) return;
    set_text(name, `${name_of(file)}, ${size_text(file.size)}`);
    row.querySelector('button')?.setAttribute('aria-label', `${this.#say('remove')} ${name_of(file)}`);
  }

  #box() {
    return /** @type {HTMLElement | null} */ (this.#form.querySelector('[data-behaviour="form-drop"]'));
  }

  #rows() {
    return /** @type {HTMLElement[]} */ ([...(this.#box()?.querySelectorAll('li') ?? [])]);
  }

  /** @param {Event} event */
  #remove_clicked(event) {
    const row = behaving(event, 'form-remove')?.closest('li');
    const index = row ? this.#rows().indexOf(row) : -1;
    const file = this.#files[index];
    if (!file) return;
    this.#put(this.#files.filter((other) => other !== file));
    this.#show_error('');
    this.#changed();
    this.#announce(this.#say('removed', { name: name_of(file) }));
    // Focus must not fall out of the page with the row that had it.
    const next = this.#rows()[Math.min(index, this.#files.length - 1)]?.querySelector('button');
    (next ?? this.#field)?.focus();
  }

  /** A picture in the clipboard is an attachment; text is text. @param {ClipboardEvent} event */
  #pasted(event) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    this.#add(files);
  }
}

/**
 * The form that files may be dropped on. One set of listeners for all pages: a set a form would keep each form that was
 * left.
 * @type {HTMLFormElement | undefined}
 */
let dropped_on;

/** @param {DragEvent} event */
const with_files = (event) => event.dataTransfer?.types.includes('Files') ?? false;

/** @param {boolean} over */
function mark(over) {
  dropped_on?.querySelector('[data-behaviour="form-drop"]')?.toggleAttribute('data-over', over);
}

/** Anywhere in the form; beside it a file must not replace the page with everything that was written. @param {DragEvent} event */
function stay(event) {
  if (!dropped_on?.isConnected || !with_files(event)) return;
  event.preventDefault();
  mark(event.type === 'dragover' && event.target instanceof Node && dropped_on.contains(event.target));
}

/** @param {HTMLFormElement} form */
function watch_drag(form) {
  if (!dropped_on) {
    addEventListener('dragover', stay);
    addEventListener('drop', stay);
    addEventListener('dragleave', (event) => event.relatedTarget === null && mark(false));
  }
  dropped_on = form;
}
