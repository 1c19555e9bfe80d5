// Loads the painted view: program, fonts and the page's tree. painted_loader.js imports this module only where the
// painted view may start.
import { probe_family } from './baselines.js';
import { pause } from './pause.js';
import { load_program } from './program.js';
import { PaintedView } from './painted_view.js';

const root = document.documentElement;

/** @param {string} url @returns {Promise<Uint8Array<ArrayBuffer>>} */
async function bytes_of(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

function create_canvas() {
  const canvas = document.createElement('canvas');
  canvas.id = 'lacit-canvas';
  canvas.setAttribute('aria-hidden', 'true');
  document.body.prepend(canvas);
  return canvas;
}

// The subset for letters past Latin-1 (Paweł): few pages have any, and only those load it, as the stylesheet's
// unicode-range does.
let extended = false;

/**
 * C++ measures and draws with the very bytes that the overlay's text is set in. The browser's own copy may have come too
 * late for this page (font-display: optional); then the text view must not move either before the painted one is there.
 * @type {FontFace[]}
 */
const faces = [];

/**
 * @param {import('./program.js').Program} program
 * @param {boolean} bold
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @throws where they are no font
 */
async function add_font(program, bold, bytes) {
  if (!bold) document.fonts.add(await new FontFace(probe_family, bytes).load());
  faces.push(await new FontFace('Lacit', bytes, { weight: bold ? '700' : '400' }).load());
  if (!program.font(bold, bytes)) throw new Error('a damaged font');
}

function show_fonts() {
  for (const face of faces.splice(0)) document.fonts.add(face);
}

/** @param {import('./program.js').Program} program @param {string | null} text of the page */
async function load_extended(program, text) {
  if (extended || !/[\u0100-\u024f\u02c7\u02c9\u02dd\u1e00-\u1eff\u2020\u20b9\u2113]/.test(text ?? '')) return;
  extended = true;
  const { fontRegularExtended = '', fontBoldExtended = '' } = root.dataset;
  const [regular, bold] = await Promise.all([bytes_of(fontRegularExtended), bytes_of(fontBoldExtended)]);
  await add_font(program, false, regular);
  await add_font(program, true, bold);
}

/**
 * @typedef {object} NavigationHooks see web/navigation/navigation.js
 * @property {((url: string, next: Document) => Promise<void>)[]} prepare
 * @property {((main: Element) => void)[]} adopt
 */

/** @param {NavigationHooks} [hooks] @throws where this browser or the network does not give what it needs */
export async function start(hooks) {
  const { wasm = '', fontRegular = '', fontBold = '', tree = '' } = root.dataset;
  /** @type {PaintedView | undefined} */
  let view;
  const [program, regular, bold, page] = await Promise.all([
    load_program(wasm, (reason) => view?.lose(reason)),
    bytes_of(fontRegular),
    bytes_of(fontBold),
    bytes_of(tree),
  ]);
  const canvas = create_canvas();
  await pause();
  const started = program.start('#lacit-canvas');
  await pause();
  if (!started) canvas.remove();
  if (!started) throw new Error('WebGL2 is missing');
  await add_font(program, false, regular);
  await add_font(program, true, bold);
  if (!program.page(page)) throw new Error('a damaged page');
  await load_extended(program, document.body.textContent);
  view = new PaintedView(program, canvas);
  if (hooks) follow_navigation(program, view, hooks);
  // For tests and the curious: what a frame costs, and where C++ put each line.
  const running = view;
  Object.assign(window, { lacit: { stats: () => program.stats(), lines: () => running.lines } });
  await view.prepare();
  show_fonts();
  view.enter();
}

/**
 * @param {import('./program.js').Program} program
 * @param {PaintedView} view
 * @param {NavigationHooks} hooks
 */
function follow_navigation(program, view, hooks) {
  /** @type {Uint8Array | undefined} */
  let next_tree;
  hooks.prepare.push(async (_url, next) => {
    next_tree = await bytes_of(next.documentElement.dataset.tree ?? '');
    await load_extended(program, next.body.textContent);
    show_fonts();
  });
  hooks.adopt.push(() => next_tree && view.adopt(next_tree));
}
