// Passing a picture on: by the system's own sheet, or its address by the clipboard.
import { hash_of } from './photos.js';

/**
 * @param {import('./photos.js').Photo} photo
 * @param {(text: string) => void} tell
 * @param {string} copied what is said when the address was copied
 */
export async function share_photo(photo, tell, copied) {
  const url = location.origin + location.pathname + location.search + hash_of(photo.id);
  if (await shared({ title: photo.caption || document.title, url })) return;
  try {
    await navigator.clipboard.writeText(url);
    tell(copied);
  } catch {
    tell(url); // to be copied by hand
  }
}

/** @param {ShareData} data @returns {Promise<boolean>} true also where the visitor thought better of it */
async function shared(data) {
  if (!navigator.share || !navigator.canShare?.(data)) return false;
  try {
    await navigator.share(data);
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError';
  }
}
