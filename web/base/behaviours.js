// What several behaviours need of the DOM.

/**
 * The element with that `data-behaviour` around the event's target. Behaviours listen at the document, so that they
 * work for pages that in-app navigation brings later.
 * @param {Event} event
 * @param {string} behaviour
 * @returns {HTMLElement | null}
 */
export function behaving(event, behaviour) {
  const target = event.target instanceof Element ? event.target : null;
  return target ? target.closest(`[data-behaviour="${behaviour}"]`) : null;
}

/**
 * @param {string} behaviour
 * @param {(element: HTMLElement, event: MouseEvent) => void} clicked
 */
export function on_click(behaviour, clicked) {
  document.addEventListener('click', (event) => {
    const element = behaving(event, behaviour);
    if (element) clicked(element, event);
  });
}

/**
 * @param {string} behaviour
 * @returns {HTMLElement[]}
 */
export function all(behaviour) {
  return [...document.querySelectorAll(`[data-behaviour="${behaviour}"]`)].filter(
    (found) => found instanceof HTMLElement,
  );
}

/**
 * The words of a control that has several: `data-value="first|second"`.
 * @param {HTMLElement} element
 * @returns {string[]}
 */
export function words(element) {
  return (element.dataset.value ?? '').split('|').filter((word) => word !== '');
}

/**
 * Changes the text only where it differs: writing the same again would make live regions speak again.
 * @param {HTMLElement} element
 * @param {string} text
 */
export function set_text(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
