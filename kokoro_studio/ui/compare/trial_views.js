// What is on the deck, and how it stands there.

function hear(label) {
  alertLine.hidden = true;
  deck.choose(label);
}

function toggle() {
  if (deck.playing) deck.pause();
  else deck.play();
}

function hush() {
  if (deck.playing) deck.pause();
}

async function load(wanted, { loop, aloud = false }) {
  failed = false;
  complain('');
  const came = await deck.load(wanted);
  if (came === 'dropped') return;
  failed = came === 'failed';
  if (failed) {
    complain('The sound did not come. ');
    alertLine.append(button('ks-quiet', 'Try again', () => load(wanted, { loop, aloud: true })));
  }
  deck.loop = loop;
  refresh();
  if (aloud && deck.loaded && await deck.awake() && !deck.playing && shown()) deck.play();
}

// Frames only while there is sound to follow.
let rolling = false;
function roll() {
  if (deck.playing) window.kokoroStudio?.pause?.();
  refresh();
  if (rolling) return;
  rolling = true;
  requestAnimationFrame(function frame() {
    rolling = deck.playing;
    if (deck.playing && !element.offsetParent) deck.pause(); // another tab of the page is open
    refresh();
    if (rolling) requestAnimationFrame(frame);
  });
}

function refresh() {
  section.dataset.kind = message.kind;
  section.dataset.hears = deck.playing ? deck.active : '';
  section.setAttribute('aria-busy', String(Boolean(pending)));
  for (const side of sides()) refreshSide(side);
  refreshTransport();
  refreshVotes();
  refreshReplays();
  for (const node of view.querySelectorAll('.ks-request_id, .ks-swap, .ks-another')) {
    node.disabled = Boolean(pending);
  }
}

function refreshSide(side) {
  const node = find(`.ks-side[data-side="${CSS.escape(side.label)}"]`);
  if (!node) return;
  const lit = deck.active === side.label && deck.loaded;
  const heard = deck.heard(side.label);
  const open = unlocked(side);
  node.disabled = !deck.loaded;
  node.setAttribute('aria-pressed', String(lit));
  node.classList.toggle('ks-sounding', lit && deck.playing);
  node.dataset.heard = heard.toFixed(2);
  if (quick() || told) return;
  node.classList.toggle('ks-unlocked', open);
  const words = open ? 'heard' : heard ? 'listen on' : 'not heard yet';
  write(node.querySelector('.ks-side-words'), words);
  const share = open ? 1 : heard / side.unlock_seconds;
  node.querySelector('.ks-side-gauge i').style.transform = `scaleX(${share})`;
}

function refreshTransport() {
  const play = find('.ks-trial-play');
  if (!play) return;
  play.disabled = !deck.loaded;
  play.setAttribute('aria-label', deck.playing ? 'Pause' : 'Play');
  play.classList.toggle('ks-playing', deck.playing);
  const seek = find('.ks-trial-seek');
  const at = deck.at();
  seek.disabled = !deck.loaded;
  seek.max = deck.total || 1;
  seek.value = at;
  seek.style.setProperty('--ks-fill', `${deck.total ? (100 * at) / deck.total : 0}%`);
  seek.setAttribute('aria-valuetext', `${at.toFixed(1)} of ${deck.total.toFixed(1)} seconds`);
  write(find('.ks-trial-time'), `${at.toFixed(1)} / ${deck.total.toFixed(1)} s`);
  find('.ks-trial-loop')?.setAttribute('aria-pressed', String(looping));
  const right = find('.ks-sounds-right');
  if (right) right.disabled = Boolean(pending) || !(failed || deck.heard('clip') > 0.5);
}

let wasOpen = false;
function refreshVotes() {
  const sentence = find('.ks-trial-sentence');
  if (sentence) refreshSentence(sentence);
  const why = find('.ks-trial-reason');
  if (!why) return;
  const words = reason();
  write(why, pending ? 'Your answer is on its way…' : words);
  for (const { node } of votes) node.disabled = Boolean(words) || Boolean(pending);
  if (!words && !wasOpen) say(multi() ? 'You can submit now.' : 'You can answer now.');
  wasOpen = !words;
}

function refreshSentence(box) {
  const hidden = trial.hide_text && !told && !allHeard();
  box.classList.toggle('ks-unread', hidden);
  const every = sides().length > 2 ? 'every side has' : 'both have';
  write(box.firstChild, hidden
    ? `The sentence shows once ${every} been heard, so that you listen before you read.`
    : trial.text ?? '');
  box.hidden = !trial.text;
}

// ---- The views: each draws what its message tells

function waiting({ sentence: words, done, of }) {
  const bar = make('div', 'ks-trial-progress');
  bar.setAttribute('role', 'progressbar');
  bar.setAttribute('aria-label', words);
  bar.append(make('i'));
  if (of) {
    Object.entries({ valuemin: 0, valuemax: of, valuenow: done ?? 0 })
      .forEach(([name, number]) => bar.setAttribute(`aria-${name}`, number));
    bar.firstChild.style.transform = `scaleX(${(done ?? 0) / of})`;
  } else bar.classList.add('ks-unsure');
  const line = make('div', 'ks-waiting');
  line.append(make('p', '', words), button('ks-quiet ks-request_id', 'Cancel', leave));
  view.replaceChildren(line, bar);
  section.removeAttribute('aria-labelledby');
  section.setAttribute('aria-label', 'Listening test');
  say(words);
}

