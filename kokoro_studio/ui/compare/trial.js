// One trial after another. What is heard is the deck's; this draws it, and counts a vote only
// once every side was heard. Nothing of a side is drawn that could give it away: no waveform, no
// length of its own.
import { finder } from '../shell/dom.js';
import { Deck } from './deck.js';
import { listenToTrialKeys } from './trial_keys.js';
import { hush, roll } from './trial_playing.js';
import { makeRoom, show } from './trial_views.js';

/** @param {Mounted} component */
export function mount({ element, props, trigger, watch }) {
  const part = finder(element);
  const view = part('.ks-trial-view');
  // The listening test: what its views, its sound and its keys share.
  const test = {
    element,
    props,
    trigger,
    section: part('.ks-trial'),
    view,
    alertLine: part('.ks-trial-alert'),
    keysLine: part('.ks-trial-keys'),
    status: part('.ks-trial-status'),
    find: finder(view),
    deck: new Deck(() => roll(test)),
    message: { kind: 'none' },
    trial: null, // the message whose sides are on the deck
    told: false, // what the sides are is known: no more votes
    pending: 0, // the timer of a request that was sent and not answered
    failed: false, // the sound did not come
    looping: false, // as it was left in the last trial
    rolling: false, // frames follow the sound
    wasOpen: false, // a vote was possible at the last refresh
    scores: {}, // label -> 0 to 100, once moved
    votes: [], // {node, choice}
    replays: [], // {node, trial, label}
    replayed: null, // the trial of an ABX test that is heard once more
  };

  document.addEventListener('ks:mode', () => makeRoom(test));
  listenToTrialKeys(test);
  // One sound at a time.
  document.addEventListener('play', () => hush(test), true);
  document.addEventListener('ks:take', () => hush(test));

  watch('value', () => {
    show(test);
    // Gradio tells of changes only: marked, a second refusal in the same words is one.
    if (['refused', 'void'].includes(props.value?.kind) && !props.value.taken) {
      props.value = { ...props.value, taken: true };
    }
  });
  show(test);
}
