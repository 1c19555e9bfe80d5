// Whether an element looks as our own sheets have it, as far as boxes do not tell: hidden, veiled, of other colours or letters.

/** What no rule of ours sets for anything on the canvas, by the name that getComputedStyle has. */
const nowhere = {
  visibility: 'visible',
  filter: 'none',
  maskImage: 'none',
  mixBlendMode: 'normal',
  transform: 'none',
  translate: 'none',
  scale: 'none',
  rotate: 'none',
};
/** Nor for text. */
const in_no_text = {
  fontStyle: 'normal',
  textTransform: 'none',
  textShadow: 'none',
  textEmphasisStyle: 'none',
  wordBreak: 'normal',
  writingMode: 'horizontal-tb',
};
/** The palette's colours of text (src/ground/document). */
const inks = ['ink', 'muted', 'brand', 'on-brand', 'accent', 'danger', 'deep', 'on-deep', 'deep-muted'];
/** And of what lies under and around it. */
const grounds = [...inks, 'paper', 'surface', 'tint', 'line', 'accent-soft', 'danger-soft', 'deep-line'];

/** @param {any} style a CSSStyleDeclaration, by names @param {Record<string, string>} ours */
const differs = (style, ours) => Object.entries(ours).some(([name, value]) => (style[name] ?? value) !== value);

/** @param {string} hex @returns {string} as getComputedStyle gives it */
function rgb(hex) {
  const parts = hex.trim().match(/[0-9a-f]{2}/gi) ?? [];
  return `rgb(${parts.map((part) => parseInt(part, 16)).join(', ')})`;
}

/** @param {string[]} names @returns {Set<string>} in the theme that is chosen */
function colors_of(names) {
  const style = getComputedStyle(document.documentElement);
  return new Set(names.map((name) => rgb(style.getPropertyValue(`--${name}`))));
}

/** @returns {Set<string>} the colours that text has */
export const text_colors = () => colors_of(inks);

/** @param {string} color as getComputedStyle gives it */
export const is_clear = (color) => /^rgba\(.*, 0\)$|\/ 0\)$|^transparent$/.test(color);

/** @param {Element} element */
export function is_opaque(element) {
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  return !is_clear(backgroundColor) || backgroundImage !== 'none';
}

/** @param {string} value of any property @returns {string[]} its colours, as if they were opaque */
const colors_in = (value) => [...value.matchAll(/rgba?\((\d+, \d+, \d+)[^)]*\)/g)].map(([, parts]) => `rgb(${parts})`);

/** @param {Element} element @param {Set<string>} ours */
function has_other_ground(element, ours) {
  const style = getComputedStyle(element);
  const {
    backgroundColor,
    backgroundImage,
    borderTopColor,
    borderTopWidth,
    borderImageSource,
    boxShadow,
    outlineStyle,
  } = style;
  if (outlineStyle !== 'none' && !element.matches(':focus')) return true;
  if (element.matches('img')) return style.opacity !== '1';
  if (!is_clear(backgroundColor) && !ours.has(backgroundColor)) return true;
  if (borderTopWidth !== '0px' && !is_clear(borderTopColor) && !ours.has(borderTopColor)) return true;
  if (backgroundImage.includes('url(') && !element.matches('.select')) return true; // whose arrow is one
  return (
    borderImageSource !== 'none' || !colors_in(`${backgroundImage} ${boxShadow}`).every((color) => ours.has(color))
  );
}

/** By theme and contrast. @type {Map<string, string>} */
const palettes = new Map();

/** @returns {boolean} whether somebody has other colours in the place of those that C++ paints with */
export function has_other_palette() {
  const theme = document.documentElement.dataset.theme ?? matchMedia('(prefers-color-scheme: dark)').matches;
  const key = `${theme}${matchMedia('(prefers-contrast: more)').matches}`;
  const now = [...colors_of(grounds)].join();
  if (!palettes.has(key)) palettes.set(key, now);
  return palettes.get(key) !== now;
}

/** @returns {Element[]} what has a ground or an edge, in the text view, of colours that C++ does not know */
export function other_grounds() {
  // Those of the views' own change are on their way.
  for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
  const ours = colors_of(grounds);
  return [...document.querySelectorAll('body, .placed:not(svg, progress)')].filter((element) =>
    has_other_ground(element, ours),
  );
}

/** @param {Element} block of text @param {Set<string>} colors see text_colors */
export function has_other_letters(block, colors) {
  const style = getComputedStyle(block);
  if (differs(style, in_no_text) || style.textAlign === 'justify' || !colors.has(style.color)) return true;
  if (getComputedStyle(block, '::first-line').color !== style.color) return true;
  return !block.matches('a, button') && style.textDecorationLine !== 'none';
}

/**
 * Whose style hides or alters an element that C++ draws: its own, or that of what it stands in.
 * @param {HTMLElement} element
 * @returns {Element | null} what has to be the browser's, as a whole
 */
export function altered(element) {
  const style = getComputedStyle(element);
  // Without its place the neighbours have others.
  if (style.display === 'none' || style.order !== '0') return element.parentElement;
  const { opacity, clipPath } = style;
  const clipped = clipPath !== 'none' && !element.style.clipPath && !element.matches('.skip-link'); // web/painted/clipping.js
  // A part of the page as a whole may fade in and out over the canvas, and be away before and after; one that stays veiled
  // is not ours.
  const fades = element.matches('body > *') && (opacity === '0' || element.getAnimations().length > 0);
  const veiled = !fades && !element.matches('[aria-disabled="true"], img, progress') && opacity !== '1';
  return clipped || veiled || element.shadowRoot || differs(style, nowhere) ? element : null;
}

/** Content blockers take canvases away, or hide them. */
export function canvas_shows() {
  const canvas = document.querySelector('#lacit-canvas');
  if (!canvas) return false;
  const { display, visibility, opacity, filter, clipPath, transform, maxWidth, maxHeight } = getComputedStyle(canvas);
  return (
    [display, visibility, opacity, filter, clipPath, transform, maxWidth, maxHeight].join() ===
    'block,visible,1,none,none,none,none,none'
  );
}

/** Somebody who has no use for the canvas may show the words that lie over it, to look at them or to print them. */
export const words_show = () =>
  [...document.querySelectorAll('.line:not(.own *)')].some((line) => !is_clear(getComputedStyle(line).color));
