// A line for each trait, from the least to the most among the released voices: dots are the
// parents, the bar is the mix.
import { finder, make } from '../shell/dom.js';

/** @param {Mounted} component */
export function mount({ element, props, trigger, watch }) {
  const find = finder(element);
  const measureButton = find('.ks-measure');
  measureButton.addEventListener('click', () => {
    measureButton.disabled = true;
    measureButton.textContent = 'Measuring…';
    trigger('measure', {});
  });

  function line(row) {
    const node = make('div', 'ks-trait');
    const place = value => `${((value - row.low) / (row.high - row.low || 1)) * 100}%`;
    const number = value => value.toFixed(row.digits);
    const head = make('div', 'ks-trait-head');
    const parents = row.parents.map(parent => `${parent.name} ${number(parent.value)}`).join(', ');
    head.append(
      make('b', '', row.label),
      make('output', '', row.mix === null ? row.missing : `${number(row.mix)} ${row.unit}`),
    );
    const scale = make('div', 'ks-trait-scale');
    scale.setAttribute('role', 'img');
    scale.setAttribute(
      'aria-label',
      `${row.label}, ${row.unit}: ` +
        (row.mix === null ? 'the mix is not measured yet' : `the mix ${number(row.mix)}`) +
        (parents ? `; ${parents}` : ''),
    );
    for (const parent of row.parents) {
      const dot = make('i', 'ks-trait-dot');
      dot.style.left = place(parent.value);
      dot.style.setProperty('--ks-hue', `var(--ks-${parent.language})`);
      dot.title = `${parent.name}: ${number(parent.value)} ${row.unit}`;
      scale.append(dot);
    }
    if (row.mix !== null) {
      const bar = make('i', 'ks-trait-mix');
      bar.style.left = place(row.mix);
      scale.append(bar);
    }
    const ends = make('div', 'ks-trait-ends');
    ends.append(
      make('span', '', row.lowWord),
      make('span', 'ks-trait-parents', parents),
      make('span', '', row.highWord),
    );
    node.append(head, scale, ends);
    return node;
  }

  function show() {
    const value = props.value ?? {};
    measureButton.disabled = Boolean(value.measured) || !value.rows?.length;
    measureButton.textContent = value.measured ? 'Measured' : 'Measure this mix';
    if (value.rows) find('.ks-traits-body').replaceChildren(...value.rows.map(line));
  }
  watch('value', show);
  show();
}
