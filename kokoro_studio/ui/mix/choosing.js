// The desk's list of voices: to add one, to take another in its place, or to morph to.

// What choosing a voice of the list does, and what the list says of it.
const CHOICES = {
  add: {
    words: () => 'Add a voice: name, language, male, warm…',
    label: name => `Add ${name}`,
    act: id => {
      const weight = rows().length ? 0.5 : 1;
      rows().push(newRow(id, weight, weight));
    },
  },
  replace: {
    words: row => `Instead of ${voiceOf(row.voice).name}: name, language, male, warm…`,
    label: (name, row) => `Take ${name} instead of ${voiceOf(row.voice).name}`,
    act: (id, row) => { row.voice = id; },
  },
  morph: {
    words: () => 'Morph to which voice? Name, language, male, warm…',
    label: name => `Morph to ${name}`,
    act: id => {
      state.stages.push({ ...emptyStage(), rows: [newRow(id, 1, 1)] });
      state.active = state.stages.length - 1;
    },
  },
};
let choice = { ...CHOICES.add, row: null };

// Open the list of voices; `row` is the one to replace.
function choose(what, row = null) {
  choice = { ...CHOICES[what], row };
  search.placeholder = choice.words(row);
  search.value = '';
  search.focus();
  offer();
  options.hidden = false;
}

function take(id) {
  const again = choice.act === CHOICES.add.act;
  choice.act(id, choice.row);
  draw();
  commit();
  if (again) choose('add');
  else search.blur();
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
    const free = choice.act === CHOICES.morph.act || !used.has(voice.id);
    return free && wanted.every(word => said.some(other => other.startsWith(word)));
  });
  options.replaceChildren(...fitting.map(voice => {
    const option = button('ks-option', choice.label(voice.name, choice.row), () => take(voice.id));
    option.style.setProperty('--ks-hue', `var(--ks-${voice.language})`);
    option.append(make('i', 'ks-dot'), make('b', '', voice.name),
      make('small', '', [languageOf(voice.language), voice.gender, voice.traits]
        .filter(Boolean).join(' · ')));
    return option;
  }));
  if (!fitting.length) options.append(make('p', '', 'No voice is like that.'));
}
const close = () => {
  options.hidden = true;
  choice = { ...CHOICES.add, row: null };
  search.placeholder = choice.words();
};
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
