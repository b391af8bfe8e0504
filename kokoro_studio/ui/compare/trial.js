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

const ANSWER_MILLISECONDS = 30_000; // a vote that stays unanswered may be sent again
const WORDS = ['Bad', 'Poor', 'Fair', 'Good', 'Excellent']; // ITU-R BS.1534, fifths of the scale
const STEPS = [[3, 'much'], [2, 'clearly'], [1, 'slightly']];
const NEXT_KEYS = [['Enter', 'N'], 'next'];

const deck = new Deck(() => roll());
let message = { kind: 'none' };
let trial = null; // the message whose sides are on the deck
let told = false; // what the sides are is known: no more votes
let pending = 0; // the timer of an request_id that was sent and not answered
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
