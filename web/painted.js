// The painted view: loads the program, lays the page over the canvas, paints when something changed, and gives way to the
// plain view at once when anything fails. boot.js imports this module only where the painted view may start.
import { measure_baselines } from './baselines.js';
import { apply_overlay, find_elements } from './mirror.js';
import { load_program } from './program.js';
import { start_pictures } from './pictures.js';
import { send_state, watch_focus, watch_page, watch_pointer, watch_preferences } from './watch.js';

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

/** @param {'plain' | 'painted'} view */
function show(view) {
  root.dataset.view = view;
}

/** @param {string} reason */
function give_way(reason) {
  if (root.dataset.view === 'painted') show('plain');
  console.info(`The painted view stopped (${reason}); the page goes on as text.`);
}

// The subset for letters past Latin-1 (Paweł): few pages have any, and only those load it, as the stylesheet's
// unicode-range does.
let extended = false;

/**
 * C++ measures and draws with the very bytes that the overlay's text is set in. The browser's own copy may have come too
 * late for this page (font-display: optional).
 * @param {import('./program.js').Program} program
 * @param {boolean} bold
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {boolean} false: no font
 */
function add_font(program, bold, bytes) {
  document.fonts.add(new FontFace('Lacit', bytes, { weight: bold ? '700' : '400' }));
  return program.font(bold, bytes);
}

/** @param {import('./program.js').Program} program @param {string | null} text of the page */
async function load_extended(program, text) {
  if (extended || !/[\u0100-\u024f\u1e00-\u1eff]/.test(text ?? '')) return;
  extended = true;
  const { fontRegularExtended = '', fontBoldExtended = '' } = root.dataset;
  const [regular, bold] = await Promise.all([bytes_of(fontRegularExtended), bytes_of(fontBoldExtended)]);
  add_font(program, false, regular);
  add_font(program, true, bold);
}

/**
 * @typedef {object} NavigationHooks see web/navigation.js
 * @property {((url: string, next: Document) => Promise<void>)[]} prepare
 * @property {((main: Element) => void)[]} adopt
 */

/** @param {NavigationHooks} [hooks] */
export async function start(hooks) {
  const { wasm = '', fontRegular = '', fontBold = '', tree = '' } = root.dataset;
  const [program, regular, bold, page] = await Promise.all([
    load_program(wasm, give_way),
    bytes_of(fontRegular),
    bytes_of(fontBold),
    bytes_of(tree),
  ]);
  const canvas = create_canvas();
  const started = program.start('#lacit-canvas') && add_font(program, false, regular) && add_font(program, true, bold);
  if (!started || !program.page(page)) throw new Error('no WebGL 2, or a damaged font or page');
  await Promise.all([load_extended(program, document.body.textContent), document.fonts.ready]);
  run(program, canvas, hooks);
}

/**
 * @param {import('./program.js').Program} program
 * @param {HTMLCanvasElement} canvas
 * @param {NavigationHooks | undefined} hooks
 */
function run(program, canvas, hooks) {
  let elements = find_elements();
  let asked = false;
  let lost = false;
  let lines = new Float32Array();
  let measured_ratio = 0;

  function measure() {
    const { clientWidth: width, clientHeight: height } = root;
    const ratio = devicePixelRatio;
    program.window(width, height, innerWidth, ratio);
    if (ratio !== measured_ratio) measure_baselines(program);
    measured_ratio = ratio;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.style.cssText = `width:${width}px;height:${height}px`;
  }

  /** Layout, overlay and one frame, where they are due. @param {number} now milliseconds */
  function update(now) {
    asked = false;
    if (lost) return;
    const overlay = program.layout();
    if (overlay) {
      watcher.quietly(() => apply_overlay(elements, overlay));
      lines = overlay.fragments.slice();
      root.style.setProperty('--pinned-top', `${program.pinned_top()}px`);
    }
    const scroll = Math.max(0, scrollY);
    if (program.needs_frame(scroll) && program.frame(now / 1000, scroll)) ask();
    if (overlay) upload_pictures();
  }

  function ask() {
    if (asked || root.dataset.view !== 'painted') return;
    asked = true;
    requestAnimationFrame((now) => guarded(() => update(now)));
  }

  // A trap in the program must never reach the visitor: the page goes on as text.
  /** @param {() => void} work */
  function guarded(work) {
    try {
      work();
    } catch (error) {
      lost = true;
      give_way(String(error));
    }
  }

  function enter() {
    measure();
    for (const element of elements.values()) send_state(program, element);
    guarded(() => update(performance.now()));
    if (!lost) show('painted');
  }

  const watcher = watch_page(program, ask);
  const upload_pictures = start_pictures(program, ask);
  watch_pointer(program, ask);
  watch_focus(program, ask);
  watch_preferences(program, ask);
  addEventListener('scroll', ask, { passive: true });
  addEventListener('resize', () => {
    measure();
    ask();
  });
  canvas.addEventListener('webglcontextlost', () => {
    lost = true;
    give_way('the graphics context was lost');
  });
  document.addEventListener('lacit:view', (event) => {
    if (lost || !(event instanceof CustomEvent)) return;
    if (event.detail === 'plain') show('plain');
    else enter();
  });

  /** @type {Uint8Array | undefined} */
  let next_page;
  hooks?.prepare.push(async (_url, next) => {
    next_page = await bytes_of(next.documentElement.dataset.tree ?? '');
    await load_extended(program, next.body.textContent);
  });
  hooks?.adopt.push(() => {
    if (!next_page || lost) return;
    program.page(next_page);
    elements = find_elements();
    if (root.dataset.view === 'painted') enter();
  });

  // For tests and the curious: what a frame costs, and where C++ put each line.
  Object.assign(window, { lacit: { stats: () => program.stats(), lines: () => lines } });
  enter();
}
