// The keyboard: Ctrl+Enter speaks, plays the audition or hears both voices, Space plays and pauses outside of controls, Escape stops.
const studio = window.kokoroStudio;
const takesSpace = node =>
  node.closest?.('input, textarea, select, button, summary, a, [contenteditable], [role=slider]');

document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    const box = document.activeElement;
    // Gradio hears of the last keystrokes with the next frame.
    const audition = document.querySelector('#ks-audition-play');
    const comparing = document.querySelector('#ks-compare')?.offsetParent;
    const play = comparing ? document.querySelector('#ks-quick-begin')
      : audition?.offsetParent ? audition : document.querySelector('#ks-speak');
    requestAnimationFrame(() => { if (!comparing || play.offsetParent) play?.click(); });
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
