// A block is painted only while it is true: its words, its looks and its place in the document are those that C++ knows.
// Any other is the browser's, with its own look, in its place (`.own`), until it is true again. A translator, a reader's
// helper, a style of the visitor's or a letter that the fonts lack: all end here.
import { blocks_near } from './fragments.js';
import { fit_lines } from './line_fit.js';
import { is_intact } from './line_spans.js';
import {
  altered,
  canvas_shows,
  has_other_letters,
  has_other_palette,
  is_clear,
  is_opaque,
  text_colors,
  words_show,
} from './altered_looks.js';
import { compare_places } from './text_view_places.js';
import { has_highlights } from '../base/others_sheets.js';

/** Why a node is the browser's; a sum. */
const words = 1;
const parts = 2;
const looks = 4;
const shape = 8;

/** What is in a block of text: what was printed, and how it was cut. */
const foreign_in_text = ':not(a[data-n], strong, em, .unseen, .line, .eol, .gap)';
/** What stands among the nodes without being one. */
const no_words = 'picture, noscript, script, style, link, meta, template';
/** Beyond that, the page as a whole is the browser's: a few, or this part of its blocks. */
const few = 5;
const share = 0.2;
/** Milliseconds after which what is in the window is looked at again, where something happens at all. */
const holds_for = 500;

export class Truth {
  #program;
  /** @type {Map<number, HTMLElement>} */
  #elements = new Map();
  /** Reasons by node. @type {Map<number, number>} */
  #untrue = new Map();
  /** Blocks that were looked at and fit. @type {Set<number>} */
  #fitting = new Set();
  #looked_at = 0;
  #rounds = false;
  /** Something moves what the browser draws out of its place. */
  #displaced = false;
  /** What the browser draws may have another size. */
  #unmeasured = false;
  /** The text view has the page's parts elsewhere. */
  #elsewhere = false;

  /** @param {import('./program.js').Program} program */
  constructor(program) {
    this.#program = program;
  }

  /** @param {Map<number, HTMLElement>} elements of the page, which may be another one */
  begin(elements) {
    this.#displaced = false;
    this.#elsewhere = false;
    this.#elements = elements;
    this.#untrue.clear();
    this.#fitting.clear();
  }

  /** @param {number} blocks of the page that are painted @returns {boolean} whether the page is better left to the browser as a whole */
  is_lost(blocks) {
    return (
      this.#displaced || this.#elsewhere || this.#untrue.size > Math.max(few, share * (blocks + this.#untrue.size))
    );
  }

  /** Whether some blocks are the browser's for their looks. */
  is_partial() {
    return [...this.#untrue.values()].some((reasons) => (reasons & (looks | shape)) !== 0);
  }

  /** @param {number} id @param {number} reason @param {boolean} untrue @returns {boolean} whether that is news */
  #mark(id, reason, untrue) {
    const before = this.#untrue.get(id) ?? 0;
    const now = untrue ? before | reason : before & ~reason;
    if (now) this.#unmeasured = true;
    if (now === before) return false;
    if (now) this.#untrue.set(id, now);
    else this.#untrue.delete(id);
    this.#program.leave(id, now !== 0);
    // At once: what the program then does about it comes with the next frame.
    this.#elements.get(id)?.classList.toggle('own', now !== 0);
    return true;
  }

