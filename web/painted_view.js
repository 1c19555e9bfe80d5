// The painted view while it runs: lays the page over the canvas and paints when something changed, and gives way to the
// plain view at once when anything fails.
import { measure_baselines } from './baselines.js';
import { clip_covered_fields, unclip_fields } from './covered.js';
import { drawn } from './gpu.js';
import { fit_lines, watch_text } from './line_fit.js';
import { find_elements, overlay_steps } from './mirror.js';
import { obstacle, watch_obstacles } from './obstacles.js';
import { in_pieces } from './pause.js';
import { start_pictures } from './pictures.js';
import { sharp_ratio, watch_pinch } from './pinch.js';
import { send_state, watch_focus, watch_page, watch_pointer, watch_preferences } from './watch.js';

const root = document.documentElement;

/** So many nodes are painted in a few milliseconds on a slow phone, letters made for the first time included. */
const nodes_a_step = 12;

export class PaintedView {
  #program;
  #canvas;
  #elements = find_elements();
  #asked = false;
  /** The program can go on no longer: until the page is loaded anew, it is text. */
  #lost = false;
  /** The graphics context is away, perhaps only for a while (WebGL 1, 5.15). */
  #without_context = false;
  #wanted = true;
  #measured_ratio = 0;
  /** The window that the frame is for which lies ready on the canvas, before the view is shown for the first time. */
  #ready_for = '';
  #watcher;
  #pictures;
  /** Where C++ put each line, see src/app/overlay.h. */
  lines = new Float32Array();

