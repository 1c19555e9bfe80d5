// The dialog's elements, by what they do, and what they say.

/** Screen readers miss a change of a live region in the moment that its dialog opens. */
const settle_ms = 150;
const note_ms = 4000;
const root = document.documentElement;

/** @param {string} text */
const sentence = (text) => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** @param {HTMLDialogElement} dialog */
export function parts_of(dialog) {
  /** @param {string} name @returns {HTMLElement} */
  const part = (name) => {
    const found = dialog.querySelector(`[data-behaviour="lightbox-${name}"]`);
    if (!(found instanceof HTMLElement)) throw new Error(`a lightbox without ${name}`);
    return found;
  };
  return new Parts(dialog, part);
}

class Parts {
  #part;
  #count;
  #caption;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #saying;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #noting;

  /** @param {HTMLDialogElement} dialog @param {(name: string) => HTMLElement} part */
  constructor(dialog, part) {
    this.dialog = dialog;
    this.#part = part;
    this.stage = part('stage');
    this.next = part('next');
    this.close = part('close');
    this.#count = /** @type {HTMLElement} */ (dialog.querySelector('#lightbox-count'));
    this.#caption = /** @type {HTMLElement} */ (dialog.querySelector('#lightbox-caption'));
    this.words = { copied: part('note').dataset.value ?? '' };
    for (const button of dialog.querySelectorAll('.lightbox-button')) {
      button.setAttribute('title', button.textContent ?? ''); // what an icon means, for those who point at it
    }
  }

  /** @param {string} name @param {() => void} pressed */
  on = (name, pressed) => this.#part(name).addEventListener('click', pressed);

  /** @param {boolean} several */
  show(several) {
    for (const name of ['next', 'previous']) this.#part(name).hidden = !several;
    const { dialog, next, close } = this;
    // So that focus goes there in one step: screen readers would tell of both.
    next.autofocus = several;
    close.autofocus = !several;
    dialog.hidden = false;
    // The page behind keeps its width, and so its place, without its scroll bar.
    dialog.toggleAttribute('data-bar', innerWidth > root.clientWidth);
    // Magnified by two fingers, the page must let itself be moved: else a button out of sight could not be reached.
    dialog.toggleAttribute('data-magnified', (visualViewport?.scale ?? 1) > 1.01);
    if (!dialog.open) dialog.showModal();
  }

  hide() {
    if (this.dialog.open) this.dialog.close();
    // No browser tells that the scroll bar is back, by whose width the painted view is laid out.
    if (this.dialog.hasAttribute('data-bar')) dispatchEvent(new Event('resize'));
    clearTimeout(this.#saying);
    for (const name of ['said', 'note']) this.#part(name).textContent = '';
  }

  clear() {
    for (const frame of this.stage.querySelectorAll('.lightbox-frame')) frame.remove();
  }

  /** @param {number} number @param {number} count */
  #counted(number, count) {
    return (this.#count.dataset.value ?? '')
      .replaceAll('{number}', String(number))
      .replaceAll('{count}', String(count));
  }

  /**
   * @param {import('./photos.js').Photo} photo
   * @param {number} number from 1
   * @param {number} count
   */
  describe(photo, number, count) {
    const position = this.#counted(number, count);
    this.#count.textContent = position;
    this.#caption.textContent = photo.caption;
    this.#caption.hidden = photo.caption === '';
    this.#part('alt').textContent = photo.alt;
    const download = /** @type {HTMLAnchorElement} */ (this.#part('download'));
    download.href = photo.address;
    download.download = photo.id + (/\.\w+$/.exec(new URL(photo.address).pathname)?.[0] ?? '');
    // On opening too: Orca does not say a dialog's name in Firefox.
    this.#say(
      [position, photo.caption, photo.alt]
        .filter((text) => text !== '')
        .map(sentence)
        .join(' '),
    );
  }

  /** @param {string} text */
  #say(text) {
    clearTimeout(this.#saying);
    this.#part('said').textContent = '';
    this.#saying = setTimeout(() => (this.#part('said').textContent = text), settle_ms);
  }

  /** Seen and heard for a while. @param {string} text */
  note = (text) => {
    clearTimeout(this.#noting);
    this.#part('note').textContent = text;
    this.#noting = setTimeout(() => (this.#part('note').textContent = ''), note_ms);
  };

  /** @param {'coming' | 'there' | 'failed'} state */
  tell_state(state) {
    const failed = this.#part('failed');
    failed.hidden = state !== 'failed';
    this.stage.setAttribute('aria-busy', String(state === 'coming'));
    if (state === 'failed') this.#say(failed.querySelector('.lightbox-text')?.textContent ?? '');
  }
}
