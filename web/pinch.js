// Pinch zoom: the browser only magnifies the canvas, so that letters would blur. Once the fingers rest, it is drawn with as
// many more pixels as it is magnified.

/** Device pixels of the canvas at most: 36 MB of colour; what is magnified further gets a little soft. */
const most_pixels = 9e6;

/** Milliseconds without a change, after which the fingers rest. */
const rest = 150;

/**
 * Device pixels per CSS pixel that the canvas should have.
 * @param {number} width CSS pixels
 * @param {number} height
 */
export function sharp_ratio(width, height) {
  const magnified = Math.max(1, visualViewport?.scale ?? 1); // below 1: a page wider than its window, which ours never is
  const room = Math.sqrt(most_pixels / (width * height)) / devicePixelRatio;
  return devicePixelRatio * Math.min(magnified, Math.max(1, room));
}

/** @param {() => void} changed */
export function watch_pinch(changed) {
  let scale = visualViewport?.scale;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  visualViewport?.addEventListener('resize', () => {
    clearTimeout(timer);
    if (visualViewport?.scale === scale) return;
    timer = setTimeout(() => {
      scale = visualViewport?.scale;
      changed();
    }, rest);
  });
}
