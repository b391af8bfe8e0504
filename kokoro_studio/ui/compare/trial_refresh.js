// What is drawn of a listening test, brought up to date.
import { write } from '../shell/dom.js';
import { allHeard, multi, quick, reason, say, sides, unlocked } from './trial_state.js';

export function refresh(test) {
  test.section.dataset.kind = test.message.kind;
  test.section.dataset.hears = test.deck.playing ? test.deck.active : '';
  test.section.setAttribute('aria-busy', String(Boolean(test.pending)));
  for (const side of sides(test)) refreshSide(test, side);
  refreshTransport(test);
  refreshVotes(test);
  refreshReplays(test);
  for (const node of test.view.querySelectorAll('.ks-request_id, .ks-swap, .ks-another')) {
    node.disabled = Boolean(test.pending);
  }
}

function refreshSide(test, side) {
  const node = test.find(`.ks-side[data-side="${CSS.escape(side.label)}"]`);
  if (!node) return;
  const lit = test.deck.active === side.label && test.deck.loaded;
  const heard = test.deck.heard(side.label);
  const open = unlocked(test, side);
  node.disabled = !test.deck.loaded;
  node.setAttribute('aria-pressed', String(lit));
  node.classList.toggle('ks-sounding', lit && test.deck.playing);
  node.dataset.heard = heard.toFixed(2);
  if (quick(test) || test.told) return;
  node.classList.toggle('ks-unlocked', open);
  const words = open ? 'heard' : heard ? 'listen on' : 'not heard yet';
  write(node.querySelector('.ks-side-words'), words);
  const share = open ? 1 : heard / side.unlock_seconds;
  node.querySelector('.ks-side-gauge i').style.transform = `scaleX(${share})`;
}

function refreshTransport(test) {
  const play = test.find('.ks-trial-play');
  if (!play) return;
  play.disabled = !test.deck.loaded;
  play.setAttribute('aria-label', test.deck.playing ? 'Pause' : 'Play');
  play.classList.toggle('ks-playing', test.deck.playing);
  const seek = test.find('.ks-trial-seek');
  const at = test.deck.at();
  seek.disabled = !test.deck.loaded;
  seek.max = test.deck.total || 1;
  seek.value = at;
  seek.style.setProperty('--ks-fill', `${test.deck.total ? (100 * at) / test.deck.total : 0}%`);
  seek.setAttribute('aria-valuetext', `${at.toFixed(1)} of ${test.deck.total.toFixed(1)} seconds`);
  write(test.find('.ks-trial-time'), `${at.toFixed(1)} / ${test.deck.total.toFixed(1)} s`);
  test.find('.ks-trial-loop')?.setAttribute('aria-pressed', String(test.looping));
  const right = test.find('.ks-sounds-right');
  if (right)
    right.disabled = Boolean(test.pending) || !(test.failed || test.deck.heard('clip') > 0.5);
}

function refreshVotes(test) {
  const sentence = test.find('.ks-trial-sentence');
  if (sentence) refreshSentence(test, sentence);
  const why = test.find('.ks-trial-reason');
  if (!why) return;
  const words = reason(test);
  write(why, test.pending ? 'Your answer is on its way…' : words);
  for (const { node } of test.votes) node.disabled = Boolean(words) || Boolean(test.pending);
  if (!words && !test.wasOpen)
    say(test, multi(test) ? 'You can submit now.' : 'You can answer now.');
  test.wasOpen = !words;
}

function refreshSentence(test, box) {
  const hidden = test.trial.hide_text && !test.told && !allHeard(test);
  box.classList.toggle('ks-unread', hidden);
  const every = sides(test).length > 2 ? 'every side has' : 'both have';
  write(
    box.firstChild,
    hidden
      ? `The sentence shows once ${every} been heard, so that you listen before you read.`
      : (test.trial.text ?? ''),
  );
  box.hidden = !test.trial.text;
}

function refreshReplays(test) {
  for (const { node, trial, label } of test.replays) {
    const lit = test.deck.playing && trial === test.replayed && test.deck.active === label;
    node.setAttribute('aria-pressed', String(lit));
  }
}
