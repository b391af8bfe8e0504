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

function send() {
  const weights = rows.map(row => [row.voice, row.weight]);
  moved = window.kokoroEdits.change('speak', edit => trigger('mix', { rows: weights, edit }));
}

window.kokoroEdits.onSettled('speak', answer => {
  if (answer.error) refuse({ sentence: answer.error, formula: '', position: 0 });
  else if (answer.edit === moved) formula = answer.formula;
});

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
    row.voice = select.value;
    send();
  });
  return select;
}

function line(row) {
  const item = document.createElement('li');
  item.style.setProperty('--ks-hue', `var(--ks-${row.voice[0]})`);
  const dot = document.createElement('i');
  dot.className = 'ks-dot';
  const slider = document.createElement('input');
  Object.assign(slider, { type: 'range', min: 0, max: 1, step: 0.01, value: row.weight });
  slider.setAttribute('aria-label', `Weight of ${nameOf(row.voice)}`);
  const percent = document.createElement('output');
  row.show = () => {
    percent.textContent = `${percents()[rows.indexOf(row)]}%`;
    slider.style.setProperty('--ks-fill', `${row.weight * 100}%`);
    slider.setAttribute('aria-valuetext', `${percent.textContent} of the mix`);
  };
  slider.addEventListener('input', () => {
    row.weight = Number(slider.value);
    rows.forEach(other => other.show());
  });
  slider.addEventListener('change', send);
  const remove = document.createElement('button');
  remove.type = 'button';
  remove.className = 'ks-remove';
  remove.textContent = '✕';
  remove.disabled = rows.length === 1;
  remove.setAttribute('aria-label', `Remove ${nameOf(row.voice)} from the mix`);
  remove.addEventListener('click', () => {
    rows = rows.filter(other => other !== row);
    if (rows.every(other => other.weight === 0)) rows[0].weight = 1;
    draw();
    send();
  });
  item.append(dot, choice(row), slider, percent, remove);
  return item;
}

function draw() {
  list.replaceChildren(...rows.map(line));
  rows.forEach(row => row.show());
}

add.addEventListener('click', () => {
  const used = new Set(rows.map(row => row.voice));
  const language = rows[0]?.voice[0];
  const free = voices().filter(voice => !used.has(voice.id));
  const next = free.find(voice => voice.id[0] === language) ?? free[0];
  if (!next) return;
  rows.push({ voice: next.id, weight: 0.5 });
  draw();
  send();
  list.lastElementChild.querySelector('select').focus();
});

const refuse = mistake => showProblem(problem, mistake);

function show() {
  const value = props.value ?? {};
  const current = window.kokoroEdits.current('speak', value.formula ?? value.problem?.formula);
  if (!current) return;
  problem.hidden = true;
  if (value.problem) {
    formula = null;
    refuse(value.problem);
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
}

watch('value', show);
show();
