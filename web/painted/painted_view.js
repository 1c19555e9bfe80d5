// The painted view while it runs: lays the page over the canvas and paints when something changed, and gives way to the
// plain view at once when anything fails.
import { clip_covered, unclip_covered } from './clipping.js';
import { Echo, watch_styles } from './style_changes.js';
import { drawn } from './gpu.js';
import { count_blocks } from './fragments.js';
import { watch_text } from './line_fit.js';
import { find_elements, overlay_steps } from './mirror.js';
import { obstacle, watch_obstacles } from '../base/painting_obstacles.js';
import { in_pieces } from './pause.js';
import { start_textures } from './textures.js';
import { Comparison } from './comparison.js';
import { scroll_position } from './scroll_position.js';
import { Retry, when_quiet } from './retry.js';
import { CanvasPlace } from './canvas_place.js';
import { others_sheets, watch_sheets } from '../base/others_sheets.js';
import { Truth } from './truth.js';
import { send_state, watch_focus, watch_page, watch_pointer, watch_preferences } from './page_changes.js';

const root = document.documentElement;

/** So many nodes are painted in a few milliseconds on a slow phone, letters made for the first time included. */
const nodes_a_step = 12;
/** What the browser draws depends on its width, its neighbours on its height; each may turn out not to fit. */
const most_layouts = 6;

