// The leaderboard: a row for each voice, its interval on a scale that all rows share.
import { finder, make } from '../shell/dom.js';

const rounded = value => Math.round(value);
const STEP = 50; // the scale ends at whole fifties

function cell(name, label) {
  const node = make('td', name);
  node.setAttribute('role', 'cell'); // as cards on a small screen they are no table to the browser
  if (label) node.dataset.label = label;
  return node;
}

function voiceCell(row) {
  const node = cell('ks-leaderboard-voice');
  const line = make('div');
  const words = make('span');
  words.append(make('b', '', row.name), make('small', '', row.detail));
  if (row.preliminary)
    words.append(make('small', 'ks-leaderboard-early', 'Too few votes to be sure'));
  line.append(make('i', 'ks-dot'), words);
  node.append(line);
  return node;
}

function intervalCell(row, low, high) {
  const node = cell('ks-leaderboard-range');
  const track = make('div', 'ks-leaderboard-track');
  const place = value => `${(100 * (value - low)) / (high - low)}%`;
  const bar = make('i', 'ks-leaderboard-bar');
  bar.style.left = place(row.low);
  bar.style.right = `calc(100% - ${place(row.high)})`;
  const dot = make('i', 'ks-leaderboard-dot');
  dot.style.left = place(row.rating);
  track.append(bar, dot);
  track.setAttribute('role', 'img');
  track.setAttribute('aria-label', `between ${rounded(row.low)} and ${rounded(row.high)}`);
  node.append(track);
  return node;
}

function boardRow(row, low, high) {
  const line = make('tr', row.preliminary ? 'ks-preliminary' : '');
  line.setAttribute('role', 'row');
  if (row.color) line.style.setProperty('--ks-hue', row.color);
  const rank = cell('ks-leaderboard-rank');
  rank.textContent = row.rank ?? '–';
  const rating = cell('ks-leaderboard-rating', 'Rating');
  rating.append(
    make('b', '', rounded(row.rating)),
    make('small', '', `${rounded(row.low)}–${rounded(row.high)}`),
  );
  const votes = cell('ks-leaderboard-votes', 'Votes');
  const counts = [`${row.wins} won`, `${row.losses} lost`, row.ties ? `${row.ties} even` : ''];
  votes.append(make('b', '', row.votes), make('small', '', counts.filter(Boolean).join(', ')));
  const mine = cell('ks-leaderboard-mine', 'Yours');
  mine.textContent = row.mine ? `${row.mine.wins} won, ${row.mine.losses} lost` : '–';
  mine.classList.toggle('ks-none', !row.mine);
  line.append(rank, voiceCell(row), rating, intervalCell(row, low, high), votes, mine);
  return line;
}

/** @param {Mounted} component */
export function mount({ element, props, watch }) {
  const find = finder(element);
  function show() {
    const { rows = [], note = '', empty = '' } = props.value ?? {};
    const low = Math.floor(Math.min(...rows.map(row => row.low)) / STEP) * STEP;
    const high = Math.ceil(Math.max(...rows.map(row => row.high)) / STEP) * STEP;
    const top = high > low ? high : low + STEP;
    find('tbody').replaceChildren(...rows.map(row => boardRow(row, low, top)));
    find('.ks-leaderboard-low').textContent = rows.length ? low : '';
    find('.ks-leaderboard-high').textContent = rows.length ? top : '';
    find('.ks-leaderboard-table').hidden = !rows.length;
    for (const [name, text] of [
      ['empty', rows.length ? '' : empty],
      ['note', note],
    ]) {
      const line = find(`.ks-leaderboard-${name}`);
      line.textContent = text;
      line.hidden = !text;
    }
  }

  watch('value', show);
  show();
}
