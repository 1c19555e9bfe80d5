// Pages with a form load what helps to fill it in and send it, once the form comes near. Where that does not arrive, the
// browser sends the form by itself, as it does without script.
import { announce } from '../base/announce.js';
import { all } from '../base/behaviours.js';
import { hooks } from '../navigation/navigation.js';

/** @typedef {{ start: (form: HTMLFormElement, announce: (text: string) => void) => void }} FormModule */

/** CSS pixels below the window in which a form counts as near. */
const near = '600px';

/** @type {IntersectionObserver | undefined} */
let watcher;

/** @param {Element} form */
async function help_with(form) {
  const address = document.documentElement.dataset.form;
  if (!address || !(form instanceof HTMLFormElement)) return;
  try {
    const { start } = /** @type {FormModule} */ (await import(address));
    start(form, announce);
  } catch (error) {
    console.info(`lacit: a form without help, because ${error}`);
  }
}

// What was written before is to be there when the form comes into view, not to come in later.
function has_draft() {
  try {
    return Object.keys(sessionStorage).some((key) => key.startsWith('lacit.draft.'));
  } catch {
    return false;
  }
}

function watch_forms() {
  watcher?.disconnect();
  const forms = all('form');
  if (has_draft()) return forms.forEach(help_with);
  watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) void help_with(target);
    },
    { rootMargin: near },
  );
  for (const form of forms) watcher.observe(form);
}

export function start_form_loader() {
  hooks.adopt.push(watch_forms);
  // The keyboard may get there before the window does.
  document.addEventListener('focusin', (event) => {
    const form = event.target instanceof Element && event.target.closest('[data-behaviour="form"]');
    if (form) void help_with(form);
  });
  watch_forms();
}
