// The words of the take with their times; the player sends them as they come.
import { finder } from './dom.js';

function cell(row, text, name = '') {
  const node = row.insertCell();
  node.textContent = text;
  if (name) node.className = name;
}

/** @param {Mounted} component */
export function mount({ element }) {
  const find = finder(element);
  /** @type {HTMLTableSectionElement} */
  const body = find('tbody');
  document.addEventListener('ks:take', () => body.replaceChildren());
  document.addEventListener('ks:words', ({ detail }) => {
    find('.ks-times-empty').hidden = true;
    find('.ks-table').hidden = false;
    for (const word of detail.slice(body.rows.length)) {
      const row = body.insertRow();
      cell(row, word.text);
      cell(row, word.phonemes, 'ks-ipa');
      cell(row, word.from.toFixed(2), 'ks-number');
      cell(row, word.to.toFixed(2), 'ks-number');
    }
  });
  document.addEventListener('ks:word', ({ detail }) => {
    for (const row of body.rows) row.classList.remove('ks-now');
    if (!detail) return;
    const now = [...body.rows].find(row => row.cells[2].textContent === detail.from.toFixed(2));
    now?.classList.add('ks-now');
  });
}
