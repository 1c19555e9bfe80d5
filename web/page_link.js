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
 * @param {MouseEvent} event
 * @returns {URL | null} the page that a plain click asks for; with Ctrl and its like it asks for another window
 */
export function page_link(event) {
  const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  const link = plain && !event.defaultPrevented ? link_of(event) : null;
  return link && page_of(link);
}
