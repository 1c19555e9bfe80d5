// What a visitor writes, kept for this tab: through failures, reload and navigation. Success forgets it, and Quick exit
// empties the whole session storage (web/page/quick_exit.js).

/** @typedef {{ fields: Record<string, string | boolean>, key?: string | undefined }} Draft `key`: the Idempotency-Key that it was sent under */

/** @param {HTMLFormElement} form */
const name_of = (form) => `lacit.draft.${form.getAttribute('action')}`;

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */

/** @param {HTMLFormElement} form @returns {Field[]} those that the visitor fills in, without files */
export function fields_of(form) {
  const fields = /** @type {Field[]} */ (
    [...form.elements].filter((element) => element.matches('input, textarea, select'))
  );
  return fields.filter((field) => field.id !== '' && field.name !== '' && field.type !== 'file');
}

/** @param {Field} field */
const is_check = (field) => field instanceof HTMLInputElement && field.type === 'checkbox';

/** @param {HTMLFormElement} form @param {string | undefined} key */
export function save_draft(form, key) {
  /** @type {Draft} */
  const draft = { fields: {}, key };
  for (const field of fields_of(form)) {
    draft.fields[field.name] = is_check(field) ? /** @type {HTMLInputElement} */ (field).checked : field.value;
  }
  try {
    sessionStorage.setItem(name_of(form), JSON.stringify(draft));
  } catch {
    // Refused or full: it holds until the page is left.
  }
}

/** @param {HTMLFormElement} form @returns {Draft | null} */
function read_draft(form) {
  try {
    const draft = JSON.parse(sessionStorage.getItem(name_of(form)) ?? 'null');
    return draft && typeof draft.fields === 'object' ? draft : null;
  } catch {
    return null; // refused, or not ours
  }
}

/**
 * @param {HTMLFormElement} form
 * @returns {{ key: string | undefined, changed: boolean }} whether anything came back that was not there
 */
export function restore_draft(form) {
  const draft = read_draft(form);
  let changed = false;
  for (const field of fields_of(form)) {
    const value = draft?.fields[field.name];
    if (is_check(field) && typeof value === 'boolean') {
      changed ||= /** @type {HTMLInputElement} */ (field).checked !== value;
      /** @type {HTMLInputElement} */ (field).checked = value;
    } else if (typeof value === 'string' && value !== '') {
      changed ||= field.value !== value;
      field.value = value;
    }
  }
  return { key: draft?.key, changed };
}

/** @param {HTMLFormElement} form */
export function forget_draft(form) {
  try {
    sessionStorage.removeItem(name_of(form));
  } catch {
    // Nothing was kept.
  }
}
