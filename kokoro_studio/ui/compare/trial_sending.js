// What a listening test sends: votes, and what else a listener asks for.
import { refresh } from './trial_refresh.js';
import { complain, multi, reason, say } from './trial_state.js';

const ANSWER_MILLISECONDS = 30_000; // a vote that stays unanswered may be sent again

const hundredths = value => Math.round(value * 100) / 100;

// What the page sends, once, until something comes back.
export function send(test, name, data, sentence) {
  if (test.pending && name !== 'leave') return;
  clearTimeout(test.pending);
  test.pending = setTimeout(() => {
    test.pending = 0;
    complain(test, 'No answer has come yet. You can try again.');
    refresh(test);
  }, ANSWER_MILLISECONDS);
  test.alertLine.hidden = true;
  say(test, sentence);
  test.trigger(name, data);
  refresh(test);
}

export function vote(test, choice, strength = null) {
  if (test.told || test.pending) return;
  if (reason(test)) {
    say(test, reason(test));
    return;
  }
  test.deck.pause();
  const heard = test.deck.tally(side => side.heard);
  send(
    test,
    'vote',
    {
      token: test.trial.token,
      choice: multi(test) ? null : choice,
      strength,
      scores: multi(test) ? { ...test.scores } : null,
      heard_seconds: test.deck.tally(side => hundredths(side.heard)),
      plays: test.deck.tally(side => side.plays),
      listened_seconds: hundredths(Object.values(heard).reduce((sum, one) => sum + one, 0)),
    },
    'Your answer is on its way.',
  );
}

export const next = test => send(test, 'next', {}, 'The next one is on its way.');
export const sentence = test => send(test, 'sentence', {}, 'Another sentence is being spoken.');
export const swap = test => send(test, 'swap', {}, 'The two change places.');
export const leave = test => {
  test.deck.pause();
  send(test, 'leave', {}, 'Leaving.');
};
