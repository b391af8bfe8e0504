// The list of voices: one radio group under the headings of their languages, and a search.
import { button, finder, make } from '../shell/dom.js';
import { edits } from '../shell/edits.js';
import { enlist } from './mixer.js';

// Words that people search with, beside those of the list.
const SAME = {
  man: 'male',
  men: 'male',
  woman: 'female',
  women: 'female',
  deep: 'low',
  uk: 'british',
  gb: 'british',
  us: 'american',
  usa: 'american',
};

const TYPING_MILLISECONDS = 800;

function tool(name, text, label, act) {
  const node = button(name, text, act, label);
  node.title = label;
  return node;
}

/** @param {Mounted} component */
export function mount({ element, props, trigger, watch, facts }) {
  const find = finder(element);
  const list = find('.ks-voices');
  const search = find('input[type=search]');
  const found = find('.ks-found');
  const rows = new Map();

  function voiceRow(voice, language) {
    const row = make('div', 'ks-voice');
    row.style.setProperty('--ks-hue', `var(--ks-${voice.language})`);
    const label = make('label');
    const radio = make('input');
    radio.type = 'radio';
    radio.value = voice.id;
    radio.addEventListener('change', () => {
      for (const [id, other] of rows) other.radio.checked = id === voice.id;
      edits.change('speak', edit => trigger('pick', { voice: voice.id, edit }));
    });
    const line = make('span', 'ks-voice-words');
    line.append(
      make('b', '', voice.name),
      make('span', 'ks-voice-line', voice.line),
      make('small', 'ks-voice-id', voice.id),
    );
    label.append(radio, make('i', 'ks-dot'), line);
    if (voice.grade) {
      const grade = make('span', 'ks-grade', voice.grade);
      grade.title = "Quality, as graded by the model's authors";
      label.append(grade);
    }
    const hear = tool('ks-hear-voice', '▶', `Hear ${voice.name}`, () =>
      trigger('hear', { voice: voice.id }),
    );
    const add = tool('ks-plus', '+', `Add ${voice.name} to the mix`, () => {
      if (enlist(voice.id)) return;
      edits.change('speak', edit => trigger('enlist', { voice: voice.id, edit }));
    });
    row.append(label, hear, add);
    const said = [
      voice.name,
      voice.id,
      voice.gender,
      voice.traits,
      language.name,
      language.endonym,
    ];
    if (voice.own) said.push('own', 'yours');
    const words = said
      .join(' ')
      .toLowerCase()
      .split(/[\s,_·]+/);
    const stops = [radio, hear, add];
    for (const stop of stops) stop.tabIndex = -1;
    rows.set(voice.id, { row, radio, stops, name: voice.name, own: voice.own, said: words });
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
    const wanted = search.value
      .toLowerCase()
      .split(/[\s,_·]+/)
      .filter(Boolean)
      .map(word => SAME[word] ?? word);
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
    settleStop();
  }

  // One stop of the Tab key: the chosen voice, or the first that is shown. The radio buttons have no
  // name, since of a native group the browser would skip whatever is not chosen.
  const shown = () => [...rows.values()].filter(({ row }) => !row.hidden);
  let stop = null;

  function stopAt(next) {
    if (stop) stop.tabIndex = -1;
    stop = next;
    if (stop) stop.tabIndex = 0;
  }

  function settleStop() {
    if (list.contains(document.activeElement)) return;
    const voices = shown();
    const chosen =
      voices.find(({ radio }) => radio.checked) ??
      voices.find(({ row }) => row.classList.contains('ks-chosen')) ??
      voices[0];
    stopAt(chosen?.radio);
    voices.forEach(({ radio }, index) => {
      radio.setAttribute('aria-posinset', index + 1);
      radio.setAttribute('aria-setsize', voices.length);
    });
  }

  let typed = ''; // letters of a name, typed quickly one after the other
  let typedAt = 0;

  function named(letter, voices, index) {
    const now = Date.now();
    typed = now - typedAt < TYPING_MILLISECONDS ? typed + letter : letter;
    typedAt = now;
    const from = typed.length > 1 ? index : index + 1;
    const order = [...voices.slice(from), ...voices.slice(0, from)];
    return order.find(({ name }) => name.toLowerCase().startsWith(typed.toLowerCase()));
  }

  list.addEventListener('keydown', event => {
    const voices = shown();
    const index = voices.findIndex(({ stops }) => stops.includes(event.target));
    if (index < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const { stops } = voices[index];
    const beside =
      stops[stops.indexOf(event.target) + ({ ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? NaN)];
    const next =
      {
        ArrowDown: voices[Math.min(index + 1, voices.length - 1)],
        ArrowUp: voices[Math.max(index - 1, 0)],
        Home: voices[0],
        End: voices.at(-1),
      }[event.key] ?? (/^[\p{L}\p{N}]$/u.test(event.key) ? named(event.key, voices, index) : null);
    const moves = /^Arrow|^Home$|^End$/.test(event.key);
    if (event.key === 'Enter' && event.target.type === 'radio') event.target.click();
    else if (!moves && !next) return;
    event.preventDefault();
    const target = beside ?? next?.radio;
    if (!target) return;
    stopAt(target);
    target.focus();
  });
  list.addEventListener('focusin', ({ target }) => stopAt(target));
  list.addEventListener('focusout', ({ relatedTarget }) => {
    if (!list.contains(relatedTarget)) setTimeout(settleStop);
  });

  function show() {
    showOwn();
    const selected = props.value?.selected; // none while the formula has a mistake
    if (!selected) return;
    for (const [id, { row, radio }] of rows) {
      radio.checked = selected.length === 1 && selected[0] === id;
      row.classList.toggle('ks-chosen', selected.includes(id));
    }
    settleStop();
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
}
