// Two bars and a sentence; the words carry what the colours say.
import { finder } from '../shell/dom.js';

/** @param {Mounted} component */
export function mount({ element, props, watch }) {
  const find = finder(element);
  /** @type {NodeListOf<HTMLElement>} */
  const rows = element.querySelectorAll('[data-half]');

  function show() {
    const value = props.value ?? {};
    if (!value.halves) return;
    find('.ks-meter-figures').hidden = !value.figures;
    find('.ks-meter-figures p').textContent = value.figures;
    find('.ks-meter').dataset.level = value.level;
    find('.ks-meter-words').textContent = value.sentence;
    for (const row of rows) {
      const within = finder(row);
      const half = value.halves[row.dataset.half];
      row.hidden = !half;
      if (!half) continue;
      row.dataset.level = half.level;
      within('i').style.width = `${half.fill * 100}%`;
      within('output').textContent = half.words;
    }
  }
  watch('value', show);
  show();
}
