// The top of the page: what is told of the model closes by Escape, and by a click beside it.
import { finder } from './dom.js';

/** @param {Mounted} component */
export function mount({ element, trigger }) {
  const about = finder(element)('.ks-weights');
  about.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !about.open) return;
    event.preventDefault();
    about.open = false;
    about.querySelector('summary').focus();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (!about.contains(target)) about.open = false;
  });
  // A mistake is shown as Gradio shows the others.
  document.addEventListener('ks:mistake', ({ detail }) => trigger('error', detail));
}
