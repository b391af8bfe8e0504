// Who is compared in a blind test: a line for each, with its colour and a way out.
import { button, finder, make } from '../shell/dom.js';

/** @param {Mounted} component */
export function mount({ element, props, trigger, watch }) {
  const find = finder(element);
  const list = find('.ks-contestants ul');
  const empty = find('.ks-contestants-empty');

  function line(row, index) {
    const item = make('li');
    const dot = make('i');
    dot.style.background = row.color || 'var(--ks-bar)';
    const out = button('ks-quiet', '×', () => trigger('remove', { index }), `Remove ${row.name}`);
    item.append(dot, make('b', '', row.name), make('span', '', row.detail), out);
    return item;
  }

  function show() {
    const rows = props.value?.rows ?? [];
    list.replaceChildren(...rows.map(line));
    empty.hidden = rows.length > 0;
  }
  watch('value', show);
  show();
}
