// How a sending goes, in words and as a bar; and thanks in the form's place when it is done.
import { set_text } from '../base/behaviours.js';
import { into_view } from './faults.js';

export class Status {
  #form;
  #say;
  #announce;
  #box;
  #bar;
  #cancel;
  #done;
  #told = '';

  /**
   * @param {HTMLFormElement} form
   * @param {import('./words.js').Say} say
   * @param {(text: string) => void} announce
   */
  constructor(form, say, announce) {
    this.#form = form;
    this.#say = say;
    this.#announce = announce;
    this.#box = /** @type {HTMLElement} */ (form.querySelector('[data-behaviour="form-sending"]'));
    this.#bar = /** @type {HTMLProgressElement} */ (this.#box.querySelector('progress'));
    this.#cancel = /** @type {HTMLButtonElement} */ (form.querySelector('[data-behaviour="form-cancel"]'));
    this.#done = /** @type {HTMLElement} */ (form.parentElement?.querySelector('[data-behaviour="form-done"]'));
  }

  /** @param {() => void} act */
  on_cancel(act) {
    this.#cancel.addEventListener('click', act);
  }

  /** @param {() => void} act */
  on_another(act) {
    this.#done.querySelector('button')?.addEventListener('click', act);
  }

  begin() {
    this.#bar.hidden = false;
    this.#bar.value = 0;
    this.#cancel.hidden = false;
    this.#submit()?.setAttribute('aria-disabled', 'true'); // not disabled: it keeps focus
    this.tell('sending', true);
  }

  end() {
    this.#bar.hidden = true;
    const stuck = document.activeElement === this.#cancel;
    this.#cancel.hidden = true;
    this.#submit()?.removeAttribute('aria-disabled');
    if (stuck) this.#submit()?.focus({ preventScroll: true });
  }

  /** @param {number} part from 0 to 1 */
  progress(part) {
    this.#bar.value = part * 100;
    this.#write(this.#say('progress', { percent: Math.round(part * 100) }));
  }

  /** @param {number} seconds */
  waiting(seconds) {
    this.#bar.value = 0;
    const text = this.#say('lost', { seconds });
    this.#write(text);
    if (this.#told !== 'lost') this.#announce(text); // once, not every second
    this.#told = 'lost';
  }

  /** @param {string} code @param {boolean} [aloud] */
  tell(code, aloud = false) {
    if (this.#told === code && !this.#box.hidden) return;
    this.#told = code;
    if (code !== 'sending') this.#bar.hidden = code !== 'offline' && code !== 'lost';
    this.#write(this.#say(code));
    if (aloud) this.#announce(this.#say(code));
  }

  hide() {
    this.#box.hidden = true;
  }

  /** @param {string} reference */
  done(reference) {
    this.hide();
    const text = this.#done.querySelector('[data-behaviour="told"]');
    if (text instanceof HTMLElement) set_text(text, this.#say('thanks_text', { reference }));
    this.#form.hidden = true;
    this.#done.hidden = false;
    const heading = /** @type {HTMLElement | null} */ (this.#done.querySelector('[tabindex]'));
    heading?.focus({ preventScroll: true });
    into_view(this.#done);
    this.#announce(`${this.#say('thanks')}. ${this.#say('thanks_text', { reference })}`);
  }

  again() {
    this.#done.hidden = true;
    this.#form.hidden = false;
  }

  #submit() {
    return /** @type {HTMLElement | null} */ (this.#form.querySelector('[type="submit"]'));
  }

  /** @param {string} text */
  #write(text) {
    const line = this.#box.querySelector('[data-behaviour="told"]');
    if (line instanceof HTMLElement) set_text(line, text);
    this.#box.hidden = false;
  }
}
