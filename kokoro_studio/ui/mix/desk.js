// The mixing desk. Its state lives here, so that sliders answer at once; the formula follows it,
// and it follows a formula that was written by another hand.
import { button, finder } from '../shell/dom.js';
import { edits } from '../shell/edits.js';
import { showProblem } from '../shell/problem.js';
import { channelsOf } from './channels.js';
import { choosingFor } from './choosing.js';
import { follow } from './following.js';
import { kept } from './kept.js';
import {
  alikeShares,
  emptyStage,
  HALVES,
  History,
  halfShares,
  isHeard,
  newRow,
  normalised,
  randomised,
  stageShares,
} from './mixing.js';
import { shareFrom } from './sharing.js';

/** @param {Mounted} component */
export function mount({ element, props, trigger, watch, facts }) {
  const find = finder(element);
  const voices = () => [...facts.voices, ...(props.value?.own ?? [])];
  const voiceOf = id => {
    const voice = voices().find(each => each.id === id);
    return { id, name: id, gender: '', traits: '', known: Boolean(voice), ...voice };
  };
  const languageOf = code => facts.languages.find(language => language.code === code)?.name ?? '';

  let slots = { at: 'A', other: null }; // which of mixes A and B this is; the other, as JSON
  let moved = 0; // the number of the last change made here

  // What the parts of the desk share.
  const desk = {
    element,
    props,
    trigger,
    watch,
    find,
    voices,
    voiceOf,
    languageOf,
    history: new History(),
    /** @type {import('./mixing.js').Desk} */
    state: { stages: [emptyStage()], method: 'lerp', active: 0 },
    left: [kept.atLoad], // desks as they were left, if the formula still says so
    formula: null, // that the state stands for
    stage: () => desk.state.stages[desk.state.active],
    rows: () => desk.stage().rows,
    commit,
    drawStages,
    refresh,
    refuse: mistake => showProblem(find('.ks-desk-problem'), mistake),
    // These three are set below, by the parts that need the rest.
    draw: (_focused = '') => {},
    choose: (_what, _row = null) => {},
    offerAgain: () => {},
  };
  const allShares = () => desk.state.stages.map(each => stageShares(each, desk.state.method));
  const speakable = () => isHeard(allShares());

  // `run`: a name for changes that are one step of undoing.
  function commit(run = null) {
    desk.history.push(JSON.stringify(desk.state), run);
    kept.keepDesk(desk.state);
    send();
    refresh();
  }

  // Without stages nothing is heard, and the formula is empty.
  function send() {
    const stages = speakable() ? allShares() : [];
    const { method } = desk.state;
    moved = edits.change('mix', edit => trigger('mix', { stages, method, edit }));
  }

  edits.onSettled('mix', answer => {
    if (answer.error) desk.refuse({ sentence: answer.error, formula: '', position: 0 });
    else if (answer.edit === moved) desk.formula = answer.formula;
  });

  function restore(snapshot) {
    if (!snapshot) return;
    desk.state = JSON.parse(snapshot);
    kept.keepDesk(desk.state);
    desk.draw();
    send();
  }

  function drawStages() {
    const several = desk.state.stages.length > 1;
    const tabs = desk.state.stages.map((each, index) => {
      const label =
        index === 0 ? 'From' : index === desk.state.stages.length - 1 ? 'To' : `Then ${index}`;
      const names = each.rows.map(row => voiceOf(row.voice).name).join(' + ');
      const tab = button('ks-stage', names ? `${label}: ${names}` : label, () => {
        desk.state.active = index;
        desk.draw();
      });
      tab.setAttribute('aria-pressed', String(index === desk.state.active));
      return tab;
    });
    if (several) {
      tabs.push(
        button(
          'ks-remove',
          '✕',
          () => {
            desk.state.stages.splice(desk.state.active, 1);
            desk.draw();
            commit();
          },
          'Remove this stage of the morph',
        ),
      );
    }
    find('.ks-stages').replaceChildren(...(several ? tabs : []));
  }

  function refresh() {
    find('.ks-starters').hidden = desk.rows().length > 1 || desk.state.stages.length > 1;
    find('.ks-undo').disabled = desk.history.past.length < 2;
    find('.ks-redo').disabled = !desk.history.future.length;
    const silence = whatIsSilent();
    find('.ks-silent-mix').hidden = !silence;
    find('.ks-silent-mix').textContent = silence;
    const full = desk.state.stages.length >= facts.most;
    find('.ks-morph').disabled = full || !desk.rows().length;
    find('.ks-morph-words').hidden = !full;
    find('.ks-ab').textContent = slots.other
      ? `This is mix ${slots.at}: switch to ${slots.at === 'A' ? 'B' : 'A'}`
      : 'Switch to the mix before';
    find('.ks-ab').disabled = !slots.other && !desk.history.before;
    find('.ks-method-words').textContent = facts.methods.find(
      method => method.name === desk.state.method,
    ).words;
    showHeight();
  }

  // Why the formula is empty, and what to do; '' while the mix is heard.
  function whatIsSilent() {
    const stages = allShares();
    const silent = stages.findIndex(shares => !isHeard([shares]));
    if (silent < 0) return '';
    const place = stages.length > 1 ? ` in stage ${silent + 1} of the morph` : '';
    const missing = HALVES.filter(half => !stages[silent][half].some(([, share]) => share > 0));
    if (!desk.state.stages[silent].rows.length) return `Nothing is heard${place}: add a voice.`;
    return missing.length > 1
      ? `Nothing is heard${place}: raise a fader, or unmute a voice.`
      : `No voice gives the ${missing[0]}${place}: raise a fader of ${missing[0]}.`;
  }

  // Whose pitch: a question only where the halves are not the same, or where a formula asked it.
  function showHeight() {
    const { timbre, delivery } = halfShares(desk.rows(), desk.state.method);
    const { pitch } = desk.stage();
    const given = Array.isArray(pitch);
    find('.ks-height').hidden = !given && alikeShares(timbre, delivery);
    find('.ks-keep-pitch').checked = pitch === 'timbre';
    find('.ks-height-words').textContent = given
      ? `${facts.height.other} ${pitch.map(([voice]) => voiceOf(voice).name).join(' + ')}.`
      : facts.height[pitch];
  }

  find('.ks-undo').addEventListener('click', () => restore(desk.history.undo()));
  find('.ks-redo').addEventListener('click', () => restore(desk.history.redo()));
  find('.ks-normalise').addEventListener('click', () => {
    desk.state.stages = desk.state.stages.map(each => ({
      ...each,
      rows: normalised(each.rows, desk.state.method),
    }));
    desk.draw();
    commit();
  });
  find('.ks-random').addEventListener('click', () => {
    const amount = Number(find('.ks-chance').value) / 100;
    if (desk.rows().length < 2) {
      const language = desk.rows()[0]?.voice[0] ?? 'a';
      const pool = facts.voices.filter(
        voice => voice.language === language && !desk.rows().some(row => row.voice === voice.id),
      );
      for (let count = desk.rows().length; count < 3 && pool.length; count += 1) {
        const [voice] = pool.splice(Math.floor(Math.random() * pool.length), 1);
        desk.rows().push(newRow(voice.id, 0, 0));
      }
    }
    desk.stage().rows = randomised(desk.rows(), amount);
    desk.draw();
    commit();
  });
  find('.ks-ab').addEventListener('click', () => {
    const here = JSON.stringify(desk.state);
    const there = slots.other ?? desk.history.before;
    slots = { at: slots.at === 'A' ? 'B' : 'A', other: here };
    restore(there);
    desk.history.push(there);
  });
  find('.ks-clear').addEventListener('click', () => {
    desk.state = { stages: [emptyStage()], method: 'lerp', active: 0 };
    desk.draw();
    commit();
    find('.ks-starters button')?.focus();
  });
  find('.ks-method').addEventListener('change', event => {
    desk.state.method = event.target.value;
    desk.draw();
    commit();
  });
  find('.ks-keep-pitch').addEventListener('change', event => {
    desk.stage().pitch = event.target.checked ? 'timbre' : 'delivery';
    commit();
  });
  find('.ks-morph').addEventListener('click', () => desk.choose('morph'));
  find('.ks-starters').addEventListener('click', event => {
    const given = event.target.closest('[data-formula]')?.dataset.formula;
    if (given) edits.change('mix', edit => trigger('start', { formula: given, edit }));
  });

  document.addEventListener('keydown', event => {
    const pressed = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey);
    if (!pressed || !element.offsetParent) return;
    const target = /** @type {Element} */ (event.target);
    if (target.matches?.('textarea, input:not([type=range])')) return;
    event.preventDefault();
    restore(event.shiftKey ? desk.history.redo() : desk.history.undo());
  });

  Object.assign(desk, choosingFor(desk), { draw: channelsOf(desk) });
  shareFrom(desk);
  follow(desk);
}
