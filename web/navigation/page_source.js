// Pages for in-app navigation: one fetch an address, kept for a while, so that a hover is worth the click after it.

/** @typedef {{ url: URL, document: Document }} Source the final address, after redirects, and what stands there */

/** @type {Map<string, { markup: Promise<{ url: string, text: string }>, at: number, stop: AbortController }>} */
const kept = new Map();
const keep_ms = 5 * 60_000;
const keep_at_most = 20;

/** @param {URL} url */
const key_of = (url) => url.origin + url.pathname + url.search;

/**
 * @param {string} address
 * @param {AbortSignal} signal
 */
async function download(address, signal) {
  const response = await fetch(address, { signal, headers: { accept: 'text/html' } });
  const type = response.headers.get('content-type') ?? '';
  const here = new URL(response.url).origin === location.origin;
  if (!response.ok || !here || !type.startsWith('text/html')) throw new Error(`${address}: ${response.status} ${type}`);
  return { url: response.url, text: await response.text() };
}

/** @param {URL} url */
function begin(url) {
  const key = key_of(url);
  const stop = new AbortController();
  const entry = { markup: download(key, stop.signal), at: Date.now(), stop };
  kept.set(key, entry);
  entry.markup.catch(() => kept.get(key) === entry && kept.delete(key)); // the next wish asks again
  const oldest = kept.keys().next().value;
  if (kept.size > keep_at_most && oldest !== undefined) kept.delete(oldest);
  return entry;
}

/** @param {URL} url */
function entry_of(url) {
  const found = kept.get(key_of(url));
  return found && Date.now() - found.at < keep_ms ? found : begin(url);
}

/**
 * Fetches ahead of a likely click. Failures are silent: the click finds out.
 * @param {URL} url
 */
export function prefetch(url) {
  entry_of(url);
}

/**
 * Each call parses anew, since the caller moves nodes out of the document.
 * @param {URL} url
 * @param {AbortSignal} signal ends the download too, where nothing else waits for it
 * @returns {Promise<Source>} rejects for anything that is not a page of this site
 */
export async function source_of(url, signal) {
  const entry = entry_of(url);
  const abort = () => {
    entry.stop.abort();
    kept.delete(key_of(url)); // a wish that follows at once must not wait for what was aborted
  };
  signal.addEventListener('abort', abort, { once: true });
  try {
    const { url: final, text } = await entry.markup;
    const address = new URL(final);
    address.hash = url.hash;
    return { url: address, document: new DOMParser().parseFromString(text, 'text/html') };
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
