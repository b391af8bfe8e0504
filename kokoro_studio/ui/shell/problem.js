// A mistake in a formula, marked where it is. `formula` '' for a mistake that is not in one.
export function showProblem(problem, { sentence, formula, position }) {
  const place = document.createElement('mark');
  place.textContent = formula.slice(position).split(/(?<=\w)\b|\s/)[0] || '␣';
  const after = position + (position < formula.length ? place.textContent.length : 0);
  const code = problem.querySelector('code');
  code.hidden = !formula;
  code.replaceChildren(formula.slice(0, position), place, formula.slice(after));
  problem.querySelector('p').textContent = sentence;
  problem.hidden = false;
}
