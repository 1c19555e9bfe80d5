// How the filter compares words: case, accents and punctuation do not count, and every word must be found.

/** @param {string} text */
function plain(text) {
  return text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}\s]/gu, '') // marks too: é is now e and an accent
    .toLowerCase();
}

/**
 * What a row is found by. Telephone numbers count without their separators as well, as people type them.
 * @param {string} text
 */
export function haystack(text) {
  return `${plain(text)} ${plain(text.replace(/(?<=\d)[\s().\-\u2010-\u2015]+(?=\d)/g, ''))}`;
}

/**
 * @param {string} hay from `haystack`
 * @param {string} query as typed
 */
export function matches(hay, query) {
  return plain(query)
    .split(/\s+/)
    .every((word) => hay.includes(word));
}