export class PaintedView {
  #program;
  #canvas;
  #screen;
  #elements = find_elements();
  #asked = false;
  #doubted = false;
  #echo = new Echo();
  /** The program can go on no longer: until the page is loaded anew, it is text. */
  #lost = false;
  /** The graphics context is away, perhaps only for a while (WebGL 1, 5.15). */
  #without_context = false;
  #wanted = true;
  #watcher;
  #pictures;
  #truth;
  /** Some blocks are the browser's for their looks. */
  #altered = false;
  /** Given way to words and styles that are others than ours: comes back when they fit. */
  #gave_way = false;
  #retry = new Retry();
  /** Others have altered the page: it is compared with the text view. */
  #suspicious = false;
  #comparison = new Comparison();
  #try_again = when_quiet(() => {
    this.#suspicious = true;
    this.#doubt();
  });
  /** Where C++ put each line, see src/view/app/overlay.h. */
  lines = new Float32Array();

  /** @param {import('./program.js').Program} program with fonts and page @param {HTMLCanvasElement} canvas */
  constructor(program, canvas) {
    this.#program = program;
    this.#canvas = canvas;
    this.#screen = new CanvasPlace(program, canvas);
    const ask = () => this.#ask();
    this.#truth = new Truth(program);
    this.#truth.begin(this.#elements);
    this.#watcher = watch_page(program, this.#truth, () => this.#told(ask), this.#try_again);
    this.#pictures = start_textures(program, ask, () => this.#screen.ratio);
    watch_pointer(program, ask);
    watch_focus(program, ask);
    watch_preferences(program, ask);
    watch_obstacles(() => this.#obstacles_changed());
    watch_text(this.#try_again);
    watch_styles((surely) => (surely || !this.#echo.is_heard) && this.#told(() => this.#doubt()), this.#try_again);
    watch_sheets(this.#try_again, () => {
      this.#suspicious ||= root.dataset.view === 'painted' && this.#comparison.is_due();
      if (this.#suspicious || this.#gave_way || this.#altered) ask();
    });
    addEventListener('scroll', ask, { passive: true });
    document.addEventListener('selectionchange', ask);
    this.#screen.watch(ask);
    // What a canvas showed is not kept while its page waits in the back/forward cache.
    addEventListener('pageshow', (event) => event.persisted && this.enter());
    canvas.addEventListener('webglcontextlost', (event) => this.#context_lost(event));
    canvas.addEventListener('webglcontextrestored', () => this.#context_restored());
    document.addEventListener('lacit:view', (event) => {
      if (event instanceof CustomEvent) this.#choose(event.detail === 'painted');
    });
  }

  /** Does what the first frame needs in pieces, so that no touch has to wait for all of it; enter() finds it done. */
  async prepare() {
    if (!this.#may_show()) return;
    try {
      await in_pieces(this.#steps());
      this.#screen.keep();
      await drawn(this.#canvas);
    } catch (error) {
      this.lose(String(error));
    }
  }

  /** @returns {Generator<() => void>} */
  *#steps() {
    yield () => this.#screen.measure();
    yield () => this.#send_states();
    const scroll = scroll_position();
    const overlay = this.#program.layout(scroll);
    if (!overlay) return;
    const kept = { boxes: overlay.boxes.slice(), fragments: overlay.fragments.slice() };
    this.lines = kept.fragments;
    for (const step of overlay_steps(this.#elements, kept, this.#is_true)) yield () => this.#watcher.quietly(step);
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
    this.#screen.measure();
    this.#send_states();
    this.#guarded(() => this.#update(performance.now()));
    if (!this.#lost) this.#ask(); // for what came while it was not shown: pictures
  }

  /**
   * After in-app navigation: the elements are another page's.
   * @param {Uint8Array} tree
   */
  adopt(tree) {
    if (this.#lost || !this.#program.page(tree)) return this.lose('a damaged page');
    this.#pictures.forget();
    this.#elements = find_elements();
    this.#watcher.quietly(() => this.#truth.begin(this.#elements)); // that another main came is no news
    this.#suspicious = others_sheets() !== '';
    if (root.dataset.view === 'painted' || this.#gave_way) this.enter();
  }

  /** @param {string} reason */
  lose(reason) {
    this.#lost = true;
    this.#leave(reason);
  }

  #is_true = (/** @type {HTMLElement} */ block) => this.#truth.words(block);

  /** @param {() => void} act where the page is painted */
  #told(act) {
    if (this.#gave_way) this.#try_again();
    else act();
  }

  /** Something may be set otherwise than it was. */
  #doubt() {
    if (this.#doubted) return;
    this.#doubted = true;
    requestAnimationFrame((now) => {
      this.#doubted = false;
      this.#truth.doubt(this.#suspicious || root.dataset.view !== 'painted');
      if (root.dataset.view === 'painted') this.#guarded(() => this.#update(now));
      else if (this.#gave_way) this.enter();
    });
  }

  #give_way() {
    this.#leave('its words or its looks are others than ours');
    this.#echo.expect();
  }

  /** @param {string} [reason] where the visitor did not ask for it */
  #leave(reason) {
    root.dataset.view = 'plain';
    this.#watcher.quietly(() => this.#screen.show(false)); // or that would be news, and bring it back
    unclip_covered();
    if (reason) console.info(`lacit: text view, because ${reason}`);
  }

  #choose(/** @type {boolean} */ painted) {
    this.#wanted = painted;
    if (!painted) this.#leave();
    else if (this.#lost || this.#without_context)
      location.reload(); // the program comes back only with the page
    else this.enter();
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

  #ask() {
    // While the visitor does something, for what no event tells of.
    if ((this.#gave_way || this.#truth.is_partial()) && this.#retry.is_due()) this.#try_again();
    if (this.#asked || root.dataset.view !== 'painted') return;
    this.#asked = true;
    requestAnimationFrame((now) => {
      this.#asked = false;
      if (root.dataset.view === 'painted') this.#guarded(() => this.#update(now));
    });
  }

  /** @returns {boolean} whether there was something to lay out */
  #lay_out() {
    const overlay = this.#program.layout(scroll_position());
    if (!overlay) return false;
    this.#watcher.quietly(() => {
      for (const step of overlay_steps(this.#elements, overlay, this.#is_true)) step();
    });
    this.lines = overlay.fragments.slice();
    this.#truth.moved();
    return true;
  }

  /**
   * What the browser draws has the size that it gives it, and what turns out not to be set as ours becomes the browser's:
   * both lay out anew, until nothing is news.
   * @param {import('./text_view_places.js').TextView} [before] where that is what was shown
   * @returns {boolean} false: the page as a whole is better left to the browser
   */
  #settle(before) {
    for (let tries = 0; tries < most_layouts; tries += 1) {
      const news =
        this.#truth.measure() ||
        this.#truth.look(this.lines, scroll_position()) ||
        (before !== undefined && this.#truth.compare(before));
      if (this.#truth.is_lost(count_blocks(this.lines))) return false;
      if (!news) return true;
      this.#lay_out();
    }
    return false;
  }

  /** Layout, overlay and one frame, where they are due. @param {number} now milliseconds */
  #update(now) {
    // Not every change of it is told (watch_ratio): a frame that is due anyway looks.
    if (this.#screen.has_changed()) this.#screen.measure();
    const moved = this.#lay_out();
    const entering = root.dataset.view !== 'painted';
    const before = entering || this.#suspicious ? this.#comparison.begin() : undefined;
    this.#suspicious = false;
    if (before) this.#echo.expect();
    if (moved || entering) {
      // Before the lines are measured: a property of the root asks for the style of every element anew.
      root.style.setProperty('--pinned-top', `${this.#program.pinned_top()}px`);
      if (entering) {
        root.dataset.view = 'painted'; // under whose rules lines are measured
        this.#watcher.quietly(() => this.#screen.show(true));
      }
    }
    this.#gave_way = !this.#settle(before);
    if (this.#gave_way) return this.#give_way();
    const altered = this.#truth.is_partial();
    if (!altered) this.#retry = new Retry();
    const news = altered && !this.#altered;
    this.#altered = altered;
    if (news && !before) this.#try_again();
    if (moved || entering) this.#pictures.resized();
    const scroll = scroll_position();
    // Before the frame: they were there in the plain view a moment ago.
    if (entering) for (const step of this.#pictures.uploads(this.#elements, scroll)) step();
    clip_covered();
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
