import { start_chromium } from './tests/engines/support/chromium.mjs';
import { start_firefox } from './tests/engines/support/firefox.mjs';
import { start_webkit } from './tests/engines/support/webkit.mjs';
import { writeFileSync } from 'node:fs';
for (const start of [start_webkit]) {
  const t0 = Date.now();
  try {
    const engine = await start();
    console.log(engine.name, 'started', Date.now() - t0);
    for (const ratio of [1, 2]) {
    const tab = await engine.open({ width: 1280, height: 800, ratio });
    await tab.go('http://127.0.0.1:8099/');
    for (let i = 0; i < 60; i++) {
      const v = await tab.evaluate(() => document.documentElement.dataset.view);
      if (v === 'painted') break;
      await new Promise(r => setTimeout(r, 250));
    }
    console.log(engine.name, ratio, Date.now() - t0, JSON.stringify(await tab.evaluate(() => [document.documentElement.dataset.view, innerWidth, innerHeight, devicePixelRatio, window.lacit?.stats(), navigator.userAgent])));
    writeFileSync(`/tmp/lead/e-${engine.name}-${ratio}.png`, await tab.screenshot());
    await tab.close();
    }
    await engine.close();
  } catch (e) { console.log('FAILED', e); }
}
process.exit(0);
