// A form with help: faults said at once, what was written kept, attachments listed, sending with progress and patience.
// form_loader.js loads it where a page has a form.
import { CaptchaQuestion } from './captcha_question.js';
import { fields_of, forget_draft, restore_draft, save_draft } from './draft.js';
import { Faults, into_view, load_rules } from './faults.js';
import { Files } from './files.js';
import { NoProof, proof_of } from './proof_of_work.js';
import { send } from './sending.js';
import { Status } from './sending_status.js';
import { words_of } from './words.js';

/** @type {WeakSet<HTMLFormElement>} */
const helped = new WeakSet();

class HelpedForm {
  #form;
  #say;
  #announce;
  #faults;
  #files;
  #status;
  #proof;
  #captcha;
  /** Idempotency-Key of what is written now: every change makes it another message. @type {string | undefined} */
  #key;
  /** @type {AbortController | undefined} */
  #sending;

  /** @param {HTMLFormElement} form @param {(text: string) => void} announce */
  constructor(form, announce) {
    this.#form = form;
    this.#announce = announce;
    this.#say = words_of(form);
    this.#proof = proof_of(form);
    this.#captcha = new CaptchaQuestion(form, () => void this.#send());
    this.#faults = new Faults(form, this.#say);
    this.#status = new Status(form, this.#say, announce);
    form.noValidate = true; // its words come at their own place, not in a bubble that goes away
    this.#files = new Files(form, { say: this.#say, announce, changed: () => this.#changed() });
    form.addEventListener('input', (event) => this.#typed(event));
    form.addEventListener('focusout', (event) => this.#left(event));
    form.addEventListener('focusin', () => this.#prepare(), { once: true });
    form.addEventListener('submit', (event) => this.#submit(event));
    this.#status.on_cancel(() => this.#sending?.abort('stopped'));
    this.#status.on_another(() => this.#again());
    this.#restore();
  }

  #restore() {
    const { key, changed } = restore_draft(this.#form);
    this.#key = key;
    if (changed) this.#status.tell('kept');
    for (const field of fields_of(this.#form)) this.#faults.count(field);
  }

  #prepare() {
    load_rules().catch(() => {}); // the attributes judge then
    this.#proof.begin();
  }

  #changed() {
    this.#key = undefined;
    save_draft(this.#form, undefined);
    if (!this.#sending) this.#status.hide();
  }

  /** @param {Event} event */
  #typed(event) {
    this.#changed();
    const field = this.#field_of(event);
    if (!field) return;
    this.#faults.count(field);
    if (this.#faults.is_shown(field)) this.#faults.judge(field); // said no longer than it is so
  }

  /** A field that was only passed is not complained about. @param {FocusEvent} event */
  #left(event) {
    const field = this.#field_of(event);
    if (!field || field.value === '' || field.type === 'checkbox') return;
    after_press(() => this.#faults.judge(field));
  }

  /** @param {Event} event */
  #field_of(event) {
    return fields_of(this.#form).find((field) => field === event.target);
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    if (this.#sending) return;
    if (!this.#faults.judge_all()) return this.#announce(this.#say('problem'));
    this.#faults.hide();
    if (!this.#captcha.asks()) void this.#send();
  }

  async #send() {
    const sending = new AbortController();
    this.#sending = sending;
    this.#key ??= crypto.randomUUID();
    save_draft(this.#form, this.#key);
    this.#status.begin();
    try {
      this.#answered(
        await send({
          form: this.#form,
          key: this.#key,
          proof: this.#proof,
          signal: sending.signal,
          progress: (part) => this.#status.progress(part),
          waiting: (seconds) => this.#status.waiting(seconds),
          offline: () => this.#status.tell('offline', true),
        }),
      );
    } catch (error) {
      this.#failed(error);
    } finally {
      this.#sending = undefined;
      this.#status.end();
    }
  }

  /** @param {unknown} error */
  #failed(error) {
    // What this browser cannot prove, the server asks for in another way: the form without script.
    if (error instanceof NoProof) return this.#send_unproven();
    if (error !== 'stopped') console.info(`lacit: not sent, because ${error}`);
    this.#status.tell(error === 'stopped' ? 'stopped' : 'failed', true);
  }

  /** The empty field tells the staff that this browser did run scripts. */
  #send_unproven() {
    const field = Object.assign(document.createElement('input'), { type: 'hidden', name: 'altcha' });
    if (!this.#form.elements.namedItem(field.name)) this.#form.append(field);
    this.#form.submit();
  }

  /** @param {import('./sending.js').Answer | null} answer */
  #answered(answer) {
    if (answer && answer.status >= 200 && answer.status < 300 && answer.reference) return this.#sent(answer.reference);
    // Another message is under this key, or this one must be another.
    if (answer?.status === 422 || answer?.status === 409) this.#key = undefined;
    for (const { field, code } of answer?.errors ?? []) this.#show_fault(field, code);
    if (answer?.code === 'file_type' || answer?.code === 'too_many_files') this.#show_fault('attachments', answer.code);
    this.#status.tell(answer?.code || 'failed', true);
    if (answer?.code === 'captcha_failed') this.#captcha.again();
    if (this.#form.querySelector('[aria-invalid="true"]')) this.#faults.focus();
  }

  /** @param {string} name @param {string} code */
  #show_fault(name, code) {
    const field = this.#form.elements.namedItem(name);
    if (field instanceof HTMLElement) this.#faults.show(field, code);
  }

  /** @param {string} reference */
  #sent(reference) {
    this.#proof.forget();
    this.#key = undefined;
    this.#form.reset();
    this.#files.clear();
    forget_draft(this.#form);
    this.#status.done(reference);
  }

  #again() {
    this.#status.again();
    this.#proof.begin();
    const first = fields_of(this.#form)[0];
    first?.focus({ preventScroll: true });
    if (first) into_view(first);
  }
}

/**
 * Now, or when the button is let go: a page that moves between press and release loses the click.
 * @param {() => void} act
 */
function after_press(act) {
  if (pressed) waiting.push(act);
  else act();
}
let pressed = false;
/** @type {(() => void)[]} */
const waiting = [];
for (const name of ['pointerdown', 'pointerup', 'pointercancel']) {
  const follow = () => {
    pressed = name === 'pointerdown';
    if (!pressed) for (const act of waiting.splice(0)) setTimeout(act);
  };
  addEventListener(name, follow, { capture: true });
}

/** @param {HTMLFormElement} form @param {(text: string) => void} announce */
export function start(form, announce) {
  if (helped.has(form)) return;
  helped.add(form);
  new HelpedForm(form, announce);
}
