// Where a magnified picture lies: pure arithmetic, in CSS pixels from the middle of the stage.

/**
 * @typedef {{ scale: number, x: number, y: number }} View x and y: the picture's middle
 * @typedef {{ x: number, y: number }} Point
 * @typedef {{ width: number, height: number }} Size
 */

/** The whole picture, in the middle. @type {Readonly<View>} */
export const whole = { scale: 1, x: 0, y: 0 };
export const largest_scale = 6;
/** What a double tap gives. */
export const tapped_scale = 2.5;

/** @param {number} value @param {number} most */
const within = (value, most) => Math.min(most, Math.max(-most, value));

/**
 * The nearest view in which no side of the picture leaves a gap that it need not leave.
 * @param {View} view
 * @param {Size} picture at scale 1
 * @param {Size} stage
 * @returns {View}
 */
export function bounded(view, picture, stage) {
  const scale = Math.min(largest_scale, Math.max(1, view.scale));
  return {
    scale,
    x: within(view.x, Math.max(0, (picture.width * scale - stage.width) / 2)),
    y: within(view.y, Math.max(0, (picture.height * scale - stage.height) / 2)),
  };
}

/**
 * Magnified so that what lies under the point stays there.
 * @param {View} view
 * @param {number} factor
 * @param {Point} point
 * @returns {View}
 */
export function zoomed(view, factor, point) {
  const scale = Math.min(largest_scale, Math.max(1, view.scale * factor));
  const grown = scale / view.scale;
  return { scale, x: point.x - (point.x - view.x) * grown, y: point.y - (point.y - view.y) * grown };
}

/**
 * How large a picture is shown whole: as large as the stage lets it, but never blurred beyond its own pixels.
 * @param {Size} picture its own pixels
 * @param {Size} room
 * @param {boolean} vector sharp at any size
 * @returns {Size}
 */
export function fitted(picture, room, vector) {
  const fit = Math.min(room.width / picture.width, room.height / picture.height);
  const scale = Math.max(0, vector ? fit : Math.min(fit, 1));
  return { width: picture.width * scale, height: picture.height * scale };
}
