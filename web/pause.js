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

/**
 * Each step as a task of its own.
 * @param {Iterable<() => void>} steps
 */
export async function in_pieces(steps) {
  for (const step of steps) {
    step();
    await pause();
  }
}
