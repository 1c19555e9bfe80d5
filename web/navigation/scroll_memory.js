// Scroll positions of history entries, kept in their state. Entries that in-app navigation touched are ours: the browser
// would restore before the content is there. The mode is the entry's (HTML 7.4.1.1) and outlives the document, so after a
// reload these entries are ours again; setting it back while the page goes away comes too late in Chromium.

const save_after_ms = 100;
let ours = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** Keeps the position in the current entry, beside what others keep there. */
export function save_scroll() {
  clearTimeout(timer);
  history.replaceState({ ...history.state, scroll: scrollY }, '');
}

/** The current entry now belongs to a page that is not shown yet: its position must not be overwritten. */
export function hold_scroll() {
  clearTimeout(timer);
  timer = undefined;
}

/** @param {() => boolean} settled whether the shown page is the current entry's */
export function take_over_scroll(settled) {
  history.scrollRestoration = 'manual';
  if (ours) return;
  ours = true;
  addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = setTimeout(() => settled() && save_scroll(), save_after_ms);
  });
}

/** @param {number} top in CSS pixels */
function jump(top) {
  scrollTo({ top, behavior: 'instant' });
}

/**
 * To where the entry was left, else to the fragment's element, else to the top.
 * @param {HTMLElement | null} fragment
 */
export function restore_scroll(fragment) {
  const kept = history.state?.scroll;
  if (typeof kept === 'number') jump(kept);
  else if (fragment) fragment.scrollIntoView({ behavior: 'instant' });
  else jump(0);
}
