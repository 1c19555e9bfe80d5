// When to look again whether the page's text is set as C++ set it. All but the sheets of
// script (others_sheets.js) and of extensions (comparison.js) tell of themselves; until then nothing is asked of the browser.
import { has_other_palette } from './altered_looks.js';

/** What our own modules set on elements: geometry (mirror.js, line_fit.js), what is covered (clipping.js), placeholders. */
const ours = {
  style: /(--[\w-]+|clip-path)\s*:[^;]*;?\s*/g,
  class: /\b(own|placed|fixed|lined|unwrapped|unstretched)\b\s*/g,
};

/** @param {MutationRecord} record of an attribute @returns {boolean} whether others set it */
function is_others({ target, oldValue, attributeName }) {
  if (!(target instanceof Element) || !target.matches('[data-n]:not(img, dialog, dialog *)')) return false;
  const name = attributeName === 'style' ? 'style' : 'class';
  const [before, after] = [oldValue, target.getAttribute(name)].map((value) =>
    (value ?? '').replace(ours[name], '').trim(),
  );
  return before !== after;
}

/** @param {() => void} changed called when colours of the theme are others than those that C++ paints with, and when they are again */
function watch_palette(changed) {
  let other = false;
  const look = () => {
    if (has_other_palette() === other) return;
    other = !other;
    changed();
  };
  new MutationObserver(look).observe(document.documentElement, { attributeFilter: ['style'] });
  look();
}

/**
 * @param {(surely: boolean) => void} doubt called when a style may have changed; surely: not by our own views' coming and going
 * @param {() => void} changed called when others have changed a style, perhaps one that the painted view outranks
 */
export function watch_styles(doubt, changed) {
  // The rules of web/css/75-style_changes.css make a transition of every change that moves words or covers them: it takes no
  // time, and begins with an event, whoever changed the style and by what means.
  document.addEventListener('transitionrun', (event) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    // What is true of lines is so in both views: it is never our own going from one to the other.
    if (target.matches('.line, .placed, body')) doubt(target.matches('.line'));
  });
  document.fonts.addEventListener('loadingdone', () => doubt(true));
  // A style that the painted view's own rules outrank changes nothing there, and so no transition tells of it.
  const styles = new MutationObserver((records) => records.some(is_others) && changed());
  styles.observe(document.body, { subtree: true, attributeFilter: ['style', 'class'], attributeOldValue: true });
  watch_palette(changed);
  new MutationObserver(changed).observe(document.documentElement, { attributeFilter: ['dir', 'class'] });
}

/** What is told of while it is heard is our own going back and forth between the views. */
export class Echo {
  is_heard = false;

  /** Transitions begin, and are told of, before the next frame's callbacks (HTML 8.1.7.3). */
  expect() {
    this.is_heard = true;
    requestAnimationFrame(() => requestAnimationFrame(() => (this.is_heard = false)));
  }
}
