// A gallery's pictures open large. What shows them is loaded when a gallery comes near, or when a picture is about to be
// opened; where it does not come, a picture's link leads to the picture, as it does without script.
import { saves_data } from '../base/data_saving.js';
import { all, behaving } from '../base/behaviours.js';
import { hooks, keep_scroll } from '../navigation/navigation.js';
import { is_plain } from '../navigation/page_link.js';

/**
 * What lightbox.js exports. What it needs of navigation goes in by hand, since it is a bundle of its own.
 * @typedef {{ open: (link: HTMLAnchorElement) => void, follow: () => void }} Lightbox
 * @typedef {{ start: (keep_scroll: () => void) => Lightbox }} LightboxModule
 */

/** CSS pixels around the window in which a gallery counts as near. */
const near = '600px';

/** @type {Promise<Lightbox> | undefined} */
let coming;
/** @type {IntersectionObserver | undefined} */
let watcher;

async function load() {
  const { start } = /** @type {LightboxModule} */ (await import(document.documentElement.dataset.lightbox ?? ''));
  return start(keep_scroll);
}

function lightbox() {
  coming ??= load();
  coming.catch(() => (coming = undefined)); // the next wish asks again
  return coming;
}

function prepare() {
  lightbox().catch((error) => console.info(`lacit: pictures open by themselves, because ${error}`));
}

/** @param {MouseEvent} event */
function clicked(event) {
  const link = behaving(event, 'photo');
  if (!(link instanceof HTMLAnchorElement) || !is_plain(event)) return;
  event.preventDefault();
  lightbox()
    .then((box) => box.open(link))
    .catch(() => location.assign(link.href));
}

/** An address of a picture, or one that was such until now. */
function follow() {
  if (!coming && !location.hash.startsWith('#photo=')) return;
  lightbox().then((box) => box.follow(), prepare);
}

function watch_galleries() {
  watcher?.disconnect();
  follow();
  if (coming || saves_data()) return;
  watcher = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watcher?.disconnect();
      prepare();
    },
    { rootMargin: near },
  );
  for (const gallery of all('gallery')) watcher.observe(gallery);
}

export function start_lightbox_loader() {
  if (!document.documentElement.dataset.lightbox) return;
  const about_to_open = (/** @type {Event} */ event) => {
    if (!coming && behaving(event, 'photo')) prepare();
  };
  for (const name of ['pointerover', 'pointerdown', 'focusin']) {
    document.addEventListener(name, about_to_open, { passive: true });
  }
  document.addEventListener('click', clicked);
  addEventListener('popstate', follow); // after navigation.js, which restores where the page stood
  addEventListener('hashchange', follow);
  hooks.adopt.push(watch_galleries);
  watch_galleries();
}
