// Asks before a provider is asked whether the visitor is a person. There is nothing to ask where the site has none.

/** @param {HTMLElement} form @param {string} behaviour */
const part = (form, behaviour) => form.querySelector(`[data-behaviour="${behaviour}"]`);

export class CaptchaQuestion {
  #box;
  #load;
  #agreed = false;

  /** @param {HTMLFormElement} form @param {() => void} send */
  constructor(form, send) {
    this.#box = part(form, 'form-captcha');
    this.#load = part(form, 'form-captcha-load');
    this.#load?.addEventListener('click', () => {
      this.#agreed = true;
      this.#show(false);
      send();
    });
    // As without script: the server asks once more then.
    part(form, 'form-captcha-without')?.addEventListener('click', () => form.submit());
  }

  /** @param {boolean} shown */
  #show(shown) {
    if (this.#box instanceof HTMLElement) this.#box.hidden = !shown;
  }

  /** Whether the visitor must answer first; the button that is pressed sends then. */
  asks() {
    if (!this.#box || this.#agreed) return false;
    this.#show(true);
    if (this.#load instanceof HTMLElement) this.#load.focus();
    return true;
  }

  /** The provider took the visitor for a program: the other way is offered again. */
  again() {
    this.#agreed = false;
    this.#show(true);
  }
}
