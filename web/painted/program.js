// The WebAssembly program behind plain functions. Memory is only touched here.
import create from 'lacit-program';

/**
 * @typedef {object} Overlay geometry of the elements over the canvas, see src/view/app/overlay.h
 * @property {Float32Array} boxes id, x, y, width, height: CSS pixels; the sum of `is_fixed` and `is_browsers`
 * @property {Float32Array} fragments see fragments.js
 */

/** Numbers a box takes (src/view/app/overlay.h). */
export const box_stride = 6;
export const is_fixed = 1;
export const is_browsers = 2;

/**
 * @param {string} url of lacit.wasm
 * @param {(reason: string) => void} failed called when the program can go on no longer
 * @throws where it does not arrive, or is not one
 */
export async function load_program(url, failed) {
  const wasm = await new Promise((resolve, reject) => {
    create({
      // Streaming: compiled while it arrives. Emscripten would wait for ever for a module that does not come.
      instantiateWasm(imports, done) {
        WebAssembly.instantiateStreaming(fetch(url), imports).then(
          ({ instance, module }) => done(instance, module),
          reject,
        );
        return {};
      },
      onAbort: failed,
    }).then(resolve, reject);
  });
  return wrap(wasm);
}

/** @param {any} wasm Emscripten's module object: its exports are numbers and pointers */
function wrap(wasm) {
  /** @type {Map<number, TexImageSource>} */
  const pictures = new Map();
  wasm.pictures = new Proxy({}, { get: (_, id) => pictures.get(Number(id)) });

  /** @param {Uint8Array} bytes */
  function copy(bytes) {
    const at = wasm._malloc(bytes.length);
    wasm.HEAPU8.set(bytes, at);
    return at;
  }

  /**
   * @param {string} text
   * @param {(pointer: number) => any} use
   */
  function with_text(text, use) {
    const size = wasm.lengthBytesUTF8(text) + 1;
    const at = wasm._malloc(size);
    wasm.stringToUTF8(text, at, size);
    const result = use(at);
    wasm._free(at);
    return result;
  }

  return {
    /** @param {string} selector @returns {boolean} false without WebGL 2 */
    start: (selector) => Boolean(with_text(selector, (at) => wasm._lacit_start(at))),
    /** After the graphics context was lost and given back. */
    restore: () => wasm._lacit_restore(),
    /** @param {boolean} bold @param {Uint8Array} bytes a TTF @returns {boolean} */
    font: (bold, bytes) => Boolean(wasm._lacit_font(bold, copy(bytes), bytes.length)),
    /** @param {Uint8Array} bytes a tree file @returns {boolean} */
    page(bytes) {
      const at = copy(bytes);
      const done = Boolean(wasm._lacit_page(at, bytes.length));
      wasm._free(at);
      pictures.clear();
      return done;
    },
    /** CSS pixels. @param {number} width @param {number} height @param {number} media_width @param {number} ratio */
    window: (width, height, media_width, ratio) => wasm._lacit_window(width, height, media_width, ratio),
    /** The part of the window that the canvas shows, device pixels. @param {{ x: number, y: number, width: number, height: number }} area */
    area: ({ x, y, width, height }) => wasm._lacit_area(x, y, width, height),
    /**
     * Tells where this browser puts baselines. All CSS pixels.
     * @param {(size: number, line_height: number) => number} offset from the top of such a line down to its baseline
     */
    baselines(offset) {
      const floats = wasm.HEAPF32.subarray(wasm._lacit_baselines() >> 2).subarray(0, wasm._lacit_baseline_floats());
      for (let i = 0; i < floats.length; i += 3) floats[i + 2] = offset(floats[i], floats[i + 1]);
      wasm._lacit_invalidate();
    },
    /** @param {boolean} on */
    dark: (on) => wasm._lacit_dark(on),
    /** @param {boolean} on */
    more_contrast: (on) => wasm._lacit_more_contrast(on),
    /** @param {boolean} on */
    reduce_motion: (on) => wasm._lacit_reduce_motion(on),
    /** @param {number} id @param {boolean} on */
    hidden: (id, on) => wasm._lacit_hidden(id, on),
    /** @param {number} id @param {boolean} on */
    open: (id, on) => wasm._lacit_open(id, on),
    /** @param {number} id @param {boolean} on */
    current: (id, on) => wasm._lacit_current(id, on),
    /** @param {number} id @param {boolean} on */
    checked: (id, on) => wasm._lacit_checked(id, on),
    /** @param {number} id @param {boolean} on */
    invalid: (id, on) => wasm._lacit_invalid(id, on),
    /** @param {number} id @param {number} part from 0 to 1 */
    progress: (id, part) => wasm._lacit_progress(id, part),
    /** @param {number} id @param {string} text */
    text: (id, text) => with_text(text, (at) => wasm._lacit_text(id, at)),
    /** Leaves a node, with all that is in it, to the browser, or takes it back. @param {number} id @param {boolean} left */
    leave: (id, left) => wasm._lacit_leave(id, left),
    /** Of a node that is left to the browser, CSS pixels. @param {number} id @param {number} width @param {number} height @returns {boolean} true: news */
    measured: (id, width, height) => Boolean(wasm._lacit_measured(id, width, height)),
    /** @param {number} id @param {string} text @returns {boolean} whether that is what the program shows of a block */
    shows: (id, text) => Boolean(with_text(text, (at) => wasm._lacit_shows(id, at))),
    /** @param {number} id @returns {boolean} false: it holds other nodes, or stands in a line */
    is_text: (id) => Boolean(wasm._lacit_is_text(id)),
    /** @param {number} id -1: nothing */
    hover: (id) => wasm._lacit_hover(id),
    /** @param {number} id -1: nothing */
    press: (id) => wasm._lacit_press(id),
    /** @param {number} id -1: nothing @param {boolean} ring */
    focus: (id, ring) => wasm._lacit_focus(id, ring),
    /** @param {number} id @param {TexImageSource} source @param {number} width @param {number} height in its pixels */
    picture(id, source, width, height) {
      pictures.set(id, source);
      wasm._lacit_picture(id, width, height);
      pictures.delete(id);
    },
    /** @param {number} scroll CSS pixels @returns {number[]} ids of pictures that it shows or nearly shows, and that are not there */
    wanted(scroll) {
      const count = wasm._lacit_wanted(scroll);
      const at = wasm._lacit_wanted_ids() >> 2;
      return [...wasm.HEAPF32.subarray(at, at + count)];
    },
    /**
     * @param {number} scroll CSS pixels: only what is near it is laid out in detail
     * @returns {Overlay | null} null where nothing changed; the arrays hold until the next call
     */
    layout(scroll) {
      if (!wasm._lacit_layout(scroll)) return null;
      const slice = (/** @type {number} */ at, /** @type {number} */ count) =>
        wasm.HEAPF32.subarray(at >> 2, (at >> 2) + count);
      return {
        boxes: slice(wasm._lacit_boxes(), wasm._lacit_box_floats()),
        fragments: slice(wasm._lacit_fragments(), wasm._lacit_fragment_floats()),
      };
    },
    /** CSS pixels that stay at the viewport's top. @returns {number} */
    pinned_top: () => wasm._lacit_pinned_top(),
    /** @param {number} scroll CSS pixels @returns {boolean} */
    needs_frame: (scroll) => Boolean(wasm._lacit_needs_frame(scroll)),
    /**
     * Paints a part of what a scroll position shows, and throws it away: its letters are made then.
     * @param {number} scroll CSS pixels
     * @param {number} first node in painting order
     * @param {number} count
     * @returns {boolean} more nodes to come
     */
    rehearse: (scroll, first, count) => Boolean(wasm._lacit_rehearse(scroll, first, count)),
    /** @param {number} now seconds @param {number} scroll CSS pixels @returns {boolean} more to come */
    frame: (now, scroll) => Boolean(wasm._lacit_frame(now, scroll)),
    stats() {
      const at = wasm._lacit_statistics() >> 3;
      const [frames = 0, lastFrameMs = 0, drawCalls = 0, vertices = 0, lastLayoutMs = 0, pictureBytes = 0] =
        wasm.HEAPF64.subarray(at, at + 6);
      return { frames, lastFrameMs, drawCalls, vertices, lastLayoutMs, pictureBytes };
    },
  };
}

/** @typedef {ReturnType<typeof wrap>} Program */
