// From the program's bytes to the first painted frame, and the memory it takes then.
import { median } from './numbers.mjs';

/** Runs before the page's scripts: notes when the program is there, ready and painting, and keeps its memory. */
function spy() {
  /** @type {{ asked: number, compiled: number, painted: number, first_frame_ms: number, memory?: WebAssembly.Memory }} */
  const times = { asked: 0, compiled: 0, painted: 0, first_frame_ms: 0 };
  Object.assign(window, { bench_start: times });
  const original = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (source, imports) => {
    const response = await source;
    const bytes = await response.arrayBuffer(); // the network is not what is measured
    times.asked = performance.now();
    const headers = { 'Content-Type': 'application/wasm' };
    const result = await original(new Response(bytes, { headers }), imports);
    times.compiled = performance.now();
    times.memory = Object.values(result.instance.exports).find((item) => item instanceof WebAssembly.Memory);
    return result;
  };
  new MutationObserver(() => {
    if (times.painted || document.documentElement.dataset.view !== 'painted') return;
    times.painted = performance.now();
    const { lastLayoutMs, lastFrameMs } = /** @type {any} */ (window).lacit.stats();
    times.first_frame_ms = lastLayoutMs + lastFrameMs;
  }).observe(document, { subtree: true, attributeFilter: ['data-view'] });
}

/**
 * One cold start: a context of its own has no compiled code in its cache.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {number} ratio device pixels a CSS pixel
 */
async function one_start(browser, url, ratio) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: ratio });
  await context.addInitScript(spy);
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => /** @type {any} */ (window).bench_start.painted > 0);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight)); // letters and pictures of the whole page
  await page.waitForTimeout(1500);
  const start = await page.evaluate(() => {
    const { asked, compiled, painted, first_frame_ms, memory } = /** @type {any} */ (window).bench_start;
    const memory_bytes = memory.buffer.byteLength;
    return { compile_ms: compiled - asked, total_ms: painted - asked, first_frame_ms, memory_bytes };
  });
  await context.close();
  return start;
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {number} ratio
 * @param {number} rounds
 */
export async function measure_start(browser, url, ratio, rounds) {
  const starts = [];
  for (let i = 0; i < rounds; i += 1) starts.push(await one_start(browser, url, ratio));
  return {
    ratio,
    rounds,
    compile_ms: median(starts.map((start) => start.compile_ms)),
    total_ms: median(starts.map((start) => start.total_ms)),
    first_frame_ms: median(starts.map((start) => start.first_frame_ms)),
    memory_bytes: Math.max(...starts.map((start) => start.memory_bytes)),
  };
}
