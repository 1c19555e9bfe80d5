// The style sheets that others bring: extensions, visitors, tools. Elements in the document are told of; what script adds
// to `adoptedStyleSheets`, or changes in a sheet that is there, is not (CSSOM 1, 6), so while the page is used it is looked for.

const every_ms = 1000;
/** A page that lies open unused is not looked at. */
const used_ms = 60_000;
/** Beyond it a sheet is known by how many rules it has. */
const rules_read = 200;

/** Marks a sheet as the site's own. @param {CSSStyleSheet} sheet */
export const own_sheet = (sheet) => Object.assign(sheet, { lacit: true });

/** @param {CSSStyleSheet} sheet */
const is_ours = (sheet) => 'lacit' in sheet || (sheet.href ?? '').startsWith(`${location.origin}/`);

/** @param {CSSStyleSheet} sheet @returns {string} what tells it from what it was */
function describe(sheet) {
  let rules;
  try {
    const { cssRules } = sheet;
    rules = cssRules.length > rules_read ? `${cssRules.length}` : [...cssRules].map((rule) => rule.cssText).join('');
  } catch {
    rules = '?'; // of another origin, whose rules are not shown (CSSOM 1, 6.2)
  }
  return `${sheet.href}|${sheet.disabled}|${sheet.media.mediaText}|${rules}`;
}

/** Marks of script's on words (CSS Custom Highlight API 1), which no element tells of. @returns {string[]} */
const highlights = () => [...(CSS.highlights ?? [])].map(([name, { size }]) => `${name}|${size}`);

/** @returns {boolean} whether somebody marked words: the grounds of such marks would lie over the canvas */
export const has_highlights = () => (CSS.highlights?.size ?? 0) > 0;

/** @returns {string} empty: the page has none but ours */
export function others_sheets() {
  const sheets = [...document.styleSheets, ...(document.adoptedStyleSheets ?? [])].filter((sheet) => !is_ours(sheet));
  return [...sheets.map(describe), ...highlights()].join('\n');
}

/** @param {() => void} changed @param {() => void} used called now and then, for as long as the page is used */
export function watch_sheets(changed, used) {
  let known = others_sheets();
  let last_use = performance.now();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const look = () => {
    const now = others_sheets();
    if (now === known) return;
    known = now;
    changed();
  };
  const look_on = () => {
    clearTimeout(timer);
    timer = undefined;
    if (document.visibilityState === 'hidden') return;
    look();
    if (performance.now() - last_use > used_ms) return;
    used();
    timer = setTimeout(look_on, every_ms);
  };
  const use = () => {
    last_use = performance.now();
    timer ??= setTimeout(look_on, every_ms);
  };
  for (const name of ['pointermove', 'pointerdown', 'keydown', 'scroll'])
    addEventListener(name, use, { passive: true });
  // To press a button of the browser's, a visitor leaves the page and comes back.
  for (const name of ['focus', 'blur', 'pageshow']) addEventListener(name, look_on);
  document.addEventListener('visibilitychange', look_on);
  new MutationObserver(look).observe(document.head, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
  });
  look_on();
}
