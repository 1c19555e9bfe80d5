// Whether and when the painted view starts. The plain view is complete, so every doubt and every failure leaves it there.
import { hooks } from '../navigation/navigation.js';
import { obstacle } from '../base/painting_obstacles.js';
import { offer_other_view, tell_view, wanted_view } from './view_switch.js';

/**
 * What painted.js exports; the hooks go in by hand, since it is a bundle of its own.
 * @typedef {{ start: (hooks: import('../navigation/navigation.js').Hooks) => Promise<void> }} Painted
 */

const idle_limit_ms = 2000;
let loading = false;
let loaded = false;

// Whether it works shows when the program starts: a context to find out takes as long as the one to paint with.
const has_webgl2 = () => 'WebGL2RenderingContext' in window;

/** @param {unknown} reason */
function stay_plain(reason) {
  console.info(`lacit: text view, because ${reason instanceof Error ? reason.message : reason}`);
  offer_other_view();
}

async function load() {
  const address = document.documentElement.dataset.painted;
  if (!address || loading || loaded) return;
  loading = true;
  try {
    const obstructed = obstacle() ?? (has_webgl2() ? null : 'WebGL2 is missing');
    if (obstructed) throw new Error(obstructed);
    const painted = /** @type {Painted} */ (await import(address));
    await painted.start(hooks);
    loaded = true;
    if (wanted_view() === 'plain') tell_view(); // chosen while it was starting
  } catch (error) {
    stay_plain(error);
  } finally {
    loading = false;
  }
}

function when_idle() {
  const later = () => {
    if (wanted_view() === 'painted') void load();
  };
  // Safari has no requestIdleCallback.
  if ('requestIdleCallback' in window) requestIdleCallback(later, { timeout: idle_limit_ms });
  else setTimeout(later, 1);
}

function view_chosen() {
  if (wanted_view() === 'painted' && !loaded) void load(); // from then on the program listens itself
}

// It reads the page that is there when it starts; one that is navigated away meanwhile would be painted over the next.
function refuse_while_loading() {
  if (loading) throw new Error('the painted view is starting');
}

export function start_painted_loader() {
  hooks.prepare.push(refuse_while_loading);
  document.addEventListener('lacit:view', view_chosen);
  if (!document.documentElement.dataset.painted) return offer_other_view();
  if (document.readyState === 'complete') when_idle();
  else addEventListener('load', when_idle, { once: true });
}
