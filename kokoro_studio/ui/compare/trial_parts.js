// What a trial is drawn of: its head, its sides, what plays them, and the answers.
import { button, make } from '../shell/dom.js';
import { hear, toggle } from './trial_playing.js';
import { refresh } from './trial_refresh.js';
import { leave, sentence, swap, vote } from './trial_sending.js';
import { multi, quick, sides } from './trial_state.js';

const WORDS = ['Bad', 'Poor', 'Fair', 'Good', 'Excellent']; // ITU-R BS.1534, fifths of the scale
const STEPS = [
  [3, 'much'],
  [2, 'clearly'],
  [1, 'slightly'],
];

export function heading(text) {
  const title = make('h2', 'ks-trial-title', text);
  title.id = 'ks-trial-title';
  title.tabIndex = -1;
  // It is read, not pressed: a ring around it would say otherwise.
  title.style.setProperty('outline', 'none', 'important');
  return title;
}

// Leaving loses a test half done, so it is asked twice there.
export function leaving(test, text) {
  let asked = quick(test) || test.message.kind !== 'trial' || !(test.trial.number > 1);
  const node = button('ks-quiet ks-trial-leave', text, () => {
    if (asked) {
      leave(test);
      return;
    }
    asked = true;
    node.textContent = 'Press again to leave';
  });
  node.addEventListener('blur', () => {
    if (node.textContent === text) return;
    asked = false;
    node.textContent = text;
  });
  return node;
}

export function head(test, { title, question, number, of, training }) {
  const top = make('div', 'ks-trial-top');
  const name = question ? make('p', 'ks-trial-name', title) : heading(title);
  if (training) name.append(make('span', 'ks-trial-training', 'Practice: does not count'));
  const counted = number && !quick(test);
  const count = make('span', 'ks-trial-count', counted ? countOf(number, of) : '');
  top.append(name, count, leaving(test, quick(test) ? 'Close' : 'Leave'));
  const parts = [top];
  if (counted && of) {
    const bar = make('div', 'ks-trial-progress');
    bar.setAttribute('aria-hidden', 'true'); // the words beside it say the same
    bar.append(make('i'));
    parts.push(bar);
  }
  if (question) parts.push(heading(question));
  return parts;
}

export const countOf = (number, of) => (of ? `Trial ${number} of ${of}` : `Trial ${number}`);

export function sideButton(test, side) {
  const node = button('ks-side', undefined, () => hear(test, side.label));
  node.dataset.side = side.label;
  node.append(make('b', 'ks-side-label', side.label));
  if (side.name) node.append(nameOf(side));
  const words = make('span', 'ks-side-words');
  const gauge = make('span', 'ks-side-gauge');
  gauge.append(make('i'));
  node.append(words, gauge);
  return node;
}

export function nameOf({ name, color, rating }) {
  const node = make('span', 'ks-side-name');
  if (color) {
    node.style.setProperty('--ks-hue', color);
    node.append(make('i', 'ks-dot'));
  }
  node.append(make('span', '', name));
  if (rating != null) node.append(make('small', '', `rated ${Math.round(rating)}`));
  return node;
}

const ICON = `<svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
  <path class="ks-icon-play" d="M8 5.5v13l10.5-6.5z"/>
  <path class="ks-icon-pause" d="M7 5.5h3.5v13H7zM13.5 5.5H17v13h-3.5z"/></svg>`;

// Play, place and loop, for whichever side is heard.
export function transport(test, { loops = true } = {}) {
  const row = make('div', 'ks-transport');
  const play = button('ks-trial-play', undefined, () => toggle(test));
  play.innerHTML = ICON;
  const seek = make('input', 'ks-slide ks-trial-seek');
  Object.assign(seek, { type: 'range', min: 0, max: 1, step: 0.01, value: 0 });
  seek.setAttribute('aria-label', 'Position in the sound');
  seek.addEventListener('input', () => test.deck.seek(Number(seek.value)));
  seek.addEventListener('keydown', event => {
    const step = { ArrowRight: 0.5, ArrowUp: 0.5, ArrowLeft: -0.5, ArrowDown: -0.5 }[event.key];
    if (!step) return;
    event.preventDefault();
    test.deck.seek(test.deck.at() + step);
  });
  row.append(play, seek, make('span', 'ks-trial-time'));
  if (loops) {
    const loop = button('ks-toggle ks-trial-loop', 'Loop', () => {
      test.deck.loop = test.looping = !test.looping;
      refresh(test);
    });
    row.append(loop);
  }
  return row;
}

export function sentenceBox(test) {
  const box = make('div', 'ks-trial-sentence');
  const words = make('p');
  words.dir = 'auto';
  if (test.trial.language) words.lang = test.trial.language; // Han characters differ by language
  box.append(words);
  return box;
}

function voteButton(test, text, choice, strength) {
  const node = button('ks-vote', text, () => vote(test, choice, strength));
  node.setAttribute('aria-describedby', 'ks-trial-reason');
  node.dataset.choice = choice;
  if (strength) node.dataset.strength = strength;
  test.votes.push({ node, choice });
  return node;
}

