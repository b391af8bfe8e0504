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
const voiceOf = id => voices().find(voice => voice.id === id) ?? { id, name: id, gender: '', traits: '' };
const languageOf = code => facts.languages.find(language => language.code === code)?.name ?? '';

const history = new History();
const emptyStage = () => ({ rows: [], pitch: 'delivery' });
let state = { stages: [emptyStage()], method: 'lerp', active: 0 };
let slots = { at: 'A', other: null }; // which of mixes A and B this is; the other, as JSON
let moved = 0; // the number of the last change made here
let formula = null; // that the state stands for

const stage = () => state.stages[state.active];
const rows = () => stage().rows;
const allShares = () => state.stages.map(each => stageShares(each, state.method));
const speakable = () =>
  allShares().every(shares => HALVES.every(half => shares[half].some(([, share]) => share > 0)));

function commit() {
  history.push(JSON.stringify(state));
  if (speakable()) send();
  refresh();
}

function send() {
  const stages = allShares();
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
  draw();
  if (speakable()) send();
}

function addVoice(id) {
  const others = rows();
  if (others.some(row => row.voice === id)) return;
  const weight = others.length ? 0.5 : 1;
  others.push({ voice: id, timbre: weight, delivery: weight, linked: true,
    muted: false, soloed: false, locked: null });
  draw();
  commit();
}

// One slider with the share it comes to.
function fader(row, half, label) {
  const line = make('label', 'ks-fader');
  const slider = make('input');
  const pushing = row.timbre < 0 || row.delivery < 0;
  Object.assign(slider, { type: 'range', min: pushing ? -1 : 0, step: 0.01,
    max: Math.max(1, row.timbre, row.delivery), value: row[half] });
  slider.setAttribute('aria-label', `${label} of ${voiceOf(row.voice).name}`);
  const output = make('output');
  slider.addEventListener('input', () => {
    row[half] = Number(slider.value);
    if (row.linked) row.timbre = row.delivery = row[half];
    shows.forEach(show => show());
    refresh();
  });
  slider.addEventListener('change', commit);
  line.append(make('span', '', label), slider, output);
  shows.push(() => {
    const share = shareOf(sharesOf(rows(), half, state.method), row.voice);
    output.textContent = `${Math.round(share * 100)}%`;
    slider.value = row[half];
    const [low, high] = [Number(slider.min), Number(slider.max)];
    slider.style.setProperty('--ks-fill', `${((row[half] - low) / (high - low)) * 100}%`);
    slider.setAttribute('aria-valuetext', `${output.textContent} of the mix`);
  });
  return line;
}

function toggle(name, label, text, pressed, act) {
  const node = button(`ks-toggle ${name}`, label, act, text);
  node.title = label;
  node.setAttribute('aria-pressed', String(pressed));
  return node;
}

function channel(row) {
  const voice = voiceOf(row.voice);
  const item = make('li', 'ks-channel');
  item.dataset.voice = row.voice;
  item.style.setProperty('--ks-hue', `var(--ks-${row.voice[0]})`);
  const change = edit => () => { edit(); draw(item.dataset.voice); commit(); };
  const head = make('div', 'ks-channel-head');
  const words = make('span', 'ks-channel-words');
  words.append(make('b', '', voice.name),
    make('small', '', [languageOf(row.voice[0]), voice.traits].filter(Boolean).join(' · ')));
  const shares = halfShares(rows(), state.method);
  head.append(
    make('i', 'ks-dot'), words,
    toggle('ks-link', `Move timbre and delivery of ${voice.name} as one`, 'Link', row.linked,
      change(() => {
        row.linked = !row.linked;
        if (row.linked) row.delivery = row.timbre;
      })),
    toggle('ks-minus', `Push away from ${voice.name}`, '−', row.timbre < 0 || row.delivery < 0,
      change(() => { for (const half of HALVES) row[half] = -row[half]; })),
    toggle('ks-solo', `Hear ${voice.name} alone`, 'S', row.soloed,
      change(() => { row.soloed = !row.soloed; row.muted = false; })),
    toggle('ks-mute', `Leave ${voice.name} out`, 'M', row.muted,
      change(() => { row.muted = !row.muted; row.soloed = false; })),
    toggle('ks-lock', `Hold the share of ${voice.name}`, 'Lock', Boolean(row.locked),
      change(() => {
        row.locked = row.locked ? null
          : Object.fromEntries(HALVES.map(half => [half, shareOf(shares[half], row.voice)]));
      })),
    button('ks-remove', `Remove ${voice.name} from the mix`, change(() => {
      stage().rows = rows().filter(other => other !== row);
    }), '✕')
  );
  const faders = make('div', 'ks-faders');
  faders.append(fader(row, 'timbre', row.linked ? 'Amount' : 'Timbre'));
  if (!row.linked) faders.append(fader(row, 'delivery', 'Delivery'));
  item.append(head, faders);
  item.classList.toggle('ks-unheard', !audible(rows()).includes(row));
  return item;
}

