// The galleries' results beside their targets, which are ratios to the smallest one.
import { mebibytes, milliseconds } from './numbers.mjs';
import { table } from './report.mjs';

/**
 * @typedef {Awaited<ReturnType<typeof import('./gallery.mjs').measure_galleries>>} Galleries
 * @typedef {{ what: string, ours: string, beside?: string, target?: string, met?: boolean }} GalleryRow
 */

const budget_bytes = 96 * 1024 * 1024;
/** Of 10,000 pictures to 50: noise of the machine included. */
const most_times = 1.5;

/** @param {Galleries} galleries @returns {GalleryRow[]} */
export function gallery_rows(galleries) {
  const [smallest] = galleries;
  if (!smallest) return [];
  return galleries.flatMap((gallery) => {
    const name = `${gallery.count.toLocaleString('en')} pictures`;
    const part_of = (/** @type {(of: typeof gallery) => number} */ of) => of(gallery) / of(smallest);
    /** @param {string} what @param {(of: typeof gallery) => number} of @returns {GalleryRow} */
    const shown = (what, of) => {
      const beside = gallery === smallest ? {} : { beside: `${part_of(of).toFixed(2)} × that of ${smallest.count}` };
      return { what: `${name}: ${what}`, ours: milliseconds(of(gallery)), ...beside };
    };
    /** @type {typeof shown} */
    const bounded = (what, of) => ({ ...shown(what, of), target: `≤ ${most_times} ×`, met: part_of(of) <= most_times });
    return [
      bounded('first contentful paint', (of) => of.first_paint_ms),
      bounded('C++ frame, only scrolled (median)', (of) => of.scroll.median_ms),
      { what: `${name}: first layout of all of it`, ours: milliseconds(gallery.first_layout_ms) },
      { what: `${name}: slowest layout on the way to the end`, ours: milliseconds(gallery.layout_ms) },
      {
        what: `${name}: most bytes of pictures on the GPU on that way`,
        ours: mebibytes(gallery.bytes),
        target: `≤ ${mebibytes(budget_bytes)}`,
        met: gallery.bytes <= budget_bytes,
      },
      { what: `${name}: lightbox open, picture there, the first time`, ours: milliseconds(gallery.first_open_ms) },
      shown('lightbox open, picture there (median)', (of) => of.open_ms),
    ];
  });
}

/** @param {GalleryRow[]} rows */
export const gallery_table = (rows) =>
  table(rows, [
    ['galleries', 'what'],
    ['ours', 'ours'],
    ['beside', 'beside'],
    ['target', 'target'],
  ]);