function voteRow(test) {
  const row = make('div', 'ks-votes');
  row.setAttribute('role', 'group');
  row.setAttribute('aria-label', 'Your answer');
  const tie = test.trial.tie ? [voteButton(test, 'No preference', 'tie')] : [];
  if (test.trial.test === 'abx') {
    row.append(voteButton(test, 'X is A', 'X=A'), voteButton(test, 'X is B', 'X=B')); // who cannot tell guesses
  } else if (test.trial.strength) {
    row.classList.add('ks-votes-seven');
    const ofSide = label =>
      STEPS.map(([strength, how]) => voteButton(test, `${label} ${how} better`, label, strength));
    row.append(...ofSide('A'), ...tie, ...ofSide('B').reverse());
  } else {
    row.append(voteButton(test, 'Vote A', 'A'), ...tie, voteButton(test, 'Vote B', 'B'));
  }
  row.addEventListener('keydown', event => {
    const { nextElementSibling: after, previousElementSibling: before } = event.target;
    if (!['ArrowRight', 'ArrowLeft'].includes(event.key)) return;
    event.preventDefault();
    (event.key === 'ArrowRight' ? after : before)?.focus();
  });
  return row;
}

// One stimulus of many: its button, its score, and where that stands on the scale.
function rating(test, side) {
  const row = make('div', 'ks-rating');
  row.dataset.side = side.label;
  const slider = make('input', 'ks-slide');
  Object.assign(slider, { type: 'range', min: 0, max: 100, step: 1, value: 50 });
  slider.setAttribute('aria-label', `Score of ${side.label}`);
  slider.setAttribute('aria-valuetext', 'not rated yet');
  const number = make('output', 'ks-rating-number', '–');
  const word = make('span', 'ks-rating-word', 'not rated yet');
  const rate = () => {
    const score = Number(slider.value);
    test.scores[side.label] = score;
    row.classList.add('ks-rated');
    slider.style.setProperty('--ks-fill', `${score}%`);
    number.textContent = score;
    word.textContent = WORDS[Math.min(4, Math.floor(score / 20))];
    slider.setAttribute('aria-valuetext', `${score}, ${word.textContent}`);
    refresh(test);
  };
  slider.addEventListener('input', rate);
  // The middle is a score, too: it is given by a click on it, or by Enter.
  slider.addEventListener('click', rate);
  slider.addEventListener('keydown', event => {
    if (event.key === 'Enter') rate();
  });
  const scale = make('div', 'ks-rating-scale');
  scale.append(slider);
  row.append(sideButton(test, side), scale, number, word);
  return row;
}

export function ratings(test) {
  const box = make('div', 'ks-ratings');
  const words = make('div', 'ks-rating-words');
  words.setAttribute('aria-hidden', 'true'); // each slider says its own
  words.append(...WORDS.map(word => make('span', '', word)));
  box.append(words, ...test.trial.sides.map(side => rating(test, side)));
  return box;
}

export function foot(test) {
  const box = make('div', 'ks-trial-foot');
  if (quick(test)) {
    const row = make('div', 'ks-votes');
    row.append(
      button('ks-vote ks-swap', 'Swap', () => swap(test)),
      button('ks-vote ks-another', 'Another sentence', () => sentence(test)),
    );
    box.append(row);
    return box;
  }
  const why = make('p', 'ks-trial-reason');
  why.id = 'ks-trial-reason';
  if (multi(test)) {
    const row = make('div', 'ks-votes');
    row.append(voteButton(test, 'Submit', 'submit'));
    test.votes[0].node.classList.add('ks-strong');
    box.append(row, why);
  } else {
    box.append(voteRow(test), why);
  }
  return box;
}

// Pairs of keys and what they do; '+' joins keys that are pressed together.
export function hint(test, ...pairs) {
  test.keysLine.replaceChildren(
    ...pairs.map(([keys, does]) => {
      const one = make('span');
      for (const key of keys) {
        if (key === '+') one.lastChild.replaceWith('+');
        else one.append(make('kbd', '', key), ' ');
      }
      one.append(does);
      return one;
    }),
  );
}

export function hintTrial(test) {
  const labels = multi(test)
    ? ['1', '…', String(sides(test).length)]
    : sides(test).map(side => side.label);
  const pairs = [
    [labels, 'hear'],
    [['Space'], 'play, pause'],
  ];
  if (quick(test)) pairs.push([['N'], 'another sentence']);
  else if (!multi(test)) {
    const abx = test.trial.test === 'abx';
    const verb = test.trial.strength ? 'go to the answers' : abx ? 'X is A, X is B' : 'vote';
    pairs.push([['Shift', '+', 'A', 'Shift', '+', 'B'], verb]);
    if (test.trial.tie && !abx) pairs.push([['N'], 'no preference']);
  }
  hint(test, ...pairs);
}