let shows = [];
function draw(focused) {
  shows = [];
  state.active = Math.min(state.active, state.stages.length - 1);
  const place = element.contains(document.activeElement)
    ? document.activeElement.className : null;
  find('.ks-channels').replaceChildren(...rows().map(channel));
  shows.forEach(show => show());
  if (focused && place) {
    const same = [...element.querySelectorAll(`[data-voice="${focused}"] button`)];
    same.find(node => node.className === place)?.focus();
  }
  drawStages();
  find('.ks-method').value = state.method;
  refresh();
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
  find('.ks-starters').hidden = rows().length > 0;
  find('.ks-undo').disabled = history.past.length < 2;
  find('.ks-redo').disabled = !history.future.length;
  find('.ks-silent-mix').hidden = speakable() || !rows().length;
  find('.ks-ab').textContent = slots.other
    ? `This is mix ${slots.at}: switch to ${slots.at === 'A' ? 'B' : 'A'}` : 'Switch to the mix before';
  find('.ks-ab').disabled = !slots.other && !history.before;
  find('.ks-method-words').textContent =
    facts.methods.find(method => method.name === state.method).words;
  showHeight();
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

// The list of voices to add, found by any of their words.
const search = find('.ks-desk-search input');
const options = find('.ks-options');
function offer() {
  const wanted = search.value.toLowerCase().split(/[\s,_·]+/).filter(Boolean);
  const used = new Set(rows().map(row => row.voice));
  const fitting = voices().filter(voice => {
    const said = [voice.name, voice.id, voice.gender, voice.traits, languageOf(voice.language),
      voice.own ? 'own yours' : ''].join(' ').toLowerCase().split(/[\s,_·]+/);
    return !used.has(voice.id) && wanted.every(word => said.some(other => other.startsWith(word)));
  });
  options.replaceChildren(...fitting.map(voice => {
    const option = button('ks-option', `Add ${voice.name}`, () => {
      search.value = '';
      search.focus();
      addVoice(voice.id);
      offer();
    });
    option.style.setProperty('--ks-hue', `var(--ks-${voice.language})`);
    option.append(make('i', 'ks-dot'), make('b', '', voice.name),
      make('small', '', [languageOf(voice.language), voice.gender, voice.traits]
        .filter(Boolean).join(' · ')));
    return option;
  }));
  if (!fitting.length) options.append(make('p', '', 'No voice is like that.'));
}
const close = () => { options.hidden = true; };
search.addEventListener('focus', () => { offer(); options.hidden = false; });
search.addEventListener('input', () => { offer(); options.hidden = false; });
element.addEventListener('focusout', event => {
  if (!find('.ks-desk-search').contains(event.relatedTarget)) close();
});
search.addEventListener('keydown', event => {
  if (event.key === 'Escape') { event.preventDefault(); close(); }
  if (event.key === 'ArrowDown') { event.preventDefault(); options.querySelector('button')?.focus(); }
  if (event.key === 'Enter') { event.preventDefault(); options.querySelector('button')?.click(); }
});
options.addEventListener('keydown', event => {
  const step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key];
  if (!step) return;
  event.preventDefault();
  (document.activeElement[step] ?? search).focus();
});
options.addEventListener('pointerdown', event => event.preventDefault());

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
      rows().push({ voice: voice.id, timbre: 0, delivery: 0, linked: true,
        muted: false, soloed: false, locked: null });
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
find('.ks-morph').addEventListener('click', () => {
  if (state.stages.length >= facts.most) return;
  const used = new Set(state.stages.at(-1).rows.map(row => row.voice));
  const language = rows()[0]?.voice[0] ?? 'a';
  const next = voices().find(voice => voice.language === language && !used.has(voice.id));
  state.stages.push(emptyStage());
  state.active = state.stages.length - 1;
  addVoice(next.id);
});
find('.ks-starters').addEventListener('click', event => {
  const given = event.target.closest('[data-formula]')?.dataset.formula;
  if (given) window.kokoroEdits.change('mix', edit => trigger('start', { formula: given, edit }));
});
find('.ks-share').addEventListener('click', async () => {
  const link = new URL(location.href.split(/[?#]/)[0]);
  link.searchParams.set('mix', props.value?.portable ?? '');
  const box = find('.ks-link-box');
  box.hidden = false;
  box.value = link.href;
  box.select();
  try {
    await navigator.clipboard.writeText(link.href);
    find('.ks-shared').textContent = 'Copied. Whoever opens it finds this mix.';
  } catch {
    find('.ks-shared').textContent = 'Copy this link: whoever opens it finds this mix.';
  }
});
document.addEventListener('keydown', event => {
  if (!element.offsetParent || event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return;
  if (event.target.matches?.('textarea, input:not([type=range])')) return;
  event.preventDefault();
  restore(event.shiftKey ? history.redo() : history.undo());
});

// Whether the state comes to these shares: it may say more, such as what is muted or locked.
const comesTo = (stages, method) =>
  state.method === method && rows().length && alikeStages(stages, allShares());

function adopt(stages, method) {
  const row = (voice, timbre, delivery) => ({ voice, timbre, delivery,
    linked: timbre === delivery, muted: false, soloed: false, locked: null });
  state = {
    method,
    active: Math.min(state.active, stages.length - 1),
    stages: stages.map(({ timbre, delivery, pitch }) => {
      const names = [...new Set([...timbre, ...delivery].map(([voice]) => voice))];
      return {
        rows: names.map(voice => row(voice, shareOf(timbre, voice), shareOf(delivery, voice))),
        pitch: !pitch.length ? 'delivery' : alikeShares(pitch, timbre) ? 'timbre' : pitch,
      };
    }),
  };
  history.push(JSON.stringify(state));
  draw();
}

const refuse = mistake => showProblem(find('.ks-desk-problem'), mistake);

function show() {
  const value = props.value ?? {};
  const current = window.kokoroEdits.current('mix', value.formula ?? value.problem?.formula);
  if (current && value.problem) {
    formula = null;
    refuse(value.problem);
  } else if (current) {
    find('.ks-desk-problem').hidden = true;
    if (value.stages && value.formula !== formula && !comesTo(value.stages, value.method)) {
      adopt(value.stages, value.method);
    }
    formula = value.formula;
  }
  if (!options.hidden) offer(); // voices of one's own may have come or gone
  find('.ks-link-box').hidden = true;
  find('.ks-shared').textContent = '';
}

watch('value', show);
draw();
show();
