// One trial after another. What is heard is the deck's; this draws it, and counts a vote only
// once every side was heard. Nothing of a side is drawn that could give it away: no waveform, no
// length of its own.
const section = element.querySelector('.ks-trial');
const view = element.querySelector('.ks-trial-view');
const alertLine = element.querySelector('.ks-trial-alert');
const keysLine = element.querySelector('.ks-trial-keys');
const find = selector => view.querySelector(selector);
const make = (tag, name, text) => {
  const node = document.createElement(tag);
  if (name) node.className = name;
  if (text !== undefined) node.textContent = text;
  return node;
};
const button = (name, text, act) => {
  const node = make('button', name, text);
  node.type = 'button';
  node.addEventListener('click', act);
  return node;
};
const write = (node, text) => { if (node.textContent !== text) node.textContent = text; };
const say = sentence => write(element.querySelector('.ks-trial-status'), sentence);
const listed = words =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
const hundredths = value => Math.round(value * 100) / 100;

const ANSWER_MILLISECONDS = 12_000; // a vote that stays unanswered may be sent again
const WORDS = ['Bad', 'Poor', 'Fair', 'Good', 'Excellent']; // ITU-R BS.1534, fifths of the scale
const STEPS = [[3, 'much'], [2, 'clearly'], [1, 'slightly']];
const NEXT_KEYS = [['Enter', 'N'], 'next'];

const deck = new Deck(() => roll());
let message = { kind: 'none' };
let trial = null; // the message whose sides are on the deck
let told = false; // what the sides are is known: no more votes
let pending = 0; // the timer of an errand that was sent and not answered
let failed = false; // the sound did not come
let looping = false; // as it was left in the last trial
let scores = {}; // label -> 0 to 100, once moved
let votes = []; // {node, choice}

const quick = () => trial?.test === 'quick';
const multi = () => trial?.test === 'multi';
const sides = () => trial?.sides ?? [];
const unlocked = ({ label, unlock_seconds: need }) => deck.heard(label) >= (need ?? 0);
const allHeard = () => deck.loaded && sides().every(unlocked);

// Why there can be no vote yet; empty once there can.
function reason() {
  if (failed) return 'The sound did not come.';
  if (!deck.loaded) return 'The sound is on its way…';
  const shy = sides().filter(side => !unlocked(side));
  const fresh = shy.filter(side => !deck.heard(side.label)).map(side => side.label);
  if (fresh.length) return `Listen to ${listed(fresh)} first.`;
  if (shy.length) return `Listen to a little more of ${listed(shy.map(side => side.label))}.`;
  const still = multi() ? sides().map(side => side.label).filter(label => !(label in scores)) : [];
  return still.length ? `Rate ${listed(still)} too.` : '';
}

// What the page sends, once, until something comes back.
function send(name, data, sentence) {
  if (pending && name !== 'leave') return;
  clearTimeout(pending);
  pending = setTimeout(() => {
    pending = 0;
    complain('No answer has come yet. You can try again.');
    refresh();
  }, ANSWER_MILLISECONDS);
  alertLine.hidden = true;
  say(sentence);
  trigger(name, data);
  refresh();
}

function vote(choice, strength = null) {
  if (told || pending) return;
  if (reason()) { say(reason()); return; }
  deck.pause();
  const heard = deck.tally(side => side.heard);
  send('vote', {
    token: trial.token,
    choice: multi() ? null : choice,
    strength,
    scores: multi() ? { ...scores } : null,
    heard_seconds: deck.tally(side => hundredths(side.heard)),
    plays: deck.tally(side => side.plays),
    listened_seconds: hundredths(Object.values(heard).reduce((sum, one) => sum + one, 0)),
  }, 'Your answer is on its way.');
}

const next = () => send('next', {}, 'The next one is on its way.');
const sentence = () => send('sentence', {}, 'Another sentence is being spoken.');
const swap = () => send('swap', {}, 'The two change places.');
const leave = () => {
  deck.pause();
  send('leave', {}, 'Leaving.');
};

function complain(words) {
  alertLine.hidden = !words;
  write(alertLine, words);
}

// ---- The parts of a view