  /** @param {Element} element */
  #id_of(element) {
    const id = Number(element.getAttribute('data-n') ?? -1);
    return this.#elements.get(id) === element ? id : -1;
  }

  /** The block of text around an element. @param {Element | null | undefined} element @returns {Element | null} */
  block_of(element) {
    for (let at = element?.closest('[data-n]'); at; at = at.parentElement?.closest('[data-n]')) {
      if (this.#program.is_text(this.#id_of(at))) return at;
    }
    return null;
  }

  /** @param {Element} block of text @returns {boolean} */
  words(block) {
    const id = this.#id_of(block);
    if (id < 0) return false;
    const same = !block.querySelector(foreign_in_text) && this.#program.shows(id, block.textContent ?? '');
    this.#mark(id, words, !same);
    return same && !this.#untrue.has(id);
  }

  /** The nodes of the page that came or went with one of the document's. @param {Node} node @returns {[number, HTMLElement][]} */
  nodes_in(node) {
    if (!(node instanceof HTMLElement)) return [];
    const id = this.#id_of(node);
    if (id >= 0) return [[id, node]];
    const inside = /** @type {NodeListOf<HTMLElement>} */ (node.querySelectorAll('[data-n]'));
    return [...inside].flatMap((element) => this.nodes_in(element));
  }

  /** After something changed in a block of text. @param {Element} block */
  mend(block) {
    if (!this.words(block) || is_intact(block)) return;
    const id = this.#id_of(block);
    for (const left of [true, false]) this.#program.leave(id, left); // laid out anew, and so cut anew
  }

  /** After something came into a node that holds others. @param {Element} holder */
  parts(holder) {
    const id = this.#id_of(holder);
    // Helpers put their own things at the page's end, over everything; and the insides of fields are the browser's.
    if (id <= 0 || holder.matches('select, select *, textarea, svg')) return;
    this.#mark(id, parts, [...holder.childNodes].some((node) => this.#is_foreign(node)) || !this.#is_in_order(holder));
  }

  /** @param {Element} holder whose nodes may have been moved */
  #is_in_order(holder) {
    const ids = [...holder.children].map((child) => this.#id_of(child)).filter((id) => id >= 0);
    return ids.every((id, i) => i === 0 || id > (ids[i - 1] ?? 0));
  }

  /** @param {Node} node */
  #is_foreign(node) {
    if (node instanceof Text) return node.data.trim() !== '';
    if (!(node instanceof Element) || node.matches(no_words) || this.#id_of(node) >= 0) return false;
    if (node.matches('[data-n]')) return true;
    return (
      !['absolute', 'fixed'].includes(getComputedStyle(node).position) && getComputedStyle(node).display !== 'none'
    );
  }

  /**
   * A style may have changed: what was left to the browser for its looks is tried again.
   * @param {boolean} wholly what will be compared with the text view is tried, too
   */
  doubt(wholly) {
    this.#fitting.clear();
    if (wholly) this.#elsewhere = false;
    for (const id of [...this.#untrue.keys()]) this.#mark(id, wholly ? looks | shape : looks, false);
    this.#unmeasured = true;
  }

  /** @param {import('./text_view_places.js').TextView} before @returns {boolean} whether the painted view has other places or grounds */
  compare(before) {
    const { misshapen, displaced } = compare_places(before.places);
    const others = [...misshapen, ...before.others];
    const news = others.filter((element) => this.#mark(this.#id_of(element), shape, true));
    const wholly = before.others.some((element) => element.querySelector('main') ?? element.matches('main'));
    this.#elsewhere ||= wholly || has_other_palette() || (news.length === 0 && (displaced || misshapen.length > 0));
    return this.#elsewhere || news.length > 0;
  }

  /** Tells the program how large the browser makes what it draws. @returns {boolean} whether that is news */
  measure() {
    if (!this.#unmeasured) return false;
    this.#unmeasured = false;
    this.#displaced = false;
    const own = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.own.placed'));
    if (own.length === 0) return false;
    const measure = (/** @type {string} */ how, /** @type {'width' | 'height'} */ side) => {
      for (const element of own) element.classList.add(how);
      const sizes = [...own].map((element) => element.getBoundingClientRect()[side]);
      for (const element of own) element.classList.remove(how);
      return sizes;
    };
    const widths = measure('unwrapped', 'width');
    const heights = measure('unstretched', 'height');
    let news = false;
    own.forEach((element, i) => {
      news = this.#program.measured(this.#id_of(element), widths[i] ?? 0, heights[i] ?? 0) || news;
    });
    this.#displaced = !news && [...own].some(is_displaced);
    return news;
  }

  /** After a layout all of it has to be looked at again. */
  moved() {
    this.#unmeasured = true;
    this.#fitting.clear();
  }

  /**
   * Looks at the blocks in the window that were not yet looked at.
   * @param {Float32Array} lines see src/view/app/overlay.h
   * @param {number} scroll CSS pixels
   * @returns {boolean} whether some are not what they should be
   */
  look(lines, scroll) {
    const blank = !canvas_shows();
    if (has_highlights() || (blank && !words_show())) this.#elsewhere = true;
    if (this.#elsewhere) return false;
    const now = performance.now();
    if (now - this.#looked_at > holds_for) this.#fitting.clear();
    const blocks = blocks_near(lines, scroll, innerHeight, this.#rounds || this.#untrue.size > 0);
    for (const id of this.#fitting) blocks.delete(id);
    if (blocks.size === 0) return false;
    this.#looked_at = now;
    const { off, rounds } = fit_lines(this.#elements, lines, blocks);
    const again = rounds && !this.#rounds;
    this.#rounds ||= rounds;
    if (rounds) document.documentElement.dataset.advances = 'rounded';
    const unseen = blank ? [] : this.#unseen([...blocks.keys()].filter((id) => !off.includes(id)));
    const others = this.#altered([...blocks.keys(), ...this.#pictures()]);
    for (const id of blocks.keys()) this.#fitting.add(id);
    const news = [...off, ...unseen, ...others].filter((id) => this.#mark(id, looks, true));
    return again && news.length === 0 ? this.look(lines, scroll) : news.length > 0;
  }

  /** @returns {number[]} those that are painted */
  #pictures() {
    return [...document.querySelectorAll('img.placed')].map((image) => this.#id_of(image));
  }

  /** @param {number[]} ids @returns {Set<number>} the nodes whose looks somebody altered, the outermost of each */
  #altered(ids) {
    return this.#holders(
      ids.map((id) => this.#elements.get(id)),
      altered,
    );
  }

  /**
   * @param {(Element | null | undefined)[]} elements
   * @param {(element: HTMLElement) => Element | null} spoils what is to be the browser's, because of one element's style
   * @returns {Set<number>} the outermost of each
   */
  #holders(elements, spoils) {
    /** @type {Map<Element, Element | null>} */
    const known = new Map();
    /** @param {Element | null | undefined} element @returns {Element | null} */
    const outermost = (element) => {
      if (!(element instanceof HTMLElement || element instanceof SVGElement) || element === document.documentElement)
        return null;
      if (!known.has(element))
        known.set(element, outermost(element.parentElement) ?? spoils(/** @type {HTMLElement} */ (element)));
      return known.get(element) ?? null;
    };
    const nodes = new Set();
    for (const found of elements.map(outermost)) {
      if (!found) continue;
      const holder = this.#id_of(found.closest('[data-n]') ?? found);
      if (holder <= 0 || found.contains(document.querySelector('main'))) this.#displaced = true;
      else nodes.add(holder);
    }
    return nodes;
  }

  /**
   * What is on the canvas has to be seen, under nothing that somebody's style laid over it, and only there.
   * @param {number[]} ids
   * @returns {number[]} those of which that is not so
   */
  #unseen(ids) {
    const colors = text_colors();
    const lines = ids.map((id) => this.#elements.get(id)?.querySelector('.line'));
    const covered = this.#holders(lines, (element) => (is_opaque(element) ? element : null));
    const others = ids.filter((id, i) => {
      const [element, line] = [this.#elements.get(id), lines[i]];
      return element && line && (!is_clear(getComputedStyle(line).color) || has_other_letters(element, colors));
    });
    return [...covered, ...others];
  }
}

/** @param {HTMLElement} element that has a place (web/painted/mirror.js) */
function is_displaced(element) {
  const around = element.parentElement?.closest('.placed');
  if (!around || element.matches('.fixed')) return false;
  const [here, there] = [element.getBoundingClientRect(), around.getBoundingClientRect()];
  const [x, y] = ['--x', '--y'].map((name) => parseFloat(element.style.getPropertyValue(name)));
  return Math.abs(here.left - there.left - (x ?? 0)) > 2 || Math.abs(here.top - there.top - (y ?? 0)) > 2;
}
