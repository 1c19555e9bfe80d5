// A provider's token for a form: its script is loaded here and nowhere else, when a visitor has agreed to it.

/** CSS pixels; over everything, where a question to the visitor may come up. */
const place_style = 'position:fixed;inset:auto 0 16px;z-index:9;display:flex;justify-content:center';
/** People may have pictures to look at. */
const patience_ms = 120_000;

/** @type {Map<string, Promise<void>>} */
const loaded = new Map();

/** @param {string} address */
function load(address) {
  const known = loaded.get(address);
  if (known) return known;
  const script = document.createElement('script');
  const coming = new Promise((resolve, reject) => {
    script.addEventListener('load', () => resolve(undefined));
    script.addEventListener('error', () => reject(new Error(`${address} did not come`)));
  });
  script.src = address;
  document.head.append(script);
  loaded.set(address, coming);
  coming.catch(() => loaded.delete(address));
  return coming;
}

/** Where a provider puts what it shows; not in the form, whose fields are its own. @param {(place: HTMLElement) => Promise<string>} work */
async function with_place(work) {
  const place = document.createElement('div');
  place.style.cssText = place_style;
  document.body.append(place);
  try {
    return await work(place);
  } finally {
    place.remove();
  }
}

/** @type {Record<string, (key: string, action: string) => Promise<string>>} */
const providers = {
  async recaptcha(key, action) {
    await load(`https://www.google.com/recaptcha/api.js?render=${encodeURIComponent(key)}`);
    const { grecaptcha } = /** @type {any} */ (window);
    await new Promise((resolve) => grecaptcha.ready(resolve));
    return grecaptcha.execute(key, { action });
  },
  async hcaptcha(key) {
    await load('https://js.hcaptcha.com/1/api.js?render=explicit');
    const { hcaptcha } = /** @type {any} */ (window);
    return with_place(async (place) => {
      const widget = hcaptcha.render(place, { sitekey: key, size: 'invisible' });
      return (await hcaptcha.execute(widget, { async: true })).response;
    });
  },
  async turnstile(key, action) {
    await load('https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit');
    const { turnstile } = /** @type {any} */ (window);
    return with_place(
      (place) =>
        new Promise((resolve, reject) => {
          turnstile.render(place, {
            sitekey: key,
            action,
            appearance: 'interaction-only',
            callback: resolve,
            'error-callback': reject,
          });
        }),
    );
  },
};

/** @param {HTMLFormElement} form @returns {Promise<string | null>} null: there is none to be had */
export async function token(form) {
  const { captchaProvider = '', captchaKey = '' } = document.documentElement.dataset;
  const action = new URL(form.action).pathname.split('/').pop() ?? '';
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error('no answer')), patience_ms));
  try {
    return /** @type {string} */ (await Promise.race([providers[captchaProvider]?.(captchaKey, action), late])) || null;
  } catch (error) {
    console.info(`lacit: no token of ${captchaProvider}, because ${error}`);
    return null;
  }
}
