// The views of a listening test: each draws what its message tells.
import { button, make } from '../shell/dom.js';
import {
  countOf,
  foot,
  head,
  heading,
  hint,
  hintTrial,
  leaving,
  nameOf,
  ratings,
  sentenceBox,
  sideButton,
  transport,
} from './trial_parts.js';
import { hush, load } from './trial_playing.js';
import { refresh } from './trial_refresh.js';
import { leave, next, send } from './trial_sending.js';
import { complain, multi, quick, say, sides, writes } from './trial_state.js';
import { verdictParts } from './verdict.js';

const NEXT_KEYS = [['Enter', 'N'], 'next'];

function waiting(test, { sentence: words, done, of }) {
  const bar = make('div', 'ks-trial-progress');
  bar.setAttribute('role', 'progressbar');
  bar.setAttribute('aria-label', words);
  bar.append(make('i'));
  if (of) {
    const range = { valuemin: 0, valuemax: of, valuenow: done ?? 0 };
    for (const [name, number] of Object.entries(range)) bar.setAttribute(`aria-${name}`, number);
    bar.firstChild.style.transform = `scaleX(${(done ?? 0) / of})`;
  } else bar.classList.add('ks-unsure');
  const line = make('div', 'ks-waiting');
  line.append(
    make('p', '', words),
    button('ks-quiet ks-request_id', 'Cancel', () => leave(test)),
  );
  test.view.replaceChildren(line, bar);
  test.section.removeAttribute('aria-labelledby');
  test.section.setAttribute('aria-label', 'Listening test');
  say(test, words);
}

function levels(test, { url, sentence: asked }) {
  const words = make(
    'p',
    'ks-trial-words',
    asked ??
      'Put on headphones if you can. Play this voice and set the volume so that it is as loud as ' +
        'somebody talking beside you. Then leave the volume alone until the end.',
  );
  const row = make('div', 'ks-votes');
  row.append(button('ks-vote ks-strong ks-sounds-right', 'The volume is right', () => next(test)));
  const top = make('div', 'ks-trial-top');
  top.append(make('p', 'ks-trial-name', 'Before the first trial'), leaving(test, 'Leave'));
  test.view.replaceChildren(
    top,
    heading('Set a comfortable volume'),
    words,
    transport(test, { loops: false }),
    row,
  );
  load(test, [{ label: 'clip', url }], { loop: true, aloud: true });
}

function begin(test, value) {
  test.trial = value;
  test.scores = {};
  test.votes = [];
  test.wasOpen = false;
  test.told = false;
  const parts = head(test, value);
  if (multi(test)) parts.push(transport(test), ratings(test));
  else {
    const row = make('div', 'ks-sides');
    row.append(...value.sides.map(side => sideButton(test, side)));
    parts.push(row, transport(test));
  }
  if (value.text) parts.push(sentenceBox(test));
  parts.push(foot(test));
  test.view.replaceChildren(...parts);
  hintTrial(test);
  test.view.classList.toggle('ks-is-quick', quick(test));
  progress(test, (value.number - 1) / value.of);
  say(test, value.number && !quick(test) ? countOf(value.number, value.of) : value.title);
  load(test, value.sides, { loop: test.looping, aloud: quick(test) }); // there, hearing is what was asked for
}

function progress(test, share) {
  const bar = test.find('.ks-trial-progress i');
  if (bar) bar.style.transform = `scaleX(${share || 0})`;
}

