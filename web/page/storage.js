// localStorage that may be refused, as in some private modes: reading gives nothing then, and writing keeps nothing.

/** @typedef {'lacit.theme' | 'lacit.view' | 'lacit.consent'} Key */

/**
 * @param {Key} key
 * @returns {string | null}
 */
export function read(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/**
 * @param {Key} key
 * @param {string | null} value null forgets the key
 */
export function write(key, value) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // The choice holds until the page is left.
  }
}

/**
 * Calls back when another tab of this site changed the key.
 * @param {Key} key
 * @param {() => void} changed
 */
export function watch(key, changed) {
  addEventListener('storage', (event) => {
    if (event.key === key || event.key === null) changed();
  });
}
