// Work in pieces: between two of them the browser does what waits, above all what the visitor does.

/**
 * Ends this task; what follows is another one. No timer: those wait 4 ms once they follow one another (HTML 8.6).
 * @returns {Promise<void>}
 */
export function pause() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

const shortest_ms = 4;
const longest_ms = 40; // a tenth of a second is what people notice (RAIL), and a touch may come at its start

/**
 * Steps in tasks of a few milliseconds. Where the browser itself takes long between them, as with the layout of a page of
 * a thousand sections, the tasks grow as long as that, or they would never end.
 * @param {Iterable<() => void>} steps
 */
export async function in_pieces(steps) {
  let share = shortest_ms;
  let began = performance.now();
  for (const step of steps) {
    step();
    const now = performance.now();
    if (now - began < share) continue;
    await pause();
    began = performance.now();
    share = Math.min(longest_ms, Math.max(shortest_ms, began - now));
  }
}
