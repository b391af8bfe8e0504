// Rows of a voice and a weight. The sliders keep the hand's own numbers; shares are shown beside.
const list = element.querySelector('.ks-rows');
const add = element.querySelector('.ks-add');
const note = element.querySelector('.ks-note');
const problem = element.querySelector('.ks-problem');
const voices = () => [...(props.value?.own ?? []), ...facts.voices];
const nameOf = id => voices().find(voice => voice.id === id)?.name ?? id;
let rows = []; // {voice, weight}

let moved = 0; // the number of the last change made here
let formula = null; // that the rows stand for
let waiting = []; // changes made while the rows of a newer formula are still to come

// A change is a function of the rows. It is seen at once, and made on the newest rows there are: a
// voice that was just added elsewhere stays.
function change(made) {
  rows = made(rows);
  if (window.kokoroEdits.overtakes('speak', moved, formula)) waiting.push(made);
  else send();
}

function catchUp() {
  if (!waiting.length) return;
  rows = waiting.reduce((newest, made) => made(newest), rows);
  waiting = [];
  draw();
  send();
}

function send() {
  const weights = rows.map(row => [row.voice, row.weight]);
  moved = window.kokoroEdits.change('speak', edit => trigger('mix', { rows: weights, edit }));
}

window.kokoroEdits.onSettled('speak', answer => {
  if (answer.error) refuse({ sentence: answer.error, formula: '', position: 0 });
  else if (answer.edit === moved) formula = answer.formula;
  if (answer.error || answer.formula === formula) catchUp();
});

const weigh = (voice, weight) => given =>
  given.map(row => (row.voice === voice ? { ...row, weight } : row));
const without = voice => given => {
  const kept = given.filter(row => row.voice !== voice);
  if (!kept.length) return given;
  return kept.some(row => row.weight) ? kept : kept.map((row, i) => ({ ...row, weight: i ? 0 : 1 }));
};
const swap = (voice, other) => given =>
  given.map(row => (row.voice === voice ? { ...row, voice: other } : row));
// In equal measure: as heavy as the others on average.
const join = voice => given => {
  if (given.some(row => row.voice === voice)) return given;
  const total = given.reduce((sum, row) => sum + row.weight, 0);
  return [...given, { voice, weight: total / given.length || 0.5 }];
};

window.kokoroMix = {
  // Adds a voice to the rows; false if the formula says more, or other things, than rows can.
  enlist: voice => {
    if (list.hidden || !problem.hidden) return false;
    change(join(voice));
    draw();
    return true;
  },
};

const share = row => {
  const total = rows.reduce((sum, other) => sum + other.weight, 0);
  return total ? row.weight / total : 0;
};

// Whole percents that add up to 100: what rounding left over goes to the largest remainders.
function percents() {
  const exact = rows.map(row => share(row) * 100);
  const whole = exact.map(Math.floor);
  const order = exact.map((_, i) => i).sort((a, b) => exact[b] % 1 - exact[a] % 1);
  const rest = Math.round(exact.reduce((sum, part) => sum + part, 0))
    - whole.reduce((sum, part) => sum + part, 0);
  for (const index of order.slice(0, rest)) whole[index] += 1;
  return whole;
}

function choice(row) {
  const select = document.createElement('select');
  select.setAttribute('aria-label', 'Voice in the mix');
  const groups = [['Yours', voice => voice.own], ...facts.languages.map(language =>
    [language.name, voice => !voice.own && voice.language === language.code])];
  for (const [label, belongs] of groups) {
    const group = document.createElement('optgroup');
    group.label = label;
    group.append(...voices().filter(belongs).map(voice =>
      new Option(voice.name, voice.id, false, voice.id === row.voice)));
    if (group.children.length) select.append(group);
  }
  select.addEventListener('change', () => {
    change(swap(row.voice, select.value));
    draw();
  });
  return select;
}

function line(row, place) {
  const item = document.createElement('li');
  item.style.setProperty('--ks-hue', `var(--ks-${row.voice[0]})`);
  const dot = document.createElement('i');
  dot.className = 'ks-dot';
  const slider = document.createElement('input');
  Object.assign(slider, { type: 'range', min: 0, max: 1, step: 0.01, value: row.weight });
  slider.setAttribute('aria-label', `Weight of ${nameOf(row.voice)}`);
  const output = document.createElement('output');
  shows[place] = percent => {
    output.textContent = `${percent}%`;
    slider.style.setProperty('--ks-fill', `${slider.value * 100}%`);
    slider.setAttribute('aria-valuetext', `${percent}% of the mix`);
  };
  slider.addEventListener('input', () => {
    rows = weigh(row.voice, Number(slider.value))(rows);
    showShares();
  });
  slider.addEventListener('change', () => change(weigh(row.voice, Number(slider.value))));
  const remove = document.createElement('button');
  remove.type = 'button';
  remove.className = 'ks-remove';
  remove.textContent = '✕';
  remove.disabled = rows.length === 1;
  remove.setAttribute('aria-label', `Remove ${nameOf(row.voice)} from the mix`);
  remove.addEventListener('click', () => {
    change(without(row.voice));
    draw();
  });
  item.append(dot, choice(row), slider, output, remove);
  return item;
}

let shows = []; // for each row, what shows its share

function showShares() {
  const shares = percents();
  shows.forEach((show, place) => show(shares[place]));
}

function draw() {
  const { activeElement: focused } = document;
  const place = [...list.children].findIndex(item => item.contains(focused));
  shows = [];
  list.replaceChildren(...rows.map(line));
  showShares();
  if (place >= 0) list.children[place]?.querySelector(focused.tagName)?.focus();
}

// Rows that come while a slider is held wait until it is let go.
let held = false;
list.addEventListener('pointerdown', () => { held = true; });
for (const end of ['pointerup', 'pointercancel']) {
  document.addEventListener(end, () => {
    if (!held) return;
    held = false;
    setTimeout(show);
  });
}

add.addEventListener('click', () => {
  const used = new Set(rows.map(row => row.voice));
  const language = rows[0]?.voice[0];
  const free = voices().filter(voice => !used.has(voice.id));
  const next = free.find(voice => voice.id[0] === language) ?? free[0];
  if (!next) return;
  change(join(next.id));
  draw();
  list.lastElementChild.querySelector('select').focus();
});

const refuse = mistake => showProblem(problem, mistake);

function show() {
  const value = props.value ?? {};
  const current = window.kokoroEdits.current('speak', value.formula ?? value.problem?.formula);
  if (!current || held) return;
  problem.hidden = true;
  if (value.problem) {
    formula = value.problem.formula;
    refuse(value.problem);
    catchUp();
    return;
  }
  note.hidden = !value.note;
  note.textContent = value.note ?? '';
  list.hidden = add.hidden = Boolean(value.locked);
  if (value.rows && value.formula !== formula) {
    formula = value.formula;
    rows = value.rows.map(([voice, weight]) => ({ voice, weight: Math.max(weight, 0) }));
    draw();
  }
  catchUp();
}

watch('value', show);
show();
