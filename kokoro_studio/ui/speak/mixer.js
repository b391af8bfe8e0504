// Rows of a voice and a weight. The sliders keep the hand's own numbers; shares are shown beside.
import {
  joined,
  newRow,
  percents,
  shareOf,
  sharesOf,
  swapped,
  weighed,
  without,
} from '../mix/mixing.js';
import { button, finder, make } from '../shell/dom.js';
import { edits } from '../shell/edits.js';
import { showProblem } from '../shell/problem.js';

const METHOD = 'lerp'; // the panel is locked for a formula that names another
let panel = null; // what is mounted

// Adds a voice to the rows; false if the formula says more, or other things, than rows can.
export const enlist = voice => Boolean(panel?.enlist(voice));

/** @param {Mounted} component */
export function mount({ element, props, trigger, watch, facts }) {
  const find = finder(element);
  const list = find('.ks-rows');
  const add = find('.ks-add');
  const note = find('.ks-note');
  const problem = find('.ks-problem');
  const voices = () => [...(props.value?.own ?? []), ...facts.voices];
  const nameOf = id => voices().find(voice => voice.id === id)?.name ?? id;
  /** @type {import('../mix/mixing.js').Row[]} */
  let rows = [];

  let moved = 0; // the number of the last change made here
  let formula = null; // that the rows stand for
  let waiting = []; // changes made while the rows of a newer formula are still to come

  // A change is a function of the rows. It is seen at once, and made on the newest rows there are: a
  // voice that was just added elsewhere stays.
  function change(made) {
    rows = made(rows);
    if (edits.overtakes('speak', moved, formula)) waiting.push(made);
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
    const weights = rows.map(row => [row.voice, row.timbre]);
    moved = edits.change('speak', edit => trigger('mix', { rows: weights, edit }));
  }

  edits.onSettled('speak', answer => {
    if (answer.error) refuse({ sentence: answer.error, formula: '', position: 0 });
    else if (answer.edit === moved) formula = answer.formula;
    if (answer.error || answer.formula === formula) catchUp();
  });

  panel = {
    enlist: voice => {
      if (list.hidden || !problem.hidden) return false;
      change(given => joined(given, voice));
      draw();
      return true;
    },
  };

  function choice(row) {
    const select = make('select');
    select.setAttribute('aria-label', 'Voice in the mix');
    const groups = [
      ['Yours', voice => voice.own],
      ...facts.languages.map(language => [
        language.name,
        voice => !voice.own && voice.language === language.code,
      ]),
    ];
    for (const [label, belongs] of groups) {
      const group = make('optgroup');
      group.label = label;
      group.append(
        ...voices()
          .filter(belongs)
          .map(voice => new Option(voice.name, voice.id, false, voice.id === row.voice)),
      );
      if (group.children.length) select.append(group);
    }
    select.addEventListener('change', () => {
      change(given => swapped(given, row.voice, select.value));
      draw();
    });
    return select;
  }

  function line(row, place) {
    const item = make('li');
    item.style.setProperty('--ks-hue', `var(--ks-${row.voice[0]})`);
    const slider = make('input');
    Object.assign(slider, { type: 'range', min: 0, max: 1, step: 0.01, value: row.timbre });
    slider.setAttribute('aria-label', `Weight of ${nameOf(row.voice)}`);
    const output = make('output');
    shows[place] = percent => {
      output.textContent = `${percent}%`;
      slider.style.setProperty('--ks-fill', `${slider.value * 100}%`);
      slider.setAttribute('aria-valuetext', `${percent}% of the mix`);
    };
    slider.addEventListener('input', () => {
      rows = weighed(rows, row.voice, Number(slider.value));
      showShares();
    });
    slider.addEventListener('change', () => {
      const weight = Number(slider.value);
      change(given => weighed(given, row.voice, weight));
    });
    const remove = button(
      'ks-remove',
      '✕',
      () => {
        change(given => without(given, row.voice));
        draw();
      },
      `Remove ${nameOf(row.voice)} from the mix`,
    );
    remove.disabled = rows.length === 1;
    item.append(make('i', 'ks-dot'), choice(row), slider, output, remove);
    return item;
  }

  let shows = []; // for each row, what shows its share

  function showShares() {
    const shares = percents(sharesOf(rows, 'timbre', METHOD), METHOD);
    for (const [place, show] of shows.entries()) show(shareOf(shares, rows[place].voice));
  }

  function draw() {
    const focused = document.activeElement;
    const place = [...list.children].findIndex(item => item.contains(focused));
    shows = [];
    list.replaceChildren(...rows.map(line));
    showShares();
    if (place >= 0) list.children[place]?.querySelector(focused.tagName)?.focus();
  }

  // Rows that come while a slider is held wait until it is let go.
  let held = false;
  list.addEventListener('pointerdown', () => {
    held = true;
  });
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
    change(given => joined(given, next.id));
    draw();
    list.lastElementChild.querySelector('select').focus();
  });

  const refuse = mistake => showProblem(problem, mistake);

  function show() {
    const value = props.value ?? {};
    const current = edits.current('speak', value.formula ?? value.problem?.formula);
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
      rows = value.rows.map(([voice, share]) => {
        const weight = Math.max(share, 0);
        return newRow(voice, weight, weight);
      });
      draw();
    }
    catchUp();
  }

  watch('value', show);
  show();
}
