// Nine buttons; the small form is for those who have been here before. A card speaks its sample, and
// puts it into the controls unless that would replace something a person made.
const row = element.querySelector('.ks-card-row');
const kept = element.querySelector('.ks-kept');
const words = kept.querySelector('span');
const press = kept.querySelector('button');
const known = localStorage.getItem('kokoro-studio') !== null;
row.parentElement.classList.toggle('ks-small', known);

let card = null; // the last one that was pressed
let before = null; // the controls it replaced

const isSample = text => !text.trim() || facts.cards.some(other => other.text === text);
const isOneVoice = formula => /^\s*\w*\s*$/.test(formula);
const controlsOf = ({ text, id }) => [text, id, '', false];

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
    else offer(`Your text and voice stay as they are; this is the sample in ${card.language}.`,
      'Put the sample into the text');
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
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'ks-card';
  button.dataset.language = each.code;
  button.style.setProperty('--ks-hue', `var(--ks-${each.code})`);
  const part = (name, text, tag) => {
    const span = document.createElement('span');
    span.className = name;
    span.textContent = text;
    if (tag) span.lang = tag;
    button.append(span);
  };
  part('ks-card-name', each.language);
  part('ks-card-text', each.text, each.tag);
  part('ks-card-voice', each.voice);
  button.title = each.text;
  button.addEventListener('click', () => {
    card = each;
    trigger('choose', {});
  });
  row.append(button);
}
