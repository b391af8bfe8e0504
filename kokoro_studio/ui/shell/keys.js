// The keyboard: Ctrl+Enter speaks, plays the audition or hears both voices, in the tab that shows it; Space plays and pauses outside of controls, Escape stops.
const studio = window.kokoroStudio;
const takesSpace = node =>
  node.closest?.('input, textarea, select, button, summary, a, [contenteditable], [role=slider]');

// What Ctrl+Enter presses while a tab is shown.
const PLAYS = [
  ['#ks-script', '#ks-speak'],
  ['#ks-mixing', '#ks-audition-play'],
  ['#ks-quick-begin', '#ks-quick-begin'],
];
const shows = tab => Boolean(document.querySelector(tab)?.offsetParent);

document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    const box = document.activeElement;
    // Gradio hears of the last keystrokes with the next frame.
    const button = PLAYS.find(([tab]) => shows(tab))?.[1];
    requestAnimationFrame(() => button && document.querySelector(button).click());
    box?.focus();
  } else if (event.key === 'Escape' && !event.defaultPrevented) {
    if (studio.making()) document.querySelector('#ks-stop')?.click();
    else studio.stop();
  } else if (event.key === ' ' && !takesSpace(event.target)) {
    event.preventDefault();
    if (studio.playing()) studio.pause();
    else studio.play();
  }
});
// Safari lets sound begin only inside a gesture; the take comes later.
document.addEventListener('pointerdown', () => tape.context(), { capture: true, once: true });
