// Which clicks are for in-app navigation: plain ones on links to pages of this site.

/** Files other than pages have an extension: calendars, pictures, the feed. */
const page_path = /(?:\/|\.html|\/[^./]*)$/;

/**
 * @param {Event} event
 * @returns {HTMLAnchorElement | null}
 */
export function link_of(event) {
  const target = event.target instanceof Element ? event.target : null;
  const link = target?.closest('a[href]');
  return link instanceof HTMLAnchorElement ? link : null;
}

/**
 * @param {HTMLAnchorElement} link
 * @returns {URL | null} null where the link leads anywhere but to a page of this site, in this window
 */
export function page_of(link) {
  const here = (link.target === '' || link.target === '_self') && !link.hasAttribute('download');
  const url = new URL(link.href);
  return here && url.origin === location.origin && page_path.test(url.pathname) ? url : null;
}

/**
 * Whether a click asks for what it hits here and now: with Ctrl and its like it asks for another window, and one that
 * something has already answered asks for nothing more.
 * @param {MouseEvent} event
 */
export function is_plain(event) {
  const held = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  return event.button === 0 && !held && !event.defaultPrevented;
}

/**
 * @param {MouseEvent} event
 * @returns {URL | null} the page that a plain click asks for
 */
export function page_link(event) {
  const link = is_plain(event) ? link_of(event) : null;
  return link && page_of(link);
}
