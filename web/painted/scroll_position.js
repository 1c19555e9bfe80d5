/**
 * CSS pixels. Asked for anew after each layout: the browser holds it within the page, which may have become shorter. Pulled
 * beyond its ends a page has it below 0, where nothing is painted.
 */
export const scroll_position = () => Math.max(0, scrollY);