function levels({ url, sentence: asked }) {
  const words = make('p', 'ks-trial-words', asked ??
    'Put on headphones if you can. Play this voice and set the volume so that it is as loud as ' +
    'somebody talking beside you. Then leave the volume alone until the end.');
  const row = make('div', 'ks-votes');
  row.append(button('ks-vote ks-strong ks-sounds-right', 'The volume is right', next));
  const top = make('div', 'ks-trial-top');
  top.append(make('p', 'ks-trial-name', 'Before the first trial'), leaving('Leave'));
  view.replaceChildren(top, heading('Set a comfortable volume'), words,
    transport({ loops: false }), row);
  load([{ label: 'clip', url }], { loop: true, aloud: true });
}

function begin(value) {
  trial = value;
  scores = {};
  votes = [];
  wasOpen = false;
  told = false;
  const parts = head(value);
  if (multi()) parts.push(transport(), ratings());
  else {
    const row = make('div', 'ks-sides');
    row.append(...value.sides.map(sideButton));
    parts.push(row, transport());
  }
  if (value.text) parts.push(sentenceBox());
  parts.push(foot());
  view.replaceChildren(...parts);
  hintTrial();
  view.classList.toggle('ks-is-quick', quick());
  progress((value.number - 1) / value.of);
  say(value.number && !quick() ? countOf(value.number, value.of) : value.title);
  load(value.sides, { loop: looping, aloud: quick() }); // there, hearing is what was asked for
}

function progress(share) {
  const bar = find('.ks-trial-progress i');
  if (bar) bar.style.transform = `scaleX(${share || 0})`;
}

// The answer to a trial: its sides stay, now with their names, and may be heard again.
function reveal(value) {
  hush();
  told = true;
  if (trial?.token !== value.token) {
    trial = null;
    deck.forget();
    view.replaceChildren(heading(''));
  }
  if (value.text && trial) trial.text = value.text;
  for (const named of value.names ?? []) {
    const node = find(`.ks-side[data-side="${CSS.escape(named.label)}"]`);
    node?.querySelector('.ks-side-words')?.replaceWith(nameOf(named));
    node?.querySelector('.ks-side-gauge')?.remove();
  }
  find('.ks-ratings')?.querySelectorAll('input').forEach(input => { input.disabled = true; });
  const title = find('.ks-trial-title');
  title.textContent = value.sentence;
  title.classList.toggle('ks-good', value.good === true);
  title.classList.toggle('ks-wrong', value.good === false);
  find('.ks-trial-foot')?.remove();
  view.append(onward(value.last ? 'See the result' : 'Next'));
  hint(...(trial ? [[sides().map(side => side.label), 'hear again']] : []), NEXT_KEYS);
  if (trial) progress(trial.number / trial.of);
  say(value.sentence);
}

function onward(text) {
  const box = make('div', 'ks-trial-foot');
  const row = make('div', 'ks-votes');
  row.append(button('ks-vote ks-strong ks-request_id ks-next', text, next));
  box.append(row);
  return box;
}

function nothing({ sentence: words }) {
  view.replaceChildren(heading('This one does not count'), make('p', 'ks-trial-words', words),
    onward('Next'));
  hint(NEXT_KEYS);
  say(words);
}

function verdict(value) {
  const row = make('div', 'ks-votes');
  row.append(button('ks-vote ks-request_id', 'Again', () => send('again', {}, 'Once more.')),
    button('ks-vote ks-strong ks-request_id', 'Done', leave));
  view.replaceChildren(heading(value.title), ...verdictParts(value), row);
  say(value.headline);
}

const VIEWS = { waiting, levels, trial: begin, told: reveal, void: nothing, verdict };
const KEEPS = new Set(['told', 'refused']); // the deck stays as it is

// The design makes room for a trial that is not quick, and for its verdict.
function makeRoom() {
  const tab = element.closest('#ks-compare');
  const apart = tab?.dataset.mode && tab.dataset.mode !== 'quick' && message.kind !== 'none';
  if (tab) tab.dataset.busy = !apart ? 'no' : message.kind === 'verdict' ? 'over' : 'yes';
}
document.addEventListener('ks:mode', makeRoom);

function show() {
  const value = props.value ?? { kind: 'none' };
  if (value.taken) return;
  clearTimeout(pending);
  pending = 0;
  if (value.kind === 'refused') { complain(value.sentence); refresh(); return; }
  // Gradio may send again what stands here already.
  if (value.kind === 'trial' && JSON.stringify(value) === JSON.stringify(message)) return;
  const earlier = message;
  message = value;
  complain('');
  hint();
  if (!KEEPS.has(value.kind)) deck.forget();
  replays = [];
  if (!KEEPS.has(value.kind) && value.kind !== 'trial') trial = null;
  section.hidden = !(value.kind in VIEWS);
  element.dataset.kind = value.kind;
  makeRoom();
  section.removeAttribute('aria-label');
  section.setAttribute('aria-labelledby', 'ks-trial-title');
  if (section.hidden) view.replaceChildren();
  else VIEWS[value.kind](value);
  refresh();
  if (value.kind !== 'waiting' || earlier.kind !== 'waiting') settle();
}

// The focus goes to what is new, unless somebody is writing elsewhere.
function settle() {
  const at = document.activeElement;
  if (!element.offsetParent || (writes(at) && !element.contains(at))) return;
  const title = find('.ks-trial-title');
  title?.focus({ preventScroll: true });
  // The answers, too, should stand above the player at the foot of the page.
  const { top, bottom } = section.getBoundingClientRect();
  const foot = innerHeight - (document.querySelector('#ks-bar')?.offsetHeight ?? 0);
  if (title && (top < 0 || bottom > foot)) section.scrollIntoView({ block: 'start' });
}
