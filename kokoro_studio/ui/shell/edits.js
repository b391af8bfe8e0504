// The last change a person makes to a mix wins. Each change has a number, its answer from the server
// brings the number back, and an answer that is not to the latest change is dropped.

const BOXES = { speak: '#ks-formula textarea', mix: '#ks-mix-formula textarea' };
const RETRY_MILLISECONDS = 2000;
const newPanel = () => ({
  edit: 0, // the number of its latest change
  asks: null, // that of the change which waits for its answer
  retry: 0, // the timer that sends it again
  settled: _answer => {},
});
const panels = { speak: newPanel(), mix: newPanel() };
/** @returns {HTMLTextAreaElement | null} */
const boxOf = panel => document.querySelector(BOXES[panel]);

let writing = false; // an input event that is not the person's

function settle(panel) {
  clearTimeout(panels[panel].retry);
  panels[panel].asks = null;
}

document.addEventListener(
  'input',
  event => {
    if (writing) return;
    for (const panel of Object.keys(BOXES)) {
      if (event.target !== boxOf(panel)) continue;
      panels[panel].edit += 1;
      settle(panel);
    }
  },
  true,
);

export const edits = {
  // A change whose formula the server tells: `ask(number)` sends it, and again if that is lost.
  change(panel, ask) {
    const state = panels[panel];
    state.edit += 1;
    const { edit } = state;
    settle(panel);
    state.asks = edit;
    ask(edit);
    state.retry = setTimeout(() => {
      if (state.asks === edit) ask(edit);
    }, RETRY_MILLISECONDS);
    return edit;
  },
  // Whether a change other than number `own` waits for its answer, or the box shows another formula.
  overtakes(panel, own, formula) {
    const { asks } = panels[panel];
    return (asks !== null && asks !== own) || (boxOf(panel)?.value ?? formula) !== formula;
  },
  // What the box of a panel shows once an answer is there. `given`: what Gradio says it shows.
  answered(panel, answer, given) {
    const state = panels[panel];
    const shown = boxOf(panel)?.value ?? given;
    if (!answer || answer.edit !== state.edit) return shown;
    settle(panel);
    state.settled(answer);
    return answer.error ? shown : answer.formula;
  },
  // What the box of a panel shows once a voice has another id: { from, to }.
  renamed(panel, ids, given) {
    const shown = boxOf(panel)?.value ?? given;
    if (!ids) return shown;
    const { from, to } = ids;
    return shown.replace(new RegExp(`(?<![\\p{L}\\p{N}_])${from}(?![\\p{L}\\p{N}_])`, 'giu'), to);
  },
  // Write an answer into a box, unless the box has changed since it was asked about. Written here,
  // as if it were typed: between a value that is handed to Gradio and its showing, a person may type.
  write(selector, answer) {
    const box = /** @type {HTMLTextAreaElement | null} */ (document.querySelector(selector));
    if (!box || !answer || answer.asked !== box.value || answer.next === box.value) return;
    box.value = answer.next;
    writing = true;
    box.dispatchEvent(new Event('input', { bubbles: true }));
    writing = false;
  },
  // `settled(answer)` is called for each answer to the latest change.
  onSettled(panel, settled) {
    panels[panel].settled = settled;
  },
  // Whether the controls of a panel may follow what the server says of `formula`.
  current(panel, formula) {
    const shown = boxOf(panel)?.value ?? formula;
    return panels[panel].asks === null && shown === formula;
  },
};
