// The end of a test: what was found, in words, as intervals, and as a table.
import { button, make } from '../shell/dom.js';
import { hear, load } from './trial_playing.js';

const percentOf = (value, { low, high }) =>
  `${Math.min(100, Math.max(0, (100 * (value - low)) / (high - low || 1)))}%`;
const rounded = value => String(Math.round(value * 10) / 10);

// A dot where the estimate stands, a bar for where the truth may be.
function interval(row, plot) {
  const track = make('div', 'ks-interval');
  const unit = plot.unit ?? '';
  const place = (name, from, to = from) => {
    const node = make('i', name);
    node.style.left = percentOf(from, plot);
    node.style.right = `calc(100% - ${percentOf(to, plot)})`;
    track.append(node);
  };
  for (const mark of plot.marks ?? []) place('ks-interval-mark', mark.at);
  if (row.from != null && row.to != null) place('ks-interval-bar', row.from, row.to);
  place('ks-interval-at', row.at);
  track.setAttribute('role', 'img');
  track.setAttribute(
    'aria-label',
    row.from == null
      ? `${rounded(row.at)}${unit}`
      : `${rounded(row.at)}${unit}, between ${rounded(row.from)} and ${rounded(row.to)}${unit}`,
  );
  return track;
}

function plotRow(row, plot) {
  const item = make('li', 'ks-plot-row');
  if (row.color) item.style.setProperty('--ks-hue', row.color);
  const label = make('span', 'ks-plot-label');
  if (row.color) label.append(make('i', 'ks-dot'));
  label.append(make('b', '', row.label));
  const numbers = make('span', 'ks-plot-numbers');
  numbers.append(make('b', '', `${rounded(row.at)}${plot.unit ?? ''}`));
  if (row.from != null && row.to != null) {
    numbers.append(make('span', '', `${rounded(row.from)} to ${rounded(row.to)}`));
  }
  if (row.detail) numbers.append(make('small', '', row.detail));
  item.append(label, interval(row, plot), numbers);
  return item;
}

// The ends of the scale, and the words of its marks, over the column of bars. A mark that would
// stand on an end takes its place.
function plotScale(plot) {
  const scale = make('div', 'ks-plot-scale');
  scale.setAttribute('aria-hidden', 'true');
  const unit = plot.unit ?? '';
  const near = (value, end) => Math.abs(value - end) < 0.16 * (plot.high - plot.low);
  const marks = plot.marks ?? [];
  const put = (at, text, name = '') => {
    const node = make('span', name, text);
    node.style.left = percentOf(at, plot);
    if (near(at, plot.low)) node.classList.add('ks-at-low');
    if (near(at, plot.high)) node.classList.add('ks-at-high');
    scale.append(node);
  };
  for (const end of [plot.low, plot.high]) {
    if (!marks.some(mark => near(mark.at, end))) put(end, `${rounded(end)}${unit}`);
  }
  for (const mark of marks) put(mark.at, mark.label, 'ks-plot-mark');
  return scale;
}

function plotFigure(plot) {
  const figure = make('figure', 'ks-plot');
  const rows = make('ul', 'ks-plot-rows');
  rows.append(...plot.rows.map(row => plotRow(row, plot)));
  figure.append(make('figcaption', '', plot.title), plotScale(plot), rows);
  for (const { at, label } of plot.marks ?? []) {
    figure.append(make('p', 'ks-sr', `${label}: ${rounded(at)}${plot.unit ?? ''}`));
  }
  return figure;
}

function verdictTable({ title, columns, rows }) {
  const box = make('div', 'ks-verdict-table');
  box.tabIndex = 0;
  box.setAttribute('role', 'region');
  box.setAttribute('aria-label', title ?? 'In numbers');
  const cells = (values, tag) => {
    const line = make('tr');
    for (const value of values) {
      const cell = make(tag, '', String(value ?? '–'));
      if (tag === 'th') cell.scope = 'col';
      line.append(cell);
    }
    return line;
  };
  const table = make('table');
  table.append(make('thead'), make('tbody'));
  table.tHead.append(cells(columns, 'th'));
  table.tBodies[0].append(...rows.map(row => cells(row, 'td')));
  box.append(table);
  return box;
}

// Everything between the title and the buttons.
export function verdictParts(test, value) {
  const parts = [make('p', 'ks-verdict-headline', value.headline)];
  parts.push(...(value.paragraphs ?? []).map(text => make('p', 'ks-verdict-words', text)));
  parts.push(...(value.plots ?? []).map(plotFigure));
  if (value.table?.rows.length) parts.push(verdictTable(value.table));
  if (value.wrong?.length) parts.push(wrongTrials(test, value.wrong));
  return parts;
}

// Trials of an ABX test with a wrong answer, to hear once more: one at a time is on the deck.
async function replay(test, trial, label) {
  if (test.replayed !== trial || !test.deck.loaded) {
    test.replayed = trial;
    await load(test, trial.sides, { loop: false });
    if (test.replayed !== trial || !test.deck.loaded) return;
  }
  hear(test, label);
}

function wrongTrials(test, trials) {
  test.replayed = null;
  const box = make('section', 'ks-wrong-trials');
  const list = make('ul');
  list.append(...trials.map(trial => wrongTrial(test, trial)));
  box.append(make('h3', '', 'Hear your wrong answers again'), list);
  return box;
}

function wrongTrial(test, trial) {
  const item = make('li');
  const row = make('div', 'ks-replays');
  for (const { label, name } of trial.sides) {
    const node = button('ks-quiet ks-replay', undefined, () => replay(test, trial, label));
    node.append(make('b', '', label), ` ${name}`);
    test.replays.push({ node, trial, label });
    row.append(node);
  }
  item.append(make('b', '', trial.title), make('p', '', trial.text), row);
  return item;
}
