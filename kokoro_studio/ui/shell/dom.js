// Elements: made, found and written in, as every component does it.

/**
 * @param {string} tag
 * @param {string} [name] its classes
 * @param {any} [text] written as text, never as markup
 * @returns {any}
 */
export function make(tag, name, text) {
  const node = document.createElement(tag);
  if (name) node.className = name;
  if (text !== undefined) node.textContent = text;
  return node;
}

/**
 * @param {string} name its classes
 * @param {string | undefined} text none for a button that is filled later
 * @param {(event: Event) => void} act
 * @param {string} [label] what a screen reader says instead of the text
 * @returns {HTMLButtonElement}
 */
export function button(name, text, act, label) {
  const node = make('button', name, text);
  node.type = 'button';
  if (label) node.setAttribute('aria-label', label);
  node.addEventListener('click', act);
  return node;
}

/**
 * The first element inside of `root` that fits a selector.
 * @param {Element} root
 * @returns {(selector: string) => any}
 */
export const finder = root => selector => root.querySelector(selector);

/**
 * Screen readers read what is written again, even if it is the same.
 * @param {Node} node
 * @param {string} text
 */
export function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * A message to the other components.
 * @param {string} name
 * @param {unknown} [detail]
 */
export const announce = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));

/**
 * The bytes of a base64 text.
 * @param {string} text
 */
export const bytesOf = text => Uint8Array.from(atob(text), each => each.charCodeAt(0));

/**
 * Save a file of the studio, as if its link had been pressed.
 * @param {string} url
 * @param {string} name
 */
export function download(url, name) {
  const link = make('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}
