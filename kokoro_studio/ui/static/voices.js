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
  row.style.setProperty('--ks-hue', `var(--ks-${voice.language})`);
  const label = make('label');
  const radio = make('input');
  radio.type = 'radio';
  radio.name = 'ks-voice';
  radio.value = voice.id;
  radio.addEventListener('change', () => window.kokoroEdits.change('speak', edit => trigger('pick', { voice: voice.id, edit })));
  const line = make('span', 'ks-voice-words');
  line.append(
    make('b', '', voice.name),
    make('span', 'ks-voice-line', [voice.gender, voice.traits].filter(Boolean).join(' · ')),
    make('small', 'ks-voice-id', voice.id)
  );
  label.append(radio, make('i', 'ks-dot'), line);
  if (voice.grade) {
    const grade = make('span', 'ks-grade', voice.grade);
    grade.title = "Quality grade by the model's authors";
    label.append(grade);
  }
  const add = make('button', 'ks-plus', '+');
  add.type = 'button';
  add.setAttribute('aria-label', `Add ${voice.name} to the mix`);
  add.title = 'Add to the mix';
  add.addEventListener('click', () => window.kokoroEdits.change('speak', edit => trigger('enlist', { voice: voice.id, edit })));
  row.append(label, add);
  const said = [voice.name, voice.id, voice.gender, voice.traits, language.name, language.endonym];
  if (voice.own) said.push('own', 'yours');
  const words = said.join(' ').toLowerCase().split(/[\s,_·]+/);
  rows.set(voice.id, { row, radio, own: voice.own, said: words });
  return row;
}

const languageOf = voice => facts.languages.find(({ code }) => code === voice.language);

function group(name, endonym, voices) {
  const node = make('div', 'ks-language');
  node.setAttribute('role', 'group');
  node.setAttribute('aria-label', name);
  const title = make('h3', '', name);
  if (endonym !== name) title.append(make('span', '', endonym));
  node.append(title, ...voices.map(voice => voiceRow(voice, languageOf(voice))));
  return node;
}

let own = null; // the group of one's own voices, on top
let ownShown = '[]';
function showOwn() {
  const voices = props.value?.own ?? [];
  if (JSON.stringify(voices) === ownShown) return;
  ownShown = JSON.stringify(voices);
  own?.remove();
  for (const [id, { own }] of rows) if (own) rows.delete(id);
  own = voices.length ? group('Yours', 'Yours', voices) : null;
  if (own) list.prepend(own);
  filter();
}

for (const language of facts.languages) {
  const voices = facts.voices.filter(voice => voice.language === language.code);
  list.append(group(language.name, language.endonym, voices));
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
  showOwn();
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
