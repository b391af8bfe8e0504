// The desk follows what others do: a formula that was written, own voices that came, went or were
// renamed, and the desk as it was left.
import { edits } from '../shell/edits.js';
import { kept } from './kept.js';
import { alikeShares, comesTo, deskShares, emptyStage, newRow, shareOf } from './mixing.js';

export function follow(desk) {
  // An own voice has another id: the mix goes on with it.
  document.addEventListener('ks:renamed', ({ detail: { from, to } }) => {
    const now = JSON.stringify(desk.state);
    desk.history.rename(from, to);
    if (from === to || !now.includes(`"${from}"`)) return;
    desk.state = JSON.parse(now.replaceAll(`"${from}"`, `"${to}"`));
    desk.draw();
    if (desk.formula !== null) desk.commit(); // else somebody is mending the formula by hand
  });

  // The desk of a formula that another hand wrote: as it was left, if it was here before.
  function adopt(stages, method) {
    const left = desk.left.find(each => comesTo(each, stages, method));
    if (left) desk.left = [];
    takeUp(left ?? deskOf(stages, method));
  }

  function takeUp(state) {
    if (!state) return;
    desk.state = state;
    desk.history.push(JSON.stringify(desk.state));
    kept.keepDesk(desk.state);
    desk.draw();
  }

  function deskOf(stages, method) {
    if (!stages.length) return { stages: [emptyStage()], method, active: 0 };
    return {
      method,
      active: Math.min(desk.state.active, stages.length - 1),
      stages: stages.map(({ timbre, delivery, pitch }) => {
        const names = [...new Set([...timbre, ...delivery].map(([voice]) => voice))];
        return {
          rows: names.map(voice => newRow(voice, shareOf(timbre, voice), shareOf(delivery, voice))),
          pitch: !pitch.length ? 'delivery' : alikeShares(pitch, timbre) ? 'timbre' : pitch,
        };
      }),
    };
  }

  // An empty desk stands for no formula yet: it takes even one that it comes to.
  const alreadyHere = ({ stages, method }) =>
    (desk.rows().length || !desk.left.length) && comesTo(desk.state, stages, method);

  let own = '[]'; // the own voices that were shown last
  function show() {
    const value = desk.props.value ?? {};
    const current = edits.current('mix', value.formula ?? value.problem?.formula);
    if (current && value.problem) {
      desk.formula = null;
      if (!desk.history.past.length) takeUp(desk.left.find(deskShares));
      desk.refuse(value.problem);
    } else if (current) {
      desk.find('.ks-desk-problem').hidden = true;
      if (value.stages && value.formula !== desk.formula && !alreadyHere(value)) {
        adopt(value.stages, value.method);
      }
      desk.formula = value.formula;
    }
    const mine = JSON.stringify(value.own ?? []);
    if (mine !== own) {
      // voices of one's own have come or gone
      own = mine;
      desk.draw();
      desk.offerAgain();
    }
    desk.find('.ks-link-box').hidden = true;
    desk.find('.ks-shared').textContent = '';
  }

  desk.watch('value', show);
  desk.draw();
  show();
}
