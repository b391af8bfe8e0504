// A listening test on the page: what is known of it, and what is missing before a vote.
import { write } from '../shell/dom.js';

const listed = words =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

export const quick = test => test.trial?.test === 'quick';
export const multi = test => test.trial?.test === 'multi';
export const sides = test => test.trial?.sides ?? [];
export const unlocked = (test, { label, unlock_seconds: need }) =>
  test.deck.heard(label) >= (need ?? 0);
export const allHeard = test => test.deck.loaded && sides(test).every(side => unlocked(test, side));

// Why there can be no vote yet; empty once there can.
export function reason(test) {
  if (test.failed) return 'The sound did not come.';
  if (!test.deck.loaded) return 'The sound is on its way…';
  const shy = sides(test).filter(side => !unlocked(test, side));
  const fresh = shy.filter(side => !test.deck.heard(side.label)).map(side => side.label);
  if (fresh.length) return `Listen to ${listed(fresh)} first.`;
  if (shy.length) return `Listen to a little more of ${listed(shy.map(side => side.label))}.`;
  const still = multi(test)
    ? sides(test)
        .map(side => side.label)
        .filter(label => !(label in test.scores))
    : [];
  return still.length ? `Rate ${listed(still)} too.` : '';
}

export function complain(test, words) {
  test.alertLine.hidden = !words;
  write(test.alertLine, words);
}

export function shown(test) {
  if (test.section.hidden || !test.element.offsetParent) return false;
  const { top, bottom } = test.section.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

// Whether a person writes in this element.
export const writes = node =>
  Boolean(
    node?.closest?.(
      'textarea, select, [contenteditable]:not([contenteditable="false"]), ' +
        'input:not([type=range], [type=checkbox], [type=radio], [type=button])',
    ),
  );

// What is told to screen readers.
export const say = (test, sentence) => write(test.status, sentence);
