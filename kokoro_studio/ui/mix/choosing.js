// The desk's list of voices: to add one, to take another in its place, or to morph to.
import { button, make } from '../shell/dom.js';
import { emptyStage, newRow } from './mixing.js';

// Returns `choose`, which opens the list, and `offerAgain`, for when other voices are there.
export function choosingFor(desk) {
  // What choosing a voice of the list does, and what the list says of it.
  const CHOICES = {
    add: {
      words: _row => 'Add a voice: name, language, male, warm…',
      label: (name, _row) => `Add ${name}`,
      act: (id, _row) => {
        const weight = desk.rows().length ? 0.5 : 1;
        desk.rows().push(newRow(id, weight, weight));
      },
    },
    replace: {
      words: row => `Instead of ${desk.voiceOf(row.voice).name}: name, language, male, warm…`,
      label: (name, row) => `Take ${name} instead of ${desk.voiceOf(row.voice).name}`,
      act: (id, row) => {
        row.voice = id;
      },
    },
    morph: {
      words: _row => 'Morph to which voice? Name, language, male, warm…',
      label: (name, _row) => `Morph to ${name}`,
      act: (id, _row) => {
        desk.state.stages.push({ ...emptyStage(), rows: [newRow(id, 1, 1)] });
        desk.state.active = desk.state.stages.length - 1;
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
    desk.draw();
    desk.commit();
    if (again) choose('add');
    else search.blur();
  }

  // The list of voices to add, found by any of their words.
  const search = desk.find('.ks-desk-search input');
  const options = desk.find('.ks-options');
  function offer() {
    const wanted = search.value
      .toLowerCase()
      .split(/[\s,_·]+/)
      .filter(Boolean);
    const used = new Set(desk.rows().map(row => row.voice));
    const fitting = desk.voices().filter(voice => {
      const said = [
        voice.name,
        voice.id,
        voice.gender,
        voice.traits,
        desk.languageOf(voice.language),
        voice.own ? 'own yours' : '',
      ]
        .join(' ')
        .toLowerCase()
        .split(/[\s,_·]+/);
      const free = choice.act === CHOICES.morph.act || !used.has(voice.id);
      return free && wanted.every(word => said.some(other => other.startsWith(word)));
    });
    options.replaceChildren(
      ...fitting.map(voice => {
        const option = button(
          'ks-option',
          undefined,
          () => take(voice.id),
          choice.label(voice.name, choice.row),
        );
        option.style.setProperty('--ks-hue', `var(--ks-${voice.language})`);
        option.append(
          make('i', 'ks-dot'),
          make('b', '', voice.name),
          make(
            'small',
            '',
            [desk.languageOf(voice.language), voice.gender, voice.traits]
              .filter(Boolean)
              .join(' · '),
          ),
        );
        return option;
      }),
    );
    if (!fitting.length) options.append(make('p', '', 'No voice is like that.'));
  }
  const close = () => {
    options.hidden = true;
    choice = { ...CHOICES.add, row: null };
    search.placeholder = choice.words(null);
  };
  search.addEventListener('focus', () => {
    offer();
    options.hidden = false;
  });
  search.addEventListener('input', () => {
    offer();
    options.hidden = false;
  });
  desk.element.addEventListener('focusout', event => {
    if (!desk.find('.ks-desk-search').contains(event.relatedTarget)) close();
  });
  search.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      options.querySelector('button')?.focus();
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      options.querySelector('button')?.click();
    }
  });
  options.addEventListener('keydown', event => {
    const step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key];
    if (!step) return;
    event.preventDefault();
    (document.activeElement[step] ?? search).focus();
  });
  options.addEventListener('pointerdown', event => event.preventDefault());

  return {
    choose,
    offerAgain: () => {
      if (!options.hidden) offer();
    },
  };
}
