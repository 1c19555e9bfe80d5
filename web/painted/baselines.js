// Where this browser puts the baseline of a line, found by trying: what it rounds, and to which pixels, differs from
// engine to engine, from system to system and with the zoom.

/** The site's font by a name that nothing else is set in: it may be there before the text view is to change. */
export const probe_family = 'Lacit probe';

/**
 * A line with a box without height in it, whose lower edge stands on the baseline (CSS 2.2, 10.8.1).
 * @param {number} size CSS pixels
 * @param {number} line_height CSS pixels
 */
function sample(size, line_height) {
  const line = document.createElement('div');
  const mark = document.createElement('span');
  mark.style.cssText = 'display:inline-block;width:0;height:0';
  line.style.cssText = `font:${size}px/${line_height}px "${probe_family}"`;
  line.append('x', mark);
  return line;
}

/** @param {import('./program.js').Program} program */
export function measure_baselines(program) {
  /** @type {Map<string, HTMLElement>} */
  const samples = new Map();
  const box = document.createElement('div');
  box.style.cssText = 'position:absolute;visibility:hidden';
  program.baselines((size, line_height) => {
    const line = sample(size, line_height);
    samples.set(`${size} ${line_height}`, line);
    box.append(line);
    return 0;
  });
  document.body.append(box); // all at once: one layout of the browser's
  program.baselines((size, line_height) => {
    const line = samples.get(`${size} ${line_height}`);
    const mark = line?.lastElementChild;
    return line && mark ? mark.getBoundingClientRect().bottom - line.getBoundingClientRect().top : 0;
  });
  box.remove();
}
