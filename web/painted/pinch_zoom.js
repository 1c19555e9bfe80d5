// Pinch zoom: the browser only magnifies the canvas, so that letters would blur. Once the fingers rest, it is drawn with as
// many more pixels as it is magnified (canvas_area.js).

/** Milliseconds without a change, after which the fingers rest. */
const rest = 150;

/**
 * A window that is dragged to another screen keeps its size in CSS pixels, so that no `resize` tells of it.
 * @param {() => void} changed
 */
export function watch_ratio(changed) {
  matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
    'change',
    () => {
      changed();
      watch_ratio(changed);
    },
    { once: true },
  );
}

/**
 * @param {() => void} moved while fingers move the magnified window or change its scale
 * @param {() => void} rested once they rest
 */
export function watch_pinch(moved, rested) {
  let scale = visualViewport?.scale;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const changed = () => {
    const now = visualViewport?.scale;
    if (now === 1 && scale === 1) return; // a resize of the window
    scale = now;
    moved();
    clearTimeout(timer);
    timer = setTimeout(rested, rest);
  };
  visualViewport?.addEventListener('resize', changed);
  visualViewport?.addEventListener('scroll', changed);
}
