// The keyboard; then the first message.

const writes = node => Boolean(node?.closest?.(
  'textarea, select, [contenteditable]:not([contenteditable="false"]), ' +
  'input:not([type=range], [type=checkbox], [type=radio], [type=button])'));
const takesPress = node => node.closest?.('button, a, summary, input, [role=tab], [role=slider]');

function shown() {
  if (section.hidden || !element.offsetParent) return false;
  const { top, bottom } = section.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

// Ours is Space wherever it would not press something else: on the side that is lit, too.
function spaceIsOurs(node) {
  const holder = takesPress(node);
  if (!holder) return true;
  if (!element.contains(holder)) return false;
  return holder.type === 'range' || holder.getAttribute('aria-pressed') === 'true'
    && holder.classList.contains('ks-side');
}

function choiceOf(letter) {
  const choice = trial.test === 'abx' ? `X=${letter}` : letter;
  return votes.filter(other => other.choice === choice);
}

function choose(letter) {
  const [first] = choiceOf(letter);
  if (!first) return null;
  return () => {
    if (!trial.strength) vote(first.choice);
    else if (reason()) say(reason());
    else first.node.focus();
  };
}

function sideOf(key) {
  const labels = sides().map(side => side.label);
  if (multi() && /^[1-9]$/.test(key)) return labels[Number(key) - 1];
  return labels.find(label => label.toLowerCase() === key);
}

// What a key does now, or null.
function act(event) {
  // On a keyboard of another script the place of the key counts.
  const latin = /^[\x20-\x7e]$/.test(event.key);
  const key = (latin ? event.key : event.code.replace(/^(Key|Digit)/, '')).toLowerCase();
  if (key === ' ' || event.code === 'Space') {
    return deck.loaded && spaceIsOurs(event.target) ? toggle : null;
  }
  if (['told', 'void'].includes(message.kind)) {
    if (key === 'n' || (event.key === 'Enter' && !takesPress(event.target))) return next;
  }
  if (!trial || event.key.length > 1) return null;
  if (event.shiftKey) return told || !/^[ab]$/.test(key) ? null : choose(key.toUpperCase());
  if (key === 'n' && quick()) return sentence;
  if (key === 'n' && votes.some(other => other.choice === 'tie')) return () => vote('tie');
  const side = sideOf(key);
  return side === undefined ? null : () => hear(side);
}

// In the capture phase: the page's own keys must not play beside the trial.
function pressed(event) {
  if (!element.isConnected || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') { hush(); return; }
  if (!shown() || writes(event.target)) return;
  const does = act(event);
  if (!does) return;
  event.preventDefault();
  event.stopPropagation();
  if (!event.repeat) does();
}
document.addEventListener('keydown', pressed, true);
// Firefox presses a button when Space is let go.
document.addEventListener('keyup', event => {
  if (event.code !== 'Space' || !shown() || writes(event.target)) return;
  if (deck.loaded && spaceIsOurs(event.target)) event.preventDefault();
}, true);

// Safari lets sound begin only inside a gesture; the trial's comes later.
for (const gesture of ['pointerdown', 'keydown']) {
  document.addEventListener(gesture, () => { if (element.offsetParent) deck.wake(); }, true);
}
// One sound at a time.
document.addEventListener('play', hush, true);
document.addEventListener('ks:take', hush);

watch('value', () => {
  show();
  // Gradio tells of changes only: marked, a second refusal in the same words is one.
  if (['refused', 'void'].includes(props.value?.kind) && !props.value.taken) {
    props.value = { ...props.value, taken: true };
  }
});
show();
