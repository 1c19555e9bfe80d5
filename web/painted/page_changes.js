// Tells the program what changes in the page: the DOM is the truth about state, in both views.

/** What is in a dialog the browser draws, in both views: nothing in it is the program's. @param {Element | null} [element] */
const in_dialog = (element) => element?.closest('dialog') != null;

/** @param {EventTarget | Node | null} target @returns {number} -1: no node that the program draws */
function node_of(target) {
  const element = target instanceof Element && !in_dialog(target) ? target.closest('[data-n]') : null;
  return element ? Number(element.getAttribute('data-n')) : -1;
}

/**
 * @param {import('./program.js').Program} program
 * @param {Element} element
 */
export function send_state(program, element) {
  const id = Number(element.getAttribute('data-n'));
  program.hidden(id, element.hasAttribute('hidden'));
  if (element instanceof HTMLDetailsElement) program.open(id, element.open);
  if (element instanceof HTMLAnchorElement) program.current(id, element.hasAttribute('aria-current'));
  if (element instanceof HTMLInputElement && element.type === 'checkbox') program.checked(id, element.checked);
  if (element.hasAttribute('aria-invalid')) program.invalid(id, element.getAttribute('aria-invalid') === 'true');
  // While a file is dragged over it no pointer event comes.
  if (element.matches('[data-behaviour="form-drop"]')) program.hover(element.hasAttribute('data-over') ? id : -1);
  if (element instanceof HTMLProgressElement) program.progress(id, element.position);
  if (element.matches('button, [role="status"], [data-behaviour="told"]')) program.text(id, element.textContent ?? '');
}

/**
 * What came and went in a node that holds others.
 * @param {import('./program.js').Program} program
 * @param {import('./truth.js').Truth} truth
 * @param {MutationRecord} record
 */
function send_children(program, truth, { target, addedNodes, removedNodes }) {
  for (const node of [...removedNodes, ...addedNodes]) {
    const gone = truth.nodes_in(node);
    for (const [id, element] of gone) program.hidden(id, !element.isConnected || element.hasAttribute('hidden'));
  }
  const holder = target instanceof Element ? target.closest('[data-n]') : null;
  if (holder) truth.parts(holder);
}

/**
 * @param {import('./program.js').Program} program
 * @param {import('./truth.js').Truth} truth
 * @param {() => void} changed
 * @param {() => void} doubt called when a block may be set otherwise
 */
export function watch_page(program, truth, changed, doubt) {
  const observer = new MutationObserver((records) => {
    let drawn = false;
    /** @type {Set<Element>} */
    const blocks = new Set();
    for (const record of records) {
      const element = record.target instanceof Element ? record.target : record.target.parentElement;
      if (in_dialog(element)) continue;
      drawn = true;
      const node = element?.closest('[data-n]');
      if (node) send_state(program, node);
      const block = truth.block_of(element);
      if (block) blocks.add(block);
      else if (record.type === 'childList') send_children(program, truth, record);
      if (record.attributeName === 'dir') doubt();
    }
    for (const block of blocks) truth.mend(block);
    if (drawn) changed();
  });
  const observe = () =>
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['hidden', 'open', 'aria-current', 'aria-invalid', 'value', 'data-over', 'dir'],
    });
  observe();
  return {
    /** Changes of our own (lines cut, geometry) are not news. @param {() => void} work */
    quietly(work) {
      work();
      observer.takeRecords();
    },
  };
}

/**
 * @param {import('./program.js').Program} program
 * @param {() => void} changed
 */
export function watch_pointer(program, changed) {
  /** @param {(event: PointerEvent) => void} act */
  const then = (act) => (/** @type {PointerEvent} */ event) => {
    act(event);
    changed();
  };
  // A finger has no hover: what it touched would stay lit.
  document.addEventListener(
    'pointerover',
    then((event) => event.pointerType === 'mouse' && program.hover(node_of(event.target))),
  );
  document.documentElement.addEventListener(
    'pointerleave',
    then(() => program.hover(-1)),
  );
  document.addEventListener(
    'pointerdown',
    then((event) => program.press(node_of(event.target))),
  );
  for (const name of /** @type {const} */ (['pointerup', 'pointercancel'])) {
    document.addEventListener(
      name,
      then(() => program.press(-1)),
    );
  }
}

/**
 * @param {import('./program.js').Program} program
 * @param {() => void} changed
 */
export function watch_focus(program, changed) {
  document.addEventListener('focusin', (event) => {
    const visible = event.target instanceof Element && event.target.matches(':focus-visible:not(main, h1)');
    program.focus(node_of(event.target), visible);
    changed();
  });
  document.addEventListener('focusout', () => {
    program.focus(-1, false);
    changed();
  });
  document.addEventListener('change', (event) => {
    if (event.target instanceof Element && event.target.matches('[data-n]')) send_state(program, event.target);
    changed();
  });
}

/**
 * Theme, contrast and motion, by the visitor's choice or by the system's.
 * @param {import('./program.js').Program} program
 * @param {() => void} changed
 */
export function watch_preferences(program, changed) {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const reduced = matchMedia('(prefers-reduced-motion: reduce)');
  const more_contrast = matchMedia('(prefers-contrast: more)');
  const send = () => {
    const chosen = document.documentElement.dataset.theme;
    program.dark(chosen ? chosen === 'dark' : dark.matches);
    program.more_contrast(more_contrast.matches);
    program.reduce_motion(reduced.matches);
    changed();
  };
  for (const preference of [dark, more_contrast, reduced]) preference.addEventListener('change', send);
  new MutationObserver(send).observe(document.documentElement, { attributeFilter: ['data-theme'] });
  send();
}
