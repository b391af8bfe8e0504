// Nine buttons; the small form is for those who have been here before. A card speaks its sample, and
// puts it into the controls unless that would replace something a person made.
import { button, finder, make } from '../shell/dom.js';

const isOneVoice = formula => /^\s*\w*\s*$/.test(formula);
const controlsOf = ({ text, id }) => [text, id, '', false];

/** @param {Mounted} component */
export function mount({ element, trigger, facts }) {
  const find = finder(element);
  const row = find('.ks-card-row');
  const kept = find('.ks-kept');
  const words = kept.querySelector('span');
  const press = kept.querySelector('button');
  const known = localStorage.getItem('kokoro-studio') !== null;
  row.parentElement.classList.toggle('ks-small', known);

  let card = null; // the last one that was pressed
  let before = null; // the controls it replaced

  const isSample = text => !text.trim() || facts.cards.some(other => other.text === text);

  function offer(sentence, action) {
    words.textContent = sentence;
    press.textContent = action;
    kept.hidden = !sentence;
  }

  press.addEventListener('click', () => {
    trigger('fill', {});
    press.focus();
  });
  document.querySelector('#ks-text')?.addEventListener('input', () => {
    if (before) offer('', '');
  });

  // Each returns the next text, formula, language and phoneme switch.
  window.kokoroCards = {
    pressed: (text, formula, language, editing) => {
      const free = isSample(text) && isOneVoice(formula) && !editing;
      before = null;
      if (free) offer('', '');
      else
        offer(
          `Your text and voice stay as they are; this is the sample in ${card.language}.`,
          'Put the sample into the text',
        );
      return free ? controlsOf(card) : [text, formula, language, editing];
    },
    fill: (...controls) => {
      if (before) {
        const [back, was] = [before, card];
        before = null;
        offer('Your text and voice are back.', `Put the sample in ${was.language} into the text`);
        return back;
      }
      before = controls;
      offer('Your text and voice were replaced by the sample.', 'Undo');
      return controlsOf(card);
    },
    sample: () => [card.text, card.id],
  };

  for (const each of facts.cards) {
    const node = button('ks-card', undefined, () => {
      card = each;
      trigger('choose', {});
    });
    node.dataset.language = each.code;
    node.style.setProperty('--ks-hue', `var(--ks-${each.code})`);
    node.title = each.text;
    const text = make('span', 'ks-card-text', each.text);
    if (each.tag) text.lang = each.tag;
    node.append(
      make('span', 'ks-card-name', each.language),
      text,
      make('span', 'ks-card-voice', each.voice),
    );
    row.append(node);
  }
}
