// The keyboard: Ctrl+Enter speaks, plays the audition or hears both voices, in the tab that shows
// it; Space plays and pauses outside of controls, Escape stops.

const takesSpace = node =>
  node.closest?.('input, textarea, select, button, summary, a, [contenteditable], [role=slider]');

// What Ctrl+Enter presses while a tab is shown.
const PLAYS = [
  ['#ks-script', '#ks-speak'],
  ['#ks-mixing', '#ks-audition-play'],
  ['#ks-quick-begin', '#ks-quick-begin'],
];
/** @returns {HTMLElement | null} */
const nodeOf = selector => document.querySelector(selector);
const shows = tab => Boolean(nodeOf(tab)?.offsetParent);

// `studio`: what the player can do.
export function listenToKeys(studio) {
  document.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      const box = /** @type {HTMLElement} */ (document.activeElement);
      // Gradio hears of the last keystrokes with the next frame.
      const button = PLAYS.find(([tab]) => shows(tab))?.[1];
      requestAnimationFrame(() => button && nodeOf(button)?.click());
      box?.focus();
    } else if (event.key === 'Escape' && !event.defaultPrevented) {
      if (studio.making()) nodeOf('#ks-stop')?.click();
      else studio.stop();
    } else if (event.key === ' ' && !takesSpace(event.target)) {
      event.preventDefault();
      if (studio.playing()) studio.pause();
      else studio.play();
    }
  });
}