  /**
   * @param {import('./program.js').Program} program with fonts and page
   * @param {HTMLCanvasElement} canvas
   */
  constructor(program, canvas) {
    this.#program = program;
    this.#canvas = canvas;
    const ask = () => this.#ask();
    this.#watcher = watch_page(program, ask);
    this.#pictures = start_pictures(program, ask);
    watch_pointer(program, ask);
    watch_focus(program, ask);
    watch_preferences(program, ask);
    watch_obstacles(() => this.#obstacles_changed());
    watch_text(() => this.enter()); // leaves again where it does not fit
    addEventListener('scroll', ask, { passive: true });
    const resized = () => {
      this.#measure();
      ask();
    };
    addEventListener('resize', resized);
    watch_pinch(resized);
    // What a canvas showed is not kept while its page waits in the back/forward cache.
    addEventListener('pageshow', (event) => event.persisted && this.enter());
    canvas.addEventListener('webglcontextlost', (event) => this.#context_lost(event));
    canvas.addEventListener('webglcontextrestored', () => this.#context_restored());
    document.addEventListener('lacit:view', (event) => {
      if (event instanceof CustomEvent) this.#choose(event.detail === 'painted');
    });
  }

  /**
   * Does what the first frame needs in pieces, so that no touch and no key has to wait for all of it. Nothing shows yet;
   * enter() does the same again and finds it done, or does what has changed meanwhile.
   */
  async prepare() {
    if (!this.#may_show()) return;
    try {
      await in_pieces(this.#steps());
      this.#ready_for = this.#window_key();
      await drawn(this.#canvas);
    } catch (error) {
      this.lose(String(error));
    }
  }

  /** @returns {Generator<() => void>} */
  *#steps() {
    yield () => this.#measure();
    yield () => this.#send_states();
    const scroll = Math.max(0, scrollY);
    const overlay = this.#program.layout(scroll);
    if (!overlay) return;
    const kept = { boxes: overlay.boxes.slice(), fragments: overlay.fragments.slice() };
    this.lines = kept.fragments;
    for (const step of overlay_steps(this.#elements, kept)) yield () => this.#watcher.quietly(step);
    yield* this.#pictures.uploads(this.#elements, scroll);
    for (let first = 0, more = true; more; first += nodes_a_step) {
      yield () => (more = this.#program.rehearse(scroll, first, nodes_a_step));
    }
    yield () => this.#program.frame(performance.now() / 1000, scroll);
  }

  #send_states() {
    for (const element of this.#elements.values()) send_state(this.#program, element);
  }

  /** Shows what is there now, unless something is in its way. */
  enter() {
    if (!this.#may_show()) return;
    this.#measure();
    this.#send_states();
    this.#guarded(() => this.#update(performance.now()));
    if (this.#lost) return;
    this.#ask(); // for what came while it was not shown: pictures
  }

  /**
   * After in-app navigation: the elements are another page's.
   * @param {Uint8Array} tree
   */
  adopt(tree) {
    if (this.#lost || !this.#program.page(tree)) return this.lose('a damaged page');
    this.#pictures.forget();
    this.#elements = find_elements();
    if (root.dataset.view === 'painted') this.enter();
  }

  /** @param {string} reason */
  lose(reason) {
    this.#lost = true;
    this.#leave(reason);
  }

  /** @param {string} [reason] where the visitor did not ask for it */
  #leave(reason) {
    root.dataset.view = 'plain';
    unclip_fields();
    if (reason) console.info(`LA CIT: text view, because ${reason}`);
  }

  /** @param {boolean} painted */
  #choose(painted) {
    this.#wanted = painted;
    if (painted) this.enter();
    else this.#leave();
  }

  #obstacles_changed() {
    const reason = obstacle();
    const shown = root.dataset.view === 'painted';
    if (reason && shown) this.#leave(reason);
    if (!reason && !shown) this.enter();
  }

  #may_show() {
    return this.#wanted && !this.#lost && !this.#without_context && !obstacle();
  }

  /** @param {Event} event without preventDefault the context would not come back */
  #context_lost(event) {
    event.preventDefault();
    this.#without_context = true;
    this.#leave('the graphics context was lost');
  }

  #context_restored() {
    this.#without_context = false;
    this.#guarded(() => this.#program.restore());
    this.#pictures.forget();
    this.enter();
  }

  #window_key() {
    return [root.clientWidth, root.clientHeight, innerWidth, devicePixelRatio, visualViewport?.scale].join();
  }

  #measure() {
    const ready = this.#ready_for === this.#window_key();
    this.#ready_for = '';
    if (ready) return;
    const { clientWidth: width, clientHeight: height } = root;
    const ratio = sharp_ratio(width, height);
    this.#program.window(width, height, innerWidth, ratio);
    if (devicePixelRatio !== this.#measured_ratio) measure_baselines(this.#program);
    this.#measured_ratio = devicePixelRatio;
    this.#canvas.width = Math.round(width * ratio);
    this.#canvas.height = Math.round(height * ratio);
    this.#canvas.style.cssText = `width:${width}px;height:${height}px`;
  }

  #ask() {
    if (this.#asked || root.dataset.view !== 'painted') return;
    this.#asked = true;
    requestAnimationFrame((now) => {
      this.#asked = false;
      if (root.dataset.view === 'painted') this.#guarded(() => this.#update(now));
    });
  }

  /** Layout, overlay and one frame, where they are due. @param {number} now milliseconds */
  #update(now) {
    const scroll = Math.max(0, scrollY);
    const overlay = this.#program.layout(scroll);
    if (overlay) {
      this.#watcher.quietly(() => {
        for (const step of overlay_steps(this.#elements, overlay)) step();
      });
      this.lines = overlay.fragments.slice();
    }
    const entering = root.dataset.view !== 'painted';
    if (overlay || entering) {
      // Before the lines are measured: a property of the root asks for the style of every element anew.
      root.style.setProperty('--pinned-top', `${this.#program.pinned_top()}px`);
      if (entering) root.dataset.view = 'painted'; // under whose rules lines are measured
      if (!fit_lines(this.#elements, this.lines)) return this.#leave('this browser sets text in its own way');
      this.#pictures.resized();
    }
    // Before the frame: they were there in the plain view a moment ago.
    if (entering) for (const step of this.#pictures.uploads(this.#elements, scroll)) step();
    clip_covered_fields();
    if (this.#program.needs_frame(scroll) && this.#program.frame(now / 1000, scroll)) this.#ask();
    this.#pictures.fetch(this.#elements, scroll);
  }

  /** A trap in the program must never reach the visitor: the page goes on as text. @param {() => void} work */
  #guarded(work) {
    try {
      work();
    } catch (error) {
      this.lose(String(error));
    }
  }
}