// The answer to a trial: its sides stay, now with their names, and may be heard again.
function reveal(test, value) {
  hush(test);
  test.told = true;
  if (test.trial?.token !== value.token) {
    test.trial = null;
    test.deck.forget();
    test.view.replaceChildren(heading(''));
  }
  if (value.text && test.trial) test.trial.text = value.text;
  for (const named of value.names ?? []) {
    const node = test.find(`.ks-side[data-side="${CSS.escape(named.label)}"]`);
    node?.querySelector('.ks-side-words')?.replaceWith(nameOf(named));
    node?.querySelector('.ks-side-gauge')?.remove();
  }
  test
    .find('.ks-ratings')
    ?.querySelectorAll('input')
    .forEach(input => {
      input.disabled = true;
    });
  const title = test.find('.ks-trial-title');
  title.textContent = value.sentence;
  title.classList.toggle('ks-good', value.good === true);
  title.classList.toggle('ks-wrong', value.good === false);
  test.find('.ks-trial-foot')?.remove();
  test.view.append(onward(test, value.last ? 'See the result' : 'Next'));
  hint(
    test,
    ...(test.trial ? [[sides(test).map(side => side.label), 'hear again']] : []),
    NEXT_KEYS,
  );
  if (test.trial) progress(test, test.trial.number / test.trial.of);
  say(test, value.sentence);
}

function onward(test, text) {
  const box = make('div', 'ks-trial-foot');
  const row = make('div', 'ks-votes');
  row.append(button('ks-vote ks-strong ks-request_id ks-next', text, () => next(test)));
  box.append(row);
  return box;
}

function nothing(test, { sentence: words }) {
  test.view.replaceChildren(
    heading('This one does not count'),
    make('p', 'ks-trial-words', words),
    onward(test, 'Next'),
  );
  hint(test, NEXT_KEYS);
  say(test, words);
}

function verdict(test, value) {
  const row = make('div', 'ks-votes');
  row.append(
    button('ks-vote ks-request_id', 'Again', () => send(test, 'again', {}, 'Once more.')),
    button('ks-vote ks-strong ks-request_id', 'Done', () => leave(test)),
  );
  test.view.replaceChildren(heading(value.title), ...verdictParts(test, value), row);
  say(test, value.headline);
}

const VIEWS = { waiting, levels, trial: begin, told: reveal, void: nothing, verdict };
const KEEPS = new Set(['told', 'refused']); // the deck stays as it is

// The design makes room for a trial that is not quick, and for its verdict.
export function makeRoom(test) {
  const tab = test.element.closest('#ks-compare');
  const apart = tab?.dataset.mode && tab.dataset.mode !== 'quick' && test.message.kind !== 'none';
  if (tab) tab.dataset.busy = !apart ? 'no' : test.message.kind === 'verdict' ? 'over' : 'yes';
}

export function show(test) {
  const value = test.props.value ?? { kind: 'none' };
  if (value.taken) return;
  clearTimeout(test.pending);
  test.pending = 0;
  if (value.kind === 'refused') {
    complain(test, value.sentence);
    refresh(test);
    return;
  }
  // Gradio may send again what stands here already.
  if (value.kind === 'trial' && JSON.stringify(value) === JSON.stringify(test.message)) return;
  const earlier = test.message;
  test.message = value;
  complain(test, '');
  hint(test);
  if (!KEEPS.has(value.kind)) test.deck.forget();
  test.replays = [];
  if (!KEEPS.has(value.kind) && value.kind !== 'trial') test.trial = null;
  test.section.hidden = !(value.kind in VIEWS);
  test.element.dataset.kind = value.kind;
  makeRoom(test);
  test.section.removeAttribute('aria-label');
  test.section.setAttribute('aria-labelledby', 'ks-trial-title');
  if (test.section.hidden) test.view.replaceChildren();
  else VIEWS[value.kind](test, value);
  refresh(test);
  if (value.kind !== 'waiting' || earlier.kind !== 'waiting') settle(test);
}

// The focus goes to what is new, unless somebody is writing elsewhere.
function settle(test) {
  const at = document.activeElement;
  if (!test.element.offsetParent || (writes(at) && !test.element.contains(at))) return;
  const title = test.find('.ks-trial-title');
  title?.focus({ preventScroll: true });
  // The answers, too, should stand above the player at the foot of the page.
  const { top, bottom } = test.section.getBoundingClientRect();
  /** @type {HTMLElement | null} */
  const bar = document.querySelector('#ks-bar');
  const foot = innerHeight - (bar?.offsetHeight ?? 0);
  if (title && (top < 0 || bottom > foot)) test.section.scrollIntoView({ block: 'start' });
}
