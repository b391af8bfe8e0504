// The mixing desk. Its state lives here, so that sliders answer at once; the formula follows it,
// and it follows a formula that was written by another hand.
const find = selector => element.querySelector(selector);
const make = (tag, name, text) => {
  const node = document.createElement(tag);
  if (name) node.className = name;
  if (text !== undefined) node.textContent = text;
  return node;
};
const button = (name, label, act, text) => {
  const node = make('button', name, text);
  node.type = 'button';
  if (label) node.setAttribute('aria-label', label);
  node.addEventListener('click', act);
  return node;
};
const voices = () => [...facts.voices, ...(props.value?.own ?? [])];
const voiceOf = id => {
  const voice = voices().find(each => each.id === id);
  return { id, name: id, gender: '', traits: '', known: Boolean(voice), ...voice };
};
const languageOf = code => facts.languages.find(language => language.code === code)?.name ?? '';

const history = new History();
const emptyStage = () => ({ rows: [], pitch: 'delivery' });
const newRow = (voice, timbre, delivery) => ({ voice, timbre, delivery,
  linked: timbre === delivery, muted: false, soloed: false, locked: null });
let state = { stages: [emptyStage()], method: 'lerp', active: 0 };
let kept = [window.kokoroKept.atLoad]; // desks as they were left, if the formula still says so
let slots = { at: 'A', other: null }; // which of mixes A and B this is; the other, as JSON
let moved = 0; // the number of the last change made here
let formula = null; // that the state stands for

const stage = () => state.stages[state.active];
const rows = () => stage().rows;
const allShares = () => state.stages.map(each => stageShares(each, state.method));
const speakable = () => isHeard(allShares());

// `run`: a name for changes that are one step of undoing.
function commit(run = null) {
  history.push(JSON.stringify(state), run);
  window.kokoroKept.keepDesk(state);
  send();
  refresh();
}

// Without stages nothing is heard, and the formula is empty.
function send() {
  const stages = speakable() ? allShares() : [];
  const { method } = state;
  moved = window.kokoroEdits.change('mix', edit => trigger('mix', { stages, method, edit }));
}

window.kokoroEdits.onSettled('mix', answer => {
  if (answer.error) refuse({ sentence: answer.error, formula: '', position: 0 });
  else if (answer.edit === moved) formula = answer.formula;
});

function restore(snapshot) {
  if (!snapshot) return;
  state = JSON.parse(snapshot);
  window.kokoroKept.keepDesk(state);
  draw();
  send();
}

function drawStages() {
  const several = state.stages.length > 1;
  const tabs = state.stages.map((each, index) => {
    const label = index === 0 ? 'From' : index === state.stages.length - 1 ? 'To' : `Then ${index}`;
    const names = each.rows.map(row => voiceOf(row.voice).name).join(' + ');
    const tab = button('ks-stage', '', () => { state.active = index; draw(); },
      names ? `${label}: ${names}` : label);
    tab.setAttribute('aria-pressed', String(index === state.active));
    return tab;
  });
  if (several) {
    tabs.push(button('ks-remove', 'Remove this stage of the morph', () => {
      state.stages.splice(state.active, 1);
      draw();
      commit();
    }, '✕'));
  }
  find('.ks-stages').replaceChildren(...(several ? tabs : []));
}

function refresh() {
  find('.ks-starters').hidden = rows().length > 1 || state.stages.length > 1;
  find('.ks-undo').disabled = history.past.length < 2;
  find('.ks-redo').disabled = !history.future.length;
  const silence = whatIsSilent();
  find('.ks-silent-mix').hidden = !silence;
  find('.ks-silent-mix').textContent = silence;
  const full = state.stages.length >= facts.most;
  find('.ks-morph').disabled = full || !rows().length;
  find('.ks-morph-words').hidden = !full;
  find('.ks-ab').textContent = slots.other
    ? `This is mix ${slots.at}: switch to ${slots.at === 'A' ? 'B' : 'A'}` : 'Switch to the mix before';
  find('.ks-ab').disabled = !slots.other && !history.before;
  find('.ks-method-words').textContent =
    facts.methods.find(method => method.name === state.method).words;
  showHeight();
}

// Why the formula is empty, and what to do; '' while the mix is heard.
function whatIsSilent() {
  const stages = allShares();
  const silent = stages.findIndex(shares => !isHeard([shares]));
  if (silent < 0) return '';
  const place = stages.length > 1 ? ` in stage ${silent + 1} of the morph` : '';
  const missing = HALVES.filter(half => !stages[silent][half].some(([, share]) => share > 0));
  if (!state.stages[silent].rows.length) return `Nothing is heard${place}: add a voice.`;
  return missing.length > 1
    ? `Nothing is heard${place}: raise a fader, or unmute a voice.`
    : `No voice gives the ${missing[0]}${place}: raise a fader of ${missing[0]}.`;
}

// Whose pitch: a question only where the halves are not the same, or where a formula asked it.
function showHeight() {
  const { timbre, delivery } = halfShares(rows(), state.method);
  const given = Array.isArray(stage().pitch);
  find('.ks-height').hidden = !given && alikeShares(timbre, delivery);
  find('.ks-keep-pitch').checked = stage().pitch === 'timbre';
  const names = given && stage().pitch.map(([voice]) => voiceOf(voice).name).join(' + ');
  find('.ks-height-words').textContent = given
    ? `${facts.height.other} ${names}.` : facts.height[stage().pitch];
}

find('.ks-undo').addEventListener('click', () => restore(history.undo()));
find('.ks-redo').addEventListener('click', () => restore(history.redo()));
find('.ks-normalise').addEventListener('click', () => {
  state.stages = state.stages.map(each =>
    ({ ...each, rows: normalised(each.rows, state.method) }));
  draw();
  commit();
});
find('.ks-random').addEventListener('click', () => {
  const amount = Number(find('.ks-chance').value) / 100;
  if (rows().length < 2) {
    const language = rows()[0]?.voice[0] ?? 'a';
    const pool = facts.voices.filter(voice =>
      voice.language === language && !rows().some(row => row.voice === voice.id));
    for (let count = rows().length; count < 3 && pool.length; count += 1) {
      const [voice] = pool.splice(Math.floor(Math.random() * pool.length), 1);
      rows().push(newRow(voice.id, 0, 0));
    }
  }
  stage().rows = randomised(rows(), amount);
  draw();
  commit();
});
find('.ks-ab').addEventListener('click', () => {
  const here = JSON.stringify(state);
  const there = slots.other ?? history.before;
  slots = { at: slots.at === 'A' ? 'B' : 'A', other: here };
  restore(there);
  history.push(there);
});
find('.ks-clear').addEventListener('click', () => {
  state = { stages: [emptyStage()], method: 'lerp', active: 0 };
  draw();
  commit();
  find('.ks-starters button')?.focus();
});
find('.ks-method').addEventListener('change', event => {
  state.method = event.target.value;
  draw();
  commit();
});
find('.ks-keep-pitch').addEventListener('change', event => {
  stage().pitch = event.target.checked ? 'timbre' : 'delivery';
  commit();
});
find('.ks-morph').addEventListener('click', () => choose('morph'));
find('.ks-starters').addEventListener('click', event => {
  const given = event.target.closest('[data-formula]')?.dataset.formula;
  if (given) window.kokoroEdits.change('mix', edit => trigger('start', { formula: given, edit }));
});

document.addEventListener('keydown', event => {
  if (!element.offsetParent || event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return;
  if (event.target.matches?.('textarea, input:not([type=range])')) return;
  event.preventDefault();
  restore(event.shiftKey ? history.redo() : history.undo());
});
