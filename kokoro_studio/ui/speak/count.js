// How long the text is, once that matters; what is too long is told before it is lost.
import { finder, write } from '../shell/dom.js';

const SHORT = 1000; // characters that nobody counts
const number = count => count.toLocaleString('en');

/** @param {Mounted} component */
export function mount({ element, facts }) {
  const find = finder(element);
  const line = find('.ks-count');
  const problem = find('.ks-too-long');

  window.kokoroCount = text => {
    const count = [...text].length; // as Python counts
    const over = count - facts.most;
    line.hidden = count < SHORT;
    line.textContent = `${number(count)} of ${number(facts.most)} characters`;
    const sentence =
      over <= 0
        ? ''
        : `That is ${number(over)} more than can be spoken at once: shorten the text, or speak it in parts.` +
          (text.length > facts.kept
            ? ' A text this long is not kept when the page is reloaded.'
            : '');
    write(problem, sentence);
  };
}
