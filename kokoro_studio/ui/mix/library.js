// One's own voices: a form that keeps the mix, and a card for each that was kept.
import { announce, button, bytesOf, download, finder, make } from '../shell/dom.js';
import { edits } from '../shell/edits.js';

function editable(text, label, limit, done) {
  const box = make('input');
  Object.assign(box, { value: text, maxLength: limit });
  box.setAttribute('aria-label', label);
  box.addEventListener('keydown', event => {
    if (event.key === 'Enter') {
      event.preventDefault();
      box.blur();
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      box.value = text;
      box.blur();
    }
  });
  box.addEventListener('blur', () => {
    if (box.value !== text) done(box.value);
  });
  return box;
}

// A list of [value, label]; `done(value)` when another is chosen.
function picklist(label, chosen, options, done) {
  const list = make('select', 'ks-own-format ks-own-kind');
  list.setAttribute('aria-label', label);
  list.append(...options.map(([value, text]) => new Option(text, value, false, value === chosen)));
  list.addEventListener('change', () => done(list.value));
  return list;
}

function deliver(file) {
  const url = URL.createObjectURL(
    new Blob([bytesOf(file.data)], { type: 'application/octet-stream' }),
  );
  download(url, file.name);
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** @param {Mounted} component */
export function mount({ element, props, trigger, watch, facts }) {
  const find = finder(element);
  const act = (what, rest = {}) =>
    trigger('act', {
      what,
      voice: '',
      name: '',
      notes: '',
      format: '',
      language: '',
      gender: '',
      ...rest,
    });
  const press = (text, label, does) => button('ks-quiet', text, does, label);
  const nameBox = find('.ks-keep-name');
  const notesBox = find('.ks-keep-notes');
  let checking = 0;
  let delivered = null; // the last file handed to the browser
  let followed = null; // the last voice whose id has changed

  nameBox.addEventListener('input', () => {
    clearTimeout(checking);
    find('.ks-keep-words').textContent = '';
    if (nameBox.value.trim()) {
      checking = setTimeout(() => act('check', { name: nameBox.value }), 250);
    }
  });
  find('.ks-keep').addEventListener('submit', event => {
    event.preventDefault();
    clearTimeout(checking);
    act('keep', { name: nameBox.value, notes: notesBox.value });
  });
  find('.ks-export-mix').addEventListener('click', () =>
    act('export', { format: find('.ks-export-format').value }),
  );

  // Files of other tools often tell neither language nor gender.
  function kindOf(voice) {
    const change = what => value => act('classify', { voice: voice.id, [what]: value });
    const languages = facts.languages.map(({ code, name }) => [code, name]);
    const genders = [
      ['female', 'female'],
      ['male', 'male'],
    ];
    return [
      picklist(`Language of ${voice.name}`, voice.language, languages, change('language')),
      picklist(`Gender of ${voice.name}`, voice.gender, genders, change('gender')),
    ];
  }

  function card(voice) {
    const item = make('li', 'ks-own-voice');
    item.dataset.voice = voice.id;
    item.style.setProperty('--ks-hue', `var(--ks-${voice.language})`);
    const head = make('div', 'ks-own-head');
    const name = editable(voice.name, `Name of ${voice.name}`, facts.most, text =>
      act('rename', { voice: voice.id, name: text }),
    );
    name.className = 'ks-own-name';
    head.append(make('i', 'ks-dot'), name);
    const notes = editable(voice.notes, `Notes of ${voice.name}`, 2000, text =>
      act('annotate', { voice: voice.id, notes: text }),
    );
    notes.className = 'ks-own-notes';
    notes.placeholder = 'Notes';
    const format = find('.ks-export-format').cloneNode(true);
    format.className = 'ks-own-format';
    format.setAttribute('aria-label', `Download ${voice.name} as`);
    format.prepend(new Option('Download…', '', true, true));
    format.addEventListener('change', () => {
      act('export', { voice: voice.id, format: format.value });
      format.value = '';
    });
    const tools = make('div', 'ks-own-tools');
    tools.append(
      press('Play', `Hear ${voice.name}`, () => trigger('hear', { formula: voice.id })),
      press('Mix', `Load ${voice.name} into the desk`, () =>
        edits.change('mix', edit => trigger('edit', { formula: voice.formula || voice.id, edit })),
      ),
      press('Copy', `Duplicate ${voice.name}`, () => act('duplicate', { voice: voice.id })),
      format,
      ...(voice.imported ? kindOf(voice) : []),
      press('Delete', `Delete ${voice.name}`, () => act('delete', { voice: voice.id })),
    );
    item.append(
      head,
      make('small', 'ks-voice-id', voice.id),
      make('p', 'ks-own-words', `${voice.words} · ${voice.languageName} · ${voice.created}`),
      notes,
      tools,
    );
    return item;
  }

  function tell(value) {
    const told = find('.ks-told');
    told.replaceChildren();
    told.hidden = !value.words && !value.error;
    if (value.words) told.append(make('span', '', value.words));
    if (value.undo) {
      told.append(press('Undo', 'Bring it back', () => act('restore', { voice: value.undo })));
    }
    if (value.error) told.append(make('span', 'ks-warns', value.error));
  }

  let shown = '';
  function show() {
    const value = props.value ?? {};
    if (value.check) {
      const words = find('.ks-keep-words');
      words.textContent = nameBox.value.trim() ? value.check.words : '';
      words.classList.toggle('ks-warns', !value.check.fits);
    }
    const voices = value.voices ?? [];
    if (JSON.stringify(voices) !== shown) {
      shown = JSON.stringify(voices);
      find('.ks-own').replaceChildren(...voices.map(card));
      find('.ks-library-empty').hidden = voices.length > 0;
    }
    const empty = find('.ks-library-empty');
    empty.dataset.words ??= empty.textContent;
    const words = value.problem || empty.dataset.words;
    if (empty.textContent !== words) {
      empty.textContent = words;
      empty.classList.toggle('ks-warns', Boolean(value.problem));
    }
    if (value.saved) {
      nameBox.value = notesBox.value = '';
      find('.ks-keep-words').textContent = '';
    }
    if (!value.check) tell(value);
    if (value.renamed && value.renamed !== followed) {
      followed = value.renamed;
      announce('ks:renamed', value.renamed);
    }
    if (value.file && value.file !== delivered) {
      delivered = value.file;
      deliver(value.file);
    }
  }

  watch('value', show);
  show();
}
