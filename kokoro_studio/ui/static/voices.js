// The list of voices: one radio group under the headings of their languages, and a search.
const list = element.querySelector('.ks-voices');
const search = element.querySelector('input[type=search]');
const found = element.querySelector('.ks-found');
const rows = new Map();

const make = (tag, name, text) => {
  const node = document.createElement(tag);
  if (name) node.className = name;
  if (text !== undefined) node.textContent = text;
  return node;
};

function voiceRow(voice, language) {
  const row = make('div', 'ks-voice');
  const label = make('label');
  const radio = make('input');
  radio.type = 'radio';
  radio.name = 'ks-voice';
  radio.value = voice.id;
  radio.addEventListener('change', () => trigger('pick', { voice: voice.id }));
  const words = make('span', 'ks-voice-words');
  words.append(
    make('b', '', voice.name),
    make('span', 'ks-voice-line', [voice.gender, voice.traits].filter(Boolean).join(' · ')),
    make('small', 'ks-voice-id', voice.id)
  );
  label.append(radio, make('i', 'ks-dot'), words);
  if (voice.grade) {
    const grade = make('span', 'ks-grade', voice.grade);
    grade.title = "Quality grade by the model's authors";
    label.append(grade);
  }
  const add = make('button', 'ks-plus', '+');
  add.type = 'button';
  add.setAttribute('aria-label', `Add ${voice.name} to the mix`);
  add.title = 'Add to the mix';
  add.addEventListener('click', () => trigger('enlist', { voice: voice.id }));
  row.append(label, add);
  const said = [voice.name, voice.id, voice.gender, voice.traits, language.name, language.endonym];
  rows.set(voice.id, { row, radio, said: said.join(' ').toLowerCase().split(/[\s,_·]+/) });
  return row;
}

for (const language of props.languages) {
  const group = make('div', 'ks-language');
  group.style.setProperty('--ks-hue', `var(--ks-${language.code})`);
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', language.name);
  const title = make('h3', '', language.name);
  if (language.endonym !== language.name) title.append(make('span', '', language.endonym));
  group.append(title);
  const voices = props.voices.filter(voice => voice.language === language.code);
  for (const voice of voices) group.append(voiceRow(voice, language));
  list.append(group);
}

function filter() {
  const wanted = search.value.toLowerCase().split(/[\s,_·]+/).filter(Boolean);
  let count = 0;
  for (const { row, said } of rows.values()) {
    const fits = wanted.every(word => said.some(other => other.startsWith(word)));
    row.hidden = !fits;
    count += fits;
  }
  for (const group of list.children) {
    group.hidden = !group.querySelector('.ks-voice:not([hidden])');
  }
  found.textContent = !wanted.length ? '' : count ? `${count} found` : 'No voice is like that';
}

function show() {
  const selected = props.value?.selected ?? [];
  for (const [id, { row, radio }] of rows) {
    radio.checked = selected.length === 1 && selected[0] === id;
    row.classList.toggle('ks-chosen', selected.includes(id));
  }
  const first = rows.get(selected[0])?.row;
  if (first && !element.contains(document.activeElement)) {
    list.scrollTop += first.getBoundingClientRect().top - list.getBoundingClientRect().top - 60;
  }
}

search.addEventListener('input', filter);
search.addEventListener('keydown', event => {
  const first = [...rows.values()].find(({ row }) => !row.hidden);
  if (event.key === 'ArrowDown' && first) {
    event.preventDefault();
    first.radio.focus();
  }
});
watch('value', show);
show();
