// Equal loudness, pauses and the sample rate of downloads; and a manifest that is loaded again.
import { finder } from '../shell/dom.js';

const secondsIn = input => (input.value.trim() === '' ? null : Number(input.value));

/** @param {Mounted} component */
export function mount({ element, props, trigger, watch, facts }) {
  const find = finder(element);
  const equal = find('.ks-equal input');
  /** @type {NodeListOf<HTMLInputElement>} */
  const inputs = element.querySelectorAll('fieldset input');
  const pauses = [...inputs];
  const rate = find('select');
  const file = find('[type=file]');
  const note = find('.ks-restore p');

  function describe() {
    const count = pauses.filter(input => secondsIn(input) !== null).length;
    const changed = [
      count ? `${count} ${count === 1 ? 'pause' : 'pauses'} set` : '',
      Number(rate.value) === facts.usual_rate ? '' : rate.selectedOptions[0].textContent,
    ].filter(Boolean);
    find('.ks-more-set').textContent = changed.join(', ');
  }

  function send() {
    note.hidden = true;
    describe();
    props.value = {
      equal_loudness: equal.checked,
      pauses: Object.fromEntries(pauses.map(input => [input.dataset.name, secondsIn(input)])),
      sample_rate: Number(rate.value),
      note: '',
    };
    trigger('change');
  }

  function show() {
    const value = props.value ?? {};
    equal.checked = Boolean(value.equal_loudness);
    for (const input of pauses) input.value = value.pauses?.[input.dataset.name] ?? '';
    rate.value = String(value.sample_rate ?? facts.usual_rate);
    note.textContent = value.note ?? '';
    note.hidden = !value.note;
    describe();
  }

  // The times of the words stay here: they are not needed to speak it again.
  async function restore(chosen) {
    let recipe = null;
    try {
      const { segments, skipped, ...needed } = JSON.parse(await chosen.text());
      recipe = needed;
    } catch {
      /* the server says what a manifest is */
    }
    trigger('restore', { recipe });
  }

  for (const input of [equal, rate, ...pauses]) input.addEventListener('change', send);
  find('.ks-restore button').addEventListener('click', () => file.click());
  file.addEventListener('change', () => {
    if (file.files.length) restore(file.files[0]);
    file.value = ''; // so that the same file can be chosen again
  });
  element.addEventListener('dragover', event => event.preventDefault());
  element.addEventListener('drop', event => {
    event.preventDefault();
    if (event.dataTransfer.files.length) restore(event.dataTransfer.files[0]);
  });
  watch('value', show);
  show();
}
