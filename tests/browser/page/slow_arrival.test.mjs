// A page that comes in pieces, as over a bad line or to a slow device: what is shown of it stays where it is.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { launch, settled } from '../support/browser.mjs';
import { start_server } from '../support/server.mjs';

const pause = 400; // milliseconds

/** Hands on what the site's server says; pages stop for a while wherever the text is met. @param {string} origin @param {string} at */
async function slow_line(origin, at) {
  const server = createServer(async (request, response) => {
    const answer = await fetch(origin + request.url);
    const body = Buffer.from(await answer.arrayBuffer());
    const type = answer.headers.get('content-type') ?? '';
    response.writeHead(answer.status, { 'content-type': type });
    const cut = type.startsWith('text/html') ? body.indexOf(at) : -1;
    if (cut > 0) {
      response.write(body.subarray(0, cut));
      // eslint-disable-next-line no-restricted-syntax -- time itself: a line that stops, and the browser shows what it has
      await delay(pause);
    }
    response.end(body.subarray(Math.max(0, cut)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { origin: `http://127.0.0.1:${port}`, stop: () => server.close().closeAllConnections() };
}

/** Runs in the page. @returns {Promise<{ moved: string[], shown: number }>} what moved; when something was first shown, milliseconds */
function looked_at() {
  return new Promise((resolve) => {
    /** @type {string[]} */
    const moved = [];
    new PerformanceObserver((list) => {
      for (const entry of /** @type {any[]} */ (list.getEntries()))
        moved.push(`${entry.value} ${entry.sources[0]?.node?.className}`);
    }).observe({ type: 'layout-shift', buffered: true });
    const [first] = performance.getEntriesByName('first-contentful-paint');
    setTimeout(() => resolve({ moved, shown: first?.startTime ?? 0 }), 100);
  });
}

const site = await start_server();
const browser = await launch();
after(async () => {
  await browser.close();
  await site.stop();
});

for (const [piece, text] of [
  ['the crisis bar', '988</'],
  ['the menus', '/events/"'],
]) {
  test(`nothing moves where the line stops in ${piece}`, async () => {
    const line = await slow_line(site.origin, text ?? '');
    after(line.stop);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${line.origin}/training/`); // and the font is there
    await page.goto(`${line.origin}/programs/`);
    await settled(page, 'painted');
    const { moved, shown } = await page.evaluate(looked_at);
    assert.deepEqual(moved, []);
    assert.ok(shown > pause, `shown after ${shown} ms, when half of the frame was there`);
    await page.close();
  });
}