function heading(text) {
  const title = make('h2', 'ks-trial-title', text);
  title.id = 'ks-trial-title';
  title.tabIndex = -1;
  // It is read, not pressed: a ring around it would say otherwise.
  title.style.setProperty('outline', 'none', 'important');
  return title;
}

// Leaving loses a test half done, so it is asked twice there.
function leaving(text) {
  let asked = quick() || message.kind !== 'trial' || !(trial.number > 1);
  const node = button('ks-quiet ks-trial-leave', text, () => {
    if (asked) { leave(); return; }
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

function head({ title, question, number, of, training }) {
  const top = make('div', 'ks-trial-top');
  const name = question ? make('p', 'ks-trial-name', title) : heading(title);
  if (training) name.append(make('span', 'ks-trial-training', 'Practice: does not count'));
  const counted = number && !quick();
  const count = make('span', 'ks-trial-count', counted ? countOf(number, of) : '');
  top.append(name, count, leaving(quick() ? 'Close' : 'Leave'));
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

const countOf = (number, of) => (of ? `Trial ${number} of ${of}` : `Trial ${number}`);

function sideButton(side) {
  const node = button('ks-side', undefined, () => hear(side.label));
  node.dataset.side = side.label;
  node.append(make('b', 'ks-side-label', side.label));
  if (side.name) node.append(nameOf(side));
  const words = make('span', 'ks-side-words');
  const gauge = make('span', 'ks-side-gauge');
  gauge.append(make('i'));
  node.append(words, gauge);
  return node;
}

function nameOf({ name, color, rating }) {
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
function transport({ loops = true } = {}) {
  const row = make('div', 'ks-transport');
  const play = button('ks-trial-play', undefined, toggle);
  play.innerHTML = ICON;
  const seek = make('input', 'ks-slide ks-trial-seek');
  Object.assign(seek, { type: 'range', min: 0, max: 1, step: 0.01, value: 0 });
  seek.setAttribute('aria-label', 'Position in the sound');
  seek.addEventListener('input', () => deck.seek(Number(seek.value)));
  seek.addEventListener('keydown', event => {
    const step = { ArrowRight: 0.5, ArrowUp: 0.5, ArrowLeft: -0.5, ArrowDown: -0.5 }[event.key];
    if (!step) return;
    event.preventDefault();
    deck.seek(deck.at() + step);
  });
  row.append(play, seek, make('span', 'ks-trial-time'));
  if (loops) {
    const loop = button('ks-toggle ks-trial-loop', 'Loop', () => {
      deck.loop = looping = !looping;
      refresh();
    });
    row.append(loop);
  }
  return row;
}

function sentenceBox() {
  const box = make('div', 'ks-trial-sentence');
  const words = make('p');
  words.dir = 'auto';
  if (trial.language) words.lang = trial.language; // Han characters differ by language
  box.append(words);
  return box;
}

function voteButton(text, choice, strength) {
  const node = button('ks-vote', text, () => vote(choice, strength));
  node.setAttribute('aria-describedby', 'ks-trial-reason');
  node.dataset.choice = choice;
  if (strength) node.dataset.strength = strength;
  votes.push({ node, choice });
  return node;
}

function voteRow() {
  const row = make('div', 'ks-votes');
  row.setAttribute('role', 'group');
  row.setAttribute('aria-label', 'Your answer');
  const tie = trial.tie ? [voteButton('No preference', 'tie')] : [];
  if (trial.test === 'abx') {
    row.append(voteButton('X is A', 'X=A'), voteButton('X is B', 'X=B')); // who cannot tell guesses
  } else if (trial.strength) {
    row.classList.add('ks-votes-seven');
    const ofSide = label => STEPS.map(([strength, how]) =>
      voteButton(`${label} ${how} better`, label, strength));
    row.append(...ofSide('A'), ...tie, ...ofSide('B').reverse());
  } else {
    row.append(voteButton('Vote A', 'A'), ...tie, voteButton('Vote B', 'B'));
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
function rating(side) {
  const row = make('div', 'ks-rating');
  row.dataset.side = side.label;
  const slider = make('input', 'ks-slide');
  Object.assign(slider, { type: 'range', min: 0, max: 100, step: 1, value: 50 });
  slider.setAttribute('aria-label', `Score of ${side.label}`);
  slider.setAttribute('aria-valuetext', 'not rated yet');
  const number = make('output', 'ks-rating-number', '–');
  const word = make('span', 'ks-rating-word', 'not rated yet');
  slider.addEventListener('input', () => {
    const score = Number(slider.value);
    scores[side.label] = score;
    row.classList.add('ks-rated');
    slider.style.setProperty('--ks-fill', `${score}%`);
    number.textContent = score;
    word.textContent = WORDS[Math.min(4, Math.floor(score / 20))];
    slider.setAttribute('aria-valuetext', `${score}, ${word.textContent}`);
    refresh();
  });
  const scale = make('div', 'ks-rating-scale');
  scale.append(slider);
  row.append(sideButton(side), scale, number, word);
  return row;
}

function ratings() {
  const box = make('div', 'ks-ratings');
  const words = make('div', 'ks-rating-words');
  words.setAttribute('aria-hidden', 'true'); // each slider says its own
  words.append(...WORDS.map(word => make('span', '', word)));
  box.append(words, ...trial.sides.map(rating));
  return box;
}

function foot() {
  const box = make('div', 'ks-trial-foot');
  if (quick()) {
    const row = make('div', 'ks-votes');
    row.append(button('ks-vote ks-swap', 'Swap', swap),
      button('ks-vote ks-another', 'Another sentence', sentence));
    box.append(row);
    return box;
  }
  const why = make('p', 'ks-trial-reason');
  why.id = 'ks-trial-reason';
  if (multi()) {
    const row = make('div', 'ks-votes');
    row.append(voteButton('Submit', 'submit'));
    votes[0].node.classList.add('ks-strong');
    box.append(row, why);
  } else {
    box.append(voteRow(), why);
  }
  return box;
}

// Pairs of keys and what they do; '+' joins keys that are pressed together.
function hint(...pairs) {
  keysLine.replaceChildren(...pairs.map(([keys, does]) => {
    const one = make('span');
    for (const key of keys) {
      if (key === '+') one.lastChild.replaceWith('+');
      else one.append(make('kbd', '', key), ' ');
    }
    one.append(does);
    return one;
  }));
}

function hintTrial() {
  const labels = multi() ? ['1', '…', String(sides().length)] : sides().map(side => side.label);
  const pairs = [[labels, 'hear'], [['Space'], 'play, pause']];
  if (quick()) pairs.push([['N'], 'another sentence']);
  else if (!multi()) {
    const abx = trial.test === 'abx';
    const verb = trial.strength ? 'go to the answers' : abx ? 'X is A, X is B' : 'vote';
    pairs.push([['Shift', '+', 'A', 'Shift', '+', 'B'], verb]);
    if (trial.tie && !abx) pairs.push([['N'], 'no preference']);
  }
  hint(...pairs);
}

// ---- What is on the deck

function hear(label) {
  alertLine.hidden = true;
  deck.choose(label);
}

function toggle() {
  if (deck.playing) deck.pause();
  else deck.play();
}

function hush() {
  if (deck.playing) deck.pause();
}

async function load(wanted, { loop, aloud = false }) {
  failed = false;
  complain('');
  const came = await deck.load(wanted);
  if (came === 'dropped') return;
  failed = came === 'failed';
  if (failed) {
    complain('The sound did not come. ');
    alertLine.append(button('ks-quiet', 'Try again', () => load(wanted, { loop, aloud: true })));
  }
  deck.loop = loop;
  refresh();
  if (aloud && deck.loaded && await deck.awake() && !deck.playing && shown()) deck.play();
}

// Frames only while there is sound to follow.
let rolling = false;
function roll() {
  if (deck.playing) window.kokoroStudio?.pause?.();
  refresh();
  if (rolling) return;
  rolling = true;
  requestAnimationFrame(function frame() {
    rolling = deck.playing;
    if (deck.playing && !element.offsetParent) deck.pause(); // another tab of the page is open
    refresh();
    if (rolling) requestAnimationFrame(frame);
  });
}

function refresh() {
  section.dataset.kind = message.kind;
  section.dataset.hears = deck.playing ? deck.active : '';
  section.setAttribute('aria-busy', String(Boolean(pending)));
  for (const side of sides()) refreshSide(side);
  refreshTransport();
  refreshVotes();
  for (const node of view.querySelectorAll('.ks-errand, .ks-swap, .ks-another')) {
    node.disabled = Boolean(pending);
  }
}

function refreshSide(side) {
  const node = find(`.ks-side[data-side="${CSS.escape(side.label)}"]`);
  if (!node) return;
  const lit = deck.active === side.label && deck.loaded;
  const heard = deck.heard(side.label);
  const open = unlocked(side);
  node.disabled = !deck.loaded;
  node.setAttribute('aria-pressed', String(lit));
  node.classList.toggle('ks-sounding', lit && deck.playing);
  node.dataset.heard = heard.toFixed(2);
  if (quick() || told) return;
  node.classList.toggle('ks-unlocked', open);
  const words = open ? 'heard' : heard ? 'listen on' : 'not heard yet';
  write(node.querySelector('.ks-side-words'), words);
  const share = open ? 1 : heard / side.unlock_seconds;
  node.querySelector('.ks-side-gauge i').style.transform = `scaleX(${share})`;
}

function refreshTransport() {
  const play = find('.ks-trial-play');
  if (!play) return;
  play.disabled = !deck.loaded;
  play.setAttribute('aria-label', deck.playing ? 'Pause' : 'Play');
  play.classList.toggle('ks-playing', deck.playing);
  const seek = find('.ks-trial-seek');
  const at = deck.at();
  seek.disabled = !deck.loaded;
  seek.max = deck.total || 1;
  seek.value = at;
  seek.style.setProperty('--ks-fill', `${deck.total ? (100 * at) / deck.total : 0}%`);
  seek.setAttribute('aria-valuetext', `${at.toFixed(1)} of ${deck.total.toFixed(1)} seconds`);
  write(find('.ks-trial-time'), `${at.toFixed(1)} / ${deck.total.toFixed(1)} s`);
  find('.ks-trial-loop')?.setAttribute('aria-pressed', String(looping));
  const right = find('.ks-sounds-right');
  if (right) right.disabled = Boolean(pending) || !(failed || deck.heard('clip') > 0.5);
}

let wasOpen = false;
function refreshVotes() {
  const sentence = find('.ks-trial-sentence');
  if (sentence) refreshSentence(sentence);
  const why = find('.ks-trial-reason');
  if (!why) return;
  const words = reason();
  write(why, pending ? 'Your answer is on its way…' : words);
  for (const { node } of votes) node.disabled = Boolean(words) || Boolean(pending);
  if (!words && !wasOpen) say(multi() ? 'You can submit now.' : 'You can answer now.');
  wasOpen = !words;
}

function refreshSentence(box) {
  const hidden = trial.hide_text && !told && !allHeard();
  box.classList.toggle('ks-unread', hidden);
  const every = sides().length > 2 ? 'every side has' : 'both have';
  write(box.firstChild, hidden
    ? `The sentence shows once ${every} been heard, so that you listen before you read.`
    : trial.text ?? '');
  box.hidden = !trial.text;
}

// ---- The views: each draws what its message tells

function waiting({ sentence: words, done, of }) {
  const bar = make('div', 'ks-trial-progress');
  bar.setAttribute('role', 'progressbar');
  bar.setAttribute('aria-label', words);
  bar.append(make('i'));
  if (of) {
    Object.entries({ valuemin: 0, valuemax: of, valuenow: done ?? 0 })
      .forEach(([name, number]) => bar.setAttribute(`aria-${name}`, number));
    bar.firstChild.style.transform = `scaleX(${(done ?? 0) / of})`;
  } else bar.classList.add('ks-unsure');
  const line = make('div', 'ks-waiting');
  line.append(make('p', '', words), button('ks-quiet ks-errand', 'Cancel', leave));
  view.replaceChildren(line, bar);
  section.removeAttribute('aria-labelledby');
  section.setAttribute('aria-label', 'Listening test');
  say(words);
}

function levels({ url, sentence: asked }) {
  const words = make('p', 'ks-trial-words', asked ??
    'Put on headphones if you can. Play this voice and set the volume so that it is as loud as ' +
    'somebody talking beside you. Then leave the volume alone until the end.');
  const row = make('div', 'ks-votes');
  row.append(button('ks-vote ks-strong ks-sounds-right', 'It sounds right', next));
  const top = make('div', 'ks-trial-top');
  top.append(make('p', 'ks-trial-name', 'Before the first trial'), leaving('Leave'));
  view.replaceChildren(top, heading('Set a comfortable volume'), words,
    transport({ loops: false }), row);
  load([{ label: 'clip', url }], { loop: true, aloud: true });
}

function begin(value) {
  trial = value;
  scores = {};
  votes = [];
  wasOpen = false;
  told = false;
  const parts = head(value);
  if (multi()) parts.push(transport(), ratings());
  else {
    const row = make('div', 'ks-sides');
    row.append(...value.sides.map(sideButton));
    parts.push(row, transport());
  }
  if (value.text) parts.push(sentenceBox());
  parts.push(foot());
  view.replaceChildren(...parts);
  hintTrial();
  view.classList.toggle('ks-is-quick', quick());
  progress((value.number - 1) / value.of);
  say(value.number && !quick() ? countOf(value.number, value.of) : value.title);
  load(value.sides, { loop: looping, aloud: quick() }); // there, hearing is what was asked for
}

function progress(share) {
  const bar = find('.ks-trial-progress i');
  if (bar) bar.style.transform = `scaleX(${share || 0})`;
}

// The answer to a trial: its sides stay, now with their names, and may be heard again.
function reveal(value) {
  hush();
  told = true;
  if (trial?.token !== value.token) {
    trial = null;
    deck.forget();
    view.replaceChildren(heading(''));
  }
  if (value.text && trial) trial.text = value.text;
  for (const named of value.names ?? []) {
    const node = find(`.ks-side[data-side="${CSS.escape(named.label)}"]`);
    node?.querySelector('.ks-side-words')?.replaceWith(nameOf(named));
    node?.querySelector('.ks-side-gauge')?.remove();
  }
  find('.ks-ratings')?.querySelectorAll('input').forEach(input => { input.disabled = true; });
  const title = find('.ks-trial-title');
  title.textContent = value.sentence;
  title.classList.toggle('ks-good', value.good === true);
  title.classList.toggle('ks-wrong', value.good === false);
  find('.ks-trial-foot')?.remove();
  view.append(onward(value.last ? 'See the result' : 'Next'));
  hint(...(trial ? [[sides().map(side => side.label), 'hear again']] : []), NEXT_KEYS);
  if (trial) progress(trial.number / trial.of);
  say(value.sentence);
}

function onward(text) {
  const box = make('div', 'ks-trial-foot');
  const row = make('div', 'ks-votes');
  row.append(button('ks-vote ks-strong ks-errand ks-next', text, next));
  box.append(row);
  return box;
}

function nothing({ sentence: words }) {
  view.replaceChildren(heading('This one does not count'), make('p', 'ks-trial-words', words),
    onward('Next'));
  hint(NEXT_KEYS);
  say(words);
}

function verdict(value) {
  const row = make('div', 'ks-votes');
  row.append(button('ks-vote ks-errand', 'Again', () => send('again', {}, 'Once more.')),
    button('ks-vote ks-strong ks-errand', 'Done', leave));
  view.replaceChildren(heading(value.title), ...verdictParts(value), row);
  say(value.headline);
}

const VIEWS = { waiting, levels, trial: begin, told: reveal, void: nothing, verdict };
const KEEPS = new Set(['told', 'refused']); // the deck stays as it is

function show() {
  const value = props.value ?? { kind: 'none' };
  if (value.taken) return;
  clearTimeout(pending);
  pending = 0;
  if (value.kind === 'refused') { complain(value.sentence); refresh(); return; }
  // Gradio may send again what stands here already.
  if (value.kind === 'trial' && JSON.stringify(value) === JSON.stringify(message)) return;
  const earlier = message;
  message = value;
  complain('');
  hint();
  if (!KEEPS.has(value.kind)) deck.forget();
  if (!KEEPS.has(value.kind) && value.kind !== 'trial') trial = null;
  section.hidden = !(value.kind in VIEWS);
  element.dataset.kind = value.kind;
  section.removeAttribute('aria-label');
  section.setAttribute('aria-labelledby', 'ks-trial-title');
  if (section.hidden) view.replaceChildren();
  else VIEWS[value.kind](value);
  refresh();
  if (value.kind !== 'waiting' || earlier.kind !== 'waiting') settle();
}

// The focus goes to what is new, unless somebody is writing elsewhere.
function settle() {
  const at = document.activeElement;
  if (!element.offsetParent || (writes(at) && !element.contains(at))) return;
  const title = find('.ks-trial-title');
  title?.focus({ preventScroll: true });
  // The answers, too, should stand above the player at the foot of the page.
  const { top, bottom } = section.getBoundingClientRect();
  const foot = innerHeight - (document.querySelector('#ks-bar')?.offsetHeight ?? 0);
  if (title && (top < 0 || bottom > foot)) section.scrollIntoView({ block: 'start' });
}

// ---- The keyboard

const writes = node => Boolean(node?.closest?.(
  'textarea, select, [contenteditable]:not([contenteditable="false"]), ' +
  'input:not([type=range], [type=checkbox], [type=radio], [type=button])'));
const takesPress = node => node.closest?.('button, a, summary, input, [role=tab], [role=slider]');

function shown() {
  if (section.hidden || !element.offsetParent) return false;
  const { top, bottom } = section.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

// Ours is Space wherever it would not press something else: on the side that is lit, too.
function spaceIsOurs(node) {
  const holder = takesPress(node);
  if (!holder) return true;
  if (!element.contains(holder)) return false;
  return holder.type === 'range' || holder.getAttribute('aria-pressed') === 'true'
    && holder.classList.contains('ks-side');
}

function choiceOf(letter) {
  const choice = trial.test === 'abx' ? `X=${letter}` : letter;
  return votes.filter(other => other.choice === choice);
}

function choose(letter) {
  const [first] = choiceOf(letter);
  if (!first) return null;
  return () => {
    if (!trial.strength) vote(first.choice);
    else if (reason()) say(reason());
    else first.node.focus();
  };
}

function sideOf(key) {
  const labels = sides().map(side => side.label);
  if (multi() && /^[1-9]$/.test(key)) return labels[Number(key) - 1];
  return labels.find(label => label.toLowerCase() === key);
}

// What a key does now, or null.
function act(event) {
  // On a keyboard of another script the place of the key counts.
  const latin = /^[\x20-\x7e]$/.test(event.key);
  const key = (latin ? event.key : event.code.replace(/^(Key|Digit)/, '')).toLowerCase();
  if (key === ' ' || event.code === 'Space') {
    return deck.loaded && spaceIsOurs(event.target) ? toggle : null;
  }
  if (['told', 'void'].includes(message.kind)) {
    if (key === 'n' || (event.key === 'Enter' && !takesPress(event.target))) return next;
  }
  if (!trial || event.key.length > 1) return null;
  if (event.shiftKey) return told || !/^[ab]$/.test(key) ? null : choose(key.toUpperCase());
  if (key === 'n' && quick()) return sentence;
  if (key === 'n' && votes.some(other => other.choice === 'tie')) return () => vote('tie');
  const side = sideOf(key);
  return side === undefined ? null : () => hear(side);
}

// In the capture phase: the page's own keys must not play beside the trial.
function pressed(event) {
  if (!element.isConnected || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') { hush(); return; }
  if (!shown() || writes(event.target)) return;
  const does = act(event);
  if (!does) return;
  event.preventDefault();
  event.stopPropagation();
  if (!event.repeat) does();
}
document.addEventListener('keydown', pressed, true);
// Firefox presses a button when Space is let go.
document.addEventListener('keyup', event => {
  if (event.code !== 'Space' || !shown() || writes(event.target)) return;
  if (deck.loaded && spaceIsOurs(event.target)) event.preventDefault();
}, true);

// Safari lets sound begin only inside a gesture; the trial's comes later.
for (const gesture of ['pointerdown', 'keydown']) {
  document.addEventListener(gesture, () => { if (element.offsetParent) deck.wake(); }, true);
}
// One sound at a time.
document.addEventListener('play', hush, true);
document.addEventListener('ks:take', hush);

watch('value', () => {
  show();
  // Gradio tells of changes only: marked, a second refusal in the same words is one.
  if (['refused', 'void'].includes(props.value?.kind) && !props.value.taken) {
    props.value = { ...props.value, taken: true };
  }
});
show();
