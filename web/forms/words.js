// The sentences that a form says, from its `data-value`: `code=sentence` a line (src/site/describe/form_words.cpp).

/** @typedef {(code: string, places?: Record<string, string | number>) => string} Say */

/**
 * @param {HTMLElement} form
 * @returns {Say} with `{place}` filled in; of an unknown code the sentence that it did not work
 */
export function words_of(form) {
  const words = new Map();
  for (const line of (form.dataset.value ?? '').split('\n')) {
    const at = line.indexOf('=');
    if (at > 0) words.set(line.slice(0, at), line.slice(at + 1));
  }
  return (code, places = {}) => {
    let text = words.get(code) ?? words.get('failed') ?? code;
    for (const [place, value] of Object.entries(places)) text = text.replaceAll(`{${place}}`, () => String(value));
    return text;
  };
}
