// The desk follows what others do: a formula that was written, own voices that came, went or were
// renamed, and the desk as it was left.

// An own voice has another id: the mix goes on with it.
document.addEventListener('ks:renamed', ({ detail: { from, to } }) => {
  const now = JSON.stringify(state);
  history.rename(from, to);
  if (from === to || !now.includes(`"${from}"`)) return;
  state = JSON.parse(now.replaceAll(`"${from}"`, `"${to}"`));
  draw();
  if (formula !== null) commit(); // else somebody is mending the formula by hand
});

// The desk of a formula that another hand wrote: as it was left, if it was here before.
function adopt(stages, method) {
  const left = kept.find(desk => comesTo(desk, stages, method));
  if (left) kept = [];
  takeUp(left ?? deskOf(stages, method));
}

function takeUp(desk) {
  if (!desk) return;
  state = desk;
  history.push(JSON.stringify(state));
  window.kokoroKept.keepDesk(state);
  draw();
}

function deskOf(stages, method) {
  if (!stages.length) return { stages: [emptyStage()], method, active: 0 };
  return {
    method,
    active: Math.min(state.active, stages.length - 1),
    stages: stages.map(({ timbre, delivery, pitch }) => {
      const names = [...new Set([...timbre, ...delivery].map(([voice]) => voice))];
      return {
        rows: names.map(voice => newRow(voice, shareOf(timbre, voice), shareOf(delivery, voice))),
        pitch: !pitch.length ? 'delivery' : alikeShares(pitch, timbre) ? 'timbre' : pitch,
      };
    }),
  };
}

const refuse = mistake => showProblem(find('.ks-desk-problem'), mistake);

// An empty desk stands for no formula yet: it takes even one that it comes to.
const alreadyHere = ({ stages, method }) =>
  (rows().length || !kept.length) && comesTo(state, stages, method);

let own = '[]'; // the own voices that were shown last
function show() {
  const value = props.value ?? {};
  const current = window.kokoroEdits.current('mix', value.formula ?? value.problem?.formula);
  if (current && value.problem) {
    formula = null;
    if (!history.past.length) takeUp(kept.find(deskShares));
    refuse(value.problem);
  } else if (current) {
    find('.ks-desk-problem').hidden = true;
    if (value.stages && value.formula !== formula && !alreadyHere(value)) {
      adopt(value.stages, value.method);
    }
    formula = value.formula;
  }
  const mine = JSON.stringify(value.own ?? []);
  if (mine !== own) { // voices of one's own have come or gone
    own = mine;
    draw();
    if (!options.hidden) offer();
  }
  find('.ks-link-box').hidden = true;
  find('.ks-shared').textContent = '';
}

watch('value', show);
draw();
show();
showBefore();
