// What the desk keeps in this browser: its own state, which says more than the formula (what is
// muted, soloed or locked), and the mixes that were on it before links brought theirs.
import { announce } from '../shell/dom.js';

const DESK = 'kokoro-studio-desk';
const BEFORE = 'kokoro-studio-before-links';
const MOST = 10;

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null; // another program's, or storage is forbidden here
  }
}

function write(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    /* without storage a reload finds the formula alone */
  }
}

const mixes = () => [read(BEFORE)].flat().filter(mix => typeof mix?.formula === 'string');
const atLoad = read(DESK);

export const kept = {
  atLoad,
  keepDesk(state) {
    write(DESK, state);
  },
  // The last mix that a link took the place of, or undefined.
  before() {
    return mixes().at(-1);
  },
  takeBefore() {
    const all = mixes();
    const last = all.pop();
    write(BEFORE, all);
    return last;
  },
  forgetBefore() {
    write(BEFORE, []);
  },
  // A link has brought its mix: what was there is kept, and the address lets go of the link, so
  // that a reload finds what has become of the mix since.
  linkUsed(formula) {
    const address = new URL(location.href);
    if (!address.searchParams.has('mix')) return;
    for (const name of ['mix', 'say']) address.searchParams.delete(name);
    history.replaceState(history.state, '', address);
    if (!formula) return;
    write(BEFORE, [...mixes(), { formula, state: atLoad }].slice(-MOST));
    announce('ks:before');
  },
};
