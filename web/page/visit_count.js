// Counts a visit, once it is allowed: which page, which day, and what kind of place it came from. No cookie, no number that
// stands for anybody, and no request at all before the visitor agrees (web/page/consent.js).
import { allowed } from './consent.js';
import { hooks } from '../navigation/navigation.js';

const search = /(^|\.)(google|bing|duckduckgo|yahoo|ecosia|startpage|qwant|brave|yandex|baidu)\./;
const social =
  /(^|\.)(facebook|instagram|threads|twitter|x|t|linkedin|lnkd|reddit|youtube|tiktok|bsky|nextdoor|whatsapp)\.(com|co|net|in|app)$/;

/** Where the visit came from, as coarse as it helps. The address itself stays here. */
function source() {
  try {
    const { hostname } = new URL(document.referrer);
    if (hostname === location.hostname) return 'site';
    return search.test(hostname) ? 'search' : social.test(hostname) ? 'social' : 'other';
  } catch {
    return 'none';
  }
}

/** The page that was counted last: agreeing twice is one visit. */
let counted = '';

/** @param {string} from */
function count(from) {
  if (!allowed() || counted === location.pathname) return;
  counted = location.pathname;
  const about = new URLSearchParams({ page: location.pathname, from });
  // A count that is lost is no loss.
  fetch(`/api/count?${about}`, { method: 'POST', keepalive: true, credentials: 'omit' }).catch(() => {});
}

export function start_visit_count() {
  hooks.adopt.push(() => queueMicrotask(() => count('site')));
  document.addEventListener('lacit:consent', () => count(source()));
  count(source());
}
