// The lightbox by keyboard. Arrows turn pages, in the direction of the writing; in a magnified picture they move it, and
// the page keys turn. Whatever else would scroll does nothing: the page behind stands still.

/**
 * @typedef {object} Wishes
 * @property {() => boolean} magnified
 * @property {() => boolean} right_to_left
 * @property {(step: 1 | -1) => void} turn
 * @property {(end: 'first' | 'last') => void} go
 * @property {(x: number, y: number) => void} pan in CSS pixels
 * @property {(factor: number) => void} zoom
 * @property {() => void} reset
 */

const pan_step = 80;
const zoom_step = 1.5;

/** @type {Record<string, [number, number]>} */
const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** @type {Record<string, (wishes: Wishes) => void>} */
const keys = {
  PageDown: ({ turn }) => turn(1),
  PageUp: ({ turn }) => turn(-1),
  Home: ({ go }) => go('first'),
  End: ({ go }) => go('last'),
  '+': ({ zoom }) => zoom(zoom_step),
  '=': ({ zoom }) => zoom(zoom_step), // the same key without Shift, on many keyboards
  '-': ({ zoom }) => zoom(1 / zoom_step),
  0: ({ reset }) => reset(),
};

/** @param {[number, number]} way @param {Wishes} wishes */
function arrow([x, y], wishes) {
  if (wishes.magnified()) wishes.pan(-x * pan_step, -y * pan_step);
  else if (x !== 0) wishes.turn(x > 0 === wishes.right_to_left() ? -1 : 1);
}

/** @param {HTMLElement} dialog @param {Wishes} wishes */
export function watch_keys(dialog, wishes) {
  dialog.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const way = arrows[event.key];
    const act = keys[event.key];
    const scrolls = event.key === ' ' && !(event.target instanceof HTMLButtonElement);
    if (!way && !act && !scrolls) return;
    event.preventDefault();
    if (way) arrow(way, wishes);
    act?.(wishes);
  });
}
