// The proof of work of the message that is being written: begun with the first key, so that nobody waits for it at the end.

/** A challenge lives for 20 minutes (src/service/intake/proof.h); what may be older than this is made anew. */
const life_ms = 15 * 60_000;

/** The server could be asked, and this browser cannot do the work. */
export class NoProof extends Error {}

/** @returns {Promise<string>} @throws TypeError where the network is away, NoProof where the work cannot be done */
async function make_proof() {
  const { solver = '', formWasm = '' } = document.documentElement.dataset;
  const response = await fetch('/api/challenge', { cache: 'no-store' });
  if (!response.ok) throw new TypeError(`no challenge: ${response.status}`); // to be tried again, as if it were lost
  const challenge = await response.json();
  const worker = new Worker(solver);
  try {
    return await new Promise((resolve, reject) => {
      worker.addEventListener('message', ({ data }) =>
        data.payload ? resolve(data.payload) : reject(new NoProof(data.error)),
      );
      worker.addEventListener('error', (event) => reject(new NoProof(event.message)));
      worker.postMessage({ wasm: new URL(formWasm, location.href).href, challenge });
    });
  } finally {
    worker.terminate();
  }
}

export class Proof {
  field = 'altcha';
  /** @type {Promise<string> | undefined} */
  #made;
  #at = 0;

  /** @returns {Promise<string>} the field `altcha`, once for each message */
  get() {
    if (this.#made && performance.now() - this.#at < life_ms) return this.#made;
    this.#at = performance.now();
    const made = make_proof();
    this.#made = made;
    made.catch(() => this.#made === made && this.forget());
    return made;
  }

  /** Ahead of time; a failure comes up again when it matters. */
  begin() {
    this.get().catch(() => {});
  }

  /** It was used. */
  forget() {
    this.#made = undefined;
  }
}

/** @typedef {{ token: (form: HTMLFormElement) => Promise<string | null> }} CaptchaModule */

/** A provider's token instead, where the site has a provider (site.json, `captcha`); each is good for one sending. */
class Token {
  #form;
  #address;

  /** @param {HTMLFormElement} form @param {string} address of captcha.js */
  constructor(form, address) {
    this.#form = form;
    this.#address = address;
  }

  get field() {
    const names = {
      recaptcha: 'g-recaptcha-response',
      hcaptcha: 'h-captcha-response',
      turnstile: 'cf-turnstile-response',
    };
    return names[/** @type {keyof names} */ (document.documentElement.dataset.captchaProvider)];
  }

  /** @returns {Promise<string>} @throws NoProof where the provider's script did not come or did not decide */
  async get() {
    const { token } = /** @type {CaptchaModule} */ (await import(this.#address));
    const made = await token(this.#form);
    if (!made) throw new NoProof('the provider gave no token');
    return made;
  }

  begin() {} // nothing is asked of a provider before the visitor says so
  forget() {}
}

/** @param {HTMLFormElement} form @returns {Proof | Token} what this site's server wants to see */
export function proof_of(form) {
  const { captcha } = document.documentElement.dataset;
  return captcha ? new Token(form, captcha) : new Proof();
}
