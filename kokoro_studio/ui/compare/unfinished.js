// Tests that were left before their end: a button for each leads back to it.
import { button, finder, make } from '../shell/dom.js';

/** @param {Mounted} component */
export function mount({ element, props, trigger, watch }) {
  const list = finder(element)('.ks-unfinished');

  function line({ session, words, who }) {
    const node = button('ks-quiet', words, () => trigger('resume', { session }));
    node.append(make('small', '', who));
    return node;
  }

  function show() {
    list.replaceChildren(...(props.value?.tests ?? []).map(line));
  }
  watch('value', show);
  show();
}
