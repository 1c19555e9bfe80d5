// What the canvas shows of the window, and with how many pixels: as many more as the window is magnified, so that letters do
// not blur; where those would be too many, only what is seen of the window and some around it. Pure arithmetic.

/** Device pixels of the canvas at most: 36 MB of colour. */
const most_pixels = 9e6;
/** Device pixels a CSS pixel at most: letters that are larger take more memory than they are worth. */
const most_ratio = 8;

/**
 * @typedef {{ x: number, y: number, width: number, height: number }} Area of the window
 * @typedef {{ ratio: number, area: Area, place: Area }} Shown in device pixels, and in CSS pixels
 * @typedef {{ scale: number, width: number, height: number, offsetLeft: number, offsetTop: number }} Seen of the window, as
 *   VisualViewport has it
 */

/** Below 1: a page wider than its window, which ours never is. @param {Seen | null} seen */
const magnified = (seen) => Math.max(1, seen?.scale ?? 1);

/** @param {number} ratio @param {number} width CSS pixels @param {number} height @returns {Shown} */
const whole = (ratio, width, height) => ({
  ratio,
  area: { x: 0, y: 0, width: Math.round(width * ratio), height: Math.round(height * ratio) },
  place: { x: 0, y: 0, width, height },
});

/** Browsers put a canvas at whole pixels of the unmagnified page, so that its pixels fit only where both are whole. */
const search = 8;

/**
 * A stretch around the seen one, within the window. All CSS pixels.
 * @param {number} start of what is seen @param {number} size of it @param {number} wanted @param {number} most
 * @param {number} ratio
 */
function around(start, size, wanted, most, ratio) {
  const length = Math.min(most, Math.floor(wanted));
  const first = Math.min(Math.max(0, Math.floor(start - (length - size) / 2)), most - length);
  /** @param {number} at */
  const off = (at) => Math.abs(at * ratio - Math.round(at * ratio));
  let best = first;
  for (let at = first; at > first - search && at >= 0; at -= 1) if (off(at) < off(best)) best = at;
  return { at: Math.round(best * ratio), length: Math.round(length * ratio), css: { at: best, length } };
}

/**
 * What the canvas should show, and with how many device pixels a CSS pixel.
 * @param {number} width of the window, CSS pixels
 * @param {number} height
 * @param {number} own_ratio of the screen
 * @param {Seen | null} seen
 * @returns {Shown}
 */
export function sharp_area(width, height, own_ratio, seen) {
  const wanted = Math.max(own_ratio, Math.min(most_ratio, own_ratio * magnified(seen)));
  if (!seen || magnified(seen) === 1 || width * height * wanted ** 2 <= most_pixels) {
    return whole(wanted, width, height);
  }
  const size = seen.width * seen.height;
  const ratio = Math.max(own_ratio, Math.min(wanted, Math.sqrt(most_pixels / size)));
  const spread = Math.max(1, Math.sqrt(most_pixels / (size * ratio ** 2)));
  const x = around(seen.offsetLeft, seen.width, seen.width * spread, width, ratio);
  const y = around(seen.offsetTop, seen.height, seen.height * spread, height, ratio);
  return {
    ratio,
    area: { x: x.at, y: y.at, width: x.length, height: y.length },
    place: { x: x.css.at, y: y.css.at, width: x.css.length, height: y.css.length },
  };
}

/**
 * While two fingers move: softer, but nothing of the window is missing.
 * @param {number} width of the window, CSS pixels
 * @param {number} height
 * @param {number} own_ratio of the screen
 * @param {Seen | null} seen
 */
export function soft_area(width, height, own_ratio, seen) {
  const room = Math.sqrt(most_pixels / (width * height));
  return whole(Math.max(own_ratio, Math.min(own_ratio * magnified(seen), room)), width, height);
}

/** @param {Shown} shown @param {Seen | null} seen @returns {boolean} whether all that is seen lies in it */
export function covers({ place: { x, y, width, height } }, seen) {
  if (!seen) return true;
  const slack = 1; // what browsers round
  return (
    seen.offsetLeft >= x - slack &&
    seen.offsetTop >= y - slack &&
    seen.offsetLeft + seen.width <= x + width + slack &&
    seen.offsetTop + seen.height <= y + height + slack
  );
}
