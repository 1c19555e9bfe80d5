// One polite live region for what changes without a word on the page (WCAG 4.1.3, Status Messages).

/** Screen readers miss text that stands in a live region from the moment it is inserted. */
const settle_ms = 100;

/** @type {HTMLElement | undefined} */
let region;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

function live_region() {
  const element = document.createElement('div');
  element.setAttribute('role', 'status');
  // Out of sight, not out of the accessibility tree; by CSSOM, since the policy allows no style attributes.
  Object.assign(element.style, {
    position: 'fixed',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  });
  return element;
}

/**
 * Says the text when the screen reader is free. A later text replaces one that was not said yet.
 * @param {string} text
 */
export function announce(text) {
  region ??= document.body.appendChild(live_region());
  region.textContent = '';
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (region) region.textContent = text;
  }, settle_ms);
}
