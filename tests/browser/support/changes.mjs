// What others do to a page: translators, helpers for readers, extensions, visitors with styles of their own. Each change
// runs in the page and gives back how to undo it.

/**
 * @typedef {object} Change
 * @property {() => unknown} make runs in the page, and leaves `window.undo`
 * @property {boolean} [stays_painted] nothing of it is seen, and no block is given up
 * @property {boolean} [for_good] there is no way back
 */

/** @type {Record<string, Change>} */
export const changes_of_words = {
  'every text node of main gets other words, in place': {
    make: () => {
      const walker = document.createTreeWalker(document.querySelector('main') ?? document, NodeFilter.SHOW_TEXT);
      /** @type {[Text, string][]} */
      const before = [];
      while (walker.nextNode())
        before.push([/** @type {Text} */ (walker.currentNode), walker.currentNode.nodeValue ?? '']);
      for (const [node] of before) node.data = node.data.toUpperCase();
      Object.assign(window, { undo: () => before.forEach(([node, text]) => (node.data = text)) });
    },
  },
  'every text of main in two fonts, as a translator does it, without a mark on the root': {
    make: () => {
      const walker = document.createTreeWalker(document.querySelector('main') ?? document, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
      const undo = texts
        .filter((text) => text.data.trim() !== '')
        .map((text) => {
          const outer = document.createElement('font');
          const inner = document.createElement('font');
          inner.textContent = text.data.toUpperCase();
          outer.append(inner);
          text.replaceWith(outer);
          return () => outer.replaceWith(text);
        });
      Object.assign(window, { undo: () => undo.forEach((back) => back()) });
    },
  },
  'a font at the end of each paragraph': {
    make: () => {
      const fonts = [...document.querySelectorAll('main p')].map((paragraph) => {
        const font = document.createElement('font');
        font.textContent = ' (traducido)';
        paragraph.append(font);
        return font;
      });
      Object.assign(window, { undo: () => fonts.forEach((font) => font.remove()) });
    },
  },
  'other words in the heading alone': {
    make: () => {
      const heading = document.querySelector('h1');
      const before = [...(heading?.childNodes ?? [])];
      if (heading) heading.textContent = 'Más seguridad para quienes responden primero';
      Object.assign(window, { undo: () => heading?.replaceChildren(...before) });
    },
  },
  'a word of a paragraph marked, as a finder does it': {
    make: () => {
      const paragraph = document.querySelector('.hero-text p, main p');
      const text = document.createTreeWalker(paragraph ?? document, NodeFilter.SHOW_TEXT).nextNode();
      const mark = document.createElement('mark');
      const range = document.createRange();
      if (text) range.setStart(text, 2);
      if (text) range.setEnd(text, 8);
      range.surroundContents(mark);
      Object.assign(window, { undo: () => mark.replaceWith(...mark.childNodes) });
    },
  },
  'a paragraph replaced by another element': {
    make: () => {
      const paragraph = document.querySelector('main p');
      const other = document.createElement('p');
      other.textContent = 'Another paragraph stands here now, and is read.';
      paragraph?.replaceWith(other);
      Object.assign(window, { undo: () => paragraph && other.replaceWith(paragraph) });
    },
  },
  'a paragraph taken away': {
    make: () => {
      const paragraph = document.querySelector('main p');
      const place = document.createComment('');
      paragraph?.replaceWith(place);
      Object.assign(window, { undo: () => paragraph && place.replaceWith(paragraph) });
    },
  },
  'a section written anew by innerHTML': {
    for_good: true,
    make: () => {
      const card = document.querySelector('main .card');
      if (card) card.innerHTML = card.innerHTML.replace('Officers', 'Everybody');
    },
  },
  'a box of somebody between the sections': {
    make: () => {
      const box = document.createElement('div');
      box.style.cssText = 'padding:20px;border:1px solid red';
      box.textContent = 'A box that an extension put here.';
      document.querySelector('main section:nth-of-type(2)')?.prepend(box);
      Object.assign(window, { undo: () => box.remove() });
    },
  },
  'bare words between the blocks': {
    make: () => {
      const words = document.createTextNode('Bare words.');
      document.querySelector('main .hero-text, main section > *')?.append(words);
      Object.assign(window, { undo: () => words.remove() });
    },
  },
  'a text node split in two': {
    stays_painted: true,
    make: () => {
      const text = /** @type {Text} */ (
        document.createTreeWalker(document.querySelector('h1') ?? document, NodeFilter.SHOW_TEXT).nextNode()
      );
      text.splitText(3);
      Object.assign(window, { undo: () => text.parentNode?.normalize() });
    },
  },
  'the spans of our lines taken away': {
    stays_painted: true,
    make: () => {
      for (const line of document.querySelectorAll('h1 .line, h1 .eol')) line.replaceWith(...line.childNodes);
      Object.assign(window, { undo: () => {} });
    },
  },
  'another language is said of it, and nothing else': {
    stays_painted: true,
    make: () => {
      document.documentElement.lang = 'de';
      Object.assign(window, { undo: () => (document.documentElement.lang = 'en') });
    },
  },
  'a ground by a style attribute': {
    make: () => {
      const section = /** @type {HTMLElement} */ (document.querySelector('main section:nth-of-type(2)'));
      section.style.background = '#fee';
      Object.assign(window, { undo: () => section.style.removeProperty('background') });
    },
  },
  'another class': {
    make: () => {
      const card = /** @type {HTMLElement} */ (document.querySelector('main .card'));
      card.classList.replace('card', 'statement');
      Object.assign(window, { undo: () => card.classList.replace('statement', 'card') });
    },
  },
  'colours of the theme by a style attribute': {
    make: () => {
      document.documentElement.style.setProperty('--brand', '#802020');
      Object.assign(window, { undo: () => document.documentElement.style.removeProperty('--brand') });
    },
  },
  'the canvas taken away': {
    make: () => {
      const canvas = /** @type {HTMLElement} */ (document.querySelector('canvas'));
      if (!canvas) return Object.assign(window, { undo: () => {} });
      canvas.remove();
      Object.assign(window, { undo: () => document.body.prepend(canvas) });
    },
  },
  'a card moved behind the others': {
    make: () => {
      const grid = document.querySelector('.card-grid');
      const first = grid?.firstElementChild;
      if (first) grid.append(first);
      Object.assign(window, { undo: () => first && grid.prepend(first) });
    },
  },
  'a heading hidden by its style attribute': {
    make: () => {
      const heading = document.querySelector('h1');
      heading?.style.setProperty('visibility', 'hidden');
      Object.assign(window, { undo: () => heading?.style.removeProperty('visibility') });
    },
  },
  'words typed into an editable paragraph': {
    make: () => {
      const paragraph = /** @type {HTMLElement} */ (document.querySelector('main p'));
      const before = paragraph.textContent;
      paragraph.contentEditable = 'true';
      paragraph.focus({ preventScroll: true });
      getSelection()?.selectAllChildren(paragraph);
      document.execCommand('insertText', false, 'Typed by somebody');
      Object.assign(window, {
        undo: () => {
          paragraph.removeAttribute('contenteditable');
          paragraph.textContent = before;
        },
      });
    },
  },
  'an icon of an extension beside a field, out of flow': {
    stays_painted: true,
    make: () => {
      const icon = document.createElement('div');
      icon.style.cssText = 'position:absolute;width:1px;height:1px';
      document.querySelector('main section')?.append(icon);
      Object.assign(window, { undo: () => icon.remove() });
    },
  },
};
