// The keyboard of a listening test.
import { hear, hush, toggle } from './trial_playing.js';
import { next, sentence, vote } from './trial_sending.js';
import { multi, quick, reason, say, shown, sides, writes } from './trial_state.js';

const takesPress = node => node.closest?.('button, a, summary, input, [role=tab], [role=slider]');

// Ours is Space wherever it would not press something else: on the side that is lit, too.
function spaceIsOurs(test, node) {
  const holder = takesPress(node);
  if (!holder) return true;
  if (!test.element.contains(holder)) return false;
  return (
    holder.type === 'range' ||
    (holder.getAttribute('aria-pressed') === 'true' && holder.classList.contains('ks-side'))
  );
}

function choiceOf(test, letter) {
  const choice = test.trial.test === 'abx' ? `X=${letter}` : letter;
  return test.votes.filter(other => other.choice === choice);
}

function choose(test, letter) {
  const [first] = choiceOf(test, letter);
  if (!first) return null;
  return () => {
    if (!test.trial.strength) vote(test, first.choice);
    else if (reason(test)) say(test, reason(test));
    else first.node.focus();
  };
}

function sideOf(test, key) {
  const labels = sides(test).map(side => side.label);
  if (multi(test) && /^[1-9]$/.test(key)) return labels[Number(key) - 1];
  return labels.find(label => label.toLowerCase() === key);
}

// What a key does now, a function of the test, or null.
function act(test, event) {
  // On a keyboard of another script the place of the key counts.
  const latin = /^[\x20-\x7e]$/.test(event.key);
  const key = (latin ? event.key : event.code.replace(/^(Key|Digit)/, '')).toLowerCase();
  if (key === ' ' || event.code === 'Space') {
    return test.deck.loaded && spaceIsOurs(test, event.target) ? toggle : null;
  }
  if (['told', 'void'].includes(test.message.kind)) {
    if (key === 'n' || (event.key === 'Enter' && !takesPress(event.target))) return next;
  }
  if (!test.trial || event.key.length > 1) return null;
  if (event.shiftKey)
    return test.told || !/^[ab]$/.test(key) ? null : choose(test, key.toUpperCase());
  if (key === 'n' && quick(test)) return sentence;
  if (key === 'n' && test.votes.some(other => other.choice === 'tie'))
    return () => vote(test, 'tie');
  const side = sideOf(test, key);
  return side === undefined ? null : () => hear(test, side);
}

// In the capture phase: the page's own keys must not play beside the trial.
function pressed(test, event) {
  if (!test.element.isConnected || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') {
    hush(test);
    return;
  }
  if (!shown(test) || writes(event.target)) return;
  const does = act(test, event);
  if (!does) return;
  event.preventDefault();
  event.stopPropagation();
  if (!event.repeat) does(test);
}
export function listenToTrialKeys(test) {
  document.addEventListener('keydown', event => pressed(test, event), true);
  // Firefox presses a button when Space is let go.
  document.addEventListener(
    'keyup',
    event => {
      if (event.code !== 'Space' || !shown(test) || writes(event.target)) return;
      if (test.deck.loaded && spaceIsOurs(test, event.target)) event.preventDefault();
    },
    true,
  );

  // Safari lets sound begin only inside a gesture; the trial's comes later.
  for (const gesture of ['pointerdown', 'keydown']) {
    document.addEventListener(
      gesture,
      () => {
        if (test.element.offsetParent) test.deck.wake();
      },
      true,
    );
  }
}
