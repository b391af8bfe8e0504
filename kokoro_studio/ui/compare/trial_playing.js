// What is on the deck of a listening test, and how it stands there.
import { button } from '../shell/dom.js';
import { refresh } from './trial_refresh.js';
import { complain, shown } from './trial_state.js';

export function hear(test, label) {
  test.alertLine.hidden = true;
  test.deck.choose(label);
}

export function toggle(test) {
  if (test.deck.playing) test.deck.pause();
  else test.deck.play();
}

export function hush(test) {
  if (test.deck.playing) test.deck.pause();
}

export async function load(test, wanted, { loop, aloud = false }) {
  test.failed = false;
  complain(test, '');
  const came = await test.deck.load(wanted);
  if (came === 'dropped') return;
  test.failed = came === 'failed';
  if (test.failed) {
    complain(test, 'The sound did not come. ');
    test.alertLine.append(
      button('ks-quiet', 'Try again', () => load(test, wanted, { loop, aloud: true })),
    );
  }
  test.deck.loop = loop;
  refresh(test);
  if (aloud && test.deck.loaded && (await test.deck.awake()) && !test.deck.playing && shown(test))
    test.deck.play();
}

// Frames only while there is sound to follow.
export function roll(test) {
  if (test.deck.playing) window.kokoroStudio?.pause?.();
  refresh(test);
  if (test.rolling) return;
  test.rolling = true;
  requestAnimationFrame(function frame() {
    test.rolling = test.deck.playing;
    if (test.deck.playing && !test.element.offsetParent) test.deck.pause(); // another tab of the page is open
    refresh(test);
    if (test.rolling) requestAnimationFrame(frame);
  });
}
