// Leaves at once for a neutral page, by the link or by three presses of Shift (GOV.UK's «Exit this page»: Escape is
// taken by browsers and screen readers). The page's history entry is replaced, so that Back does not show it.
import { all, on_click, words } from '../base/behaviours.js';

const presses_to_leave = 3;
const window_ms = 2000;
/** After which an empty page looks like a fault. */
const patience_ms = 1500;

// Emptied first: the neutral page may take seconds to come, and the title stands in the tab until then.
function blank() {
  document.title = '\u00a0';
  document.documentElement.style.setProperty('display', 'none', 'important');
}

/**
 * The neutral page does not come: words that could be any site's, without its colours, and the way there once more.
 * @param {string} neutral
 * @param {string[]} words
 */
function offer(neutral, [slow = '', again = '']) {
  const root = document.documentElement;
  const said = document.createElement('p');
  const link = document.createElement('a');
  said.textContent = document.title = slow;
  link.textContent = again;
  link.href = neutral;
  for (const element of [said, link]) element.style.cssText = 'display:block;font:18px/1.5 sans-serif;padding:16px';
  link.style.textDecoration = 'underline';
  document.head.replaceChildren();
  document.body.replaceChildren(said, link);
  document.adoptedStyleSheets = [];
  for (const name of root.getAttributeNames()) if (name !== 'lang' && name !== 'dir') root.removeAttribute(name);
  root.style.colorScheme = 'light dark';
  document.title = slow; // its element went with the head
  link.focus();
}

/** @param {string} neutral address of the neutral page */
function leave(neutral) {
  const said = words(all('quick-exit')[0] ?? document.body);
  blank();
  setTimeout(() => offer(neutral, said), patience_ms);
  try {
    sessionStorage.clear();
  } catch {
    // Nothing was kept.
  }
  location.replace(neutral);
}

function watch_shift() {
  /** @type {number[]} times of the presses in a row, in ms */
  let presses = [];
  const forget = () => void (presses = []);
  const pressed = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Shift' || event.ctrlKey || event.altKey || event.metaKey) return forget();
    if (event.repeat) return;
    presses = [...presses.filter((time) => event.timeStamp - time <= window_ms), event.timeStamp];
    const link = all('quick-exit')[0];
    if (presses.length >= presses_to_leave && link instanceof HTMLAnchorElement) leave(link.href);
  };
  // In the capture phase: no other listener may swallow a press. A click between is Shift used for selecting.
  addEventListener('keydown', pressed, { capture: true });
  addEventListener('pointerdown', forget, { capture: true });
}

export function start_quick_exit() {
  on_click('quick-exit', (link, event) => {
    if (!(link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    leave(link.href);
  });
  watch_shift();
}
