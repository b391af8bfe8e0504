// What the desk computes, apart from the page: rows in, shares out.
// A stage: {rows, pitch}; `pitch` is whose height it speaks at: 'delivery', which is its own,
// 'timbre', or pairs of [voice, share] that a formula gave.
// A row: {voice, timbre, delivery, linked, muted, soloed, locked}; weights in 0..1, below 0 to push
// away; `locked` holds the shares {timbre, delivery} a row had when it was locked, or is null.
const HALVES = ['timbre', 'delivery'];
const sum = numbers => numbers.reduce((total, number) => total + number, 0);

function audible(rows) {
  const soloed = rows.filter(row => row.soloed);
  return (soloed.length ? soloed : rows).filter(row => !row.muted);
}

// [[voice, share]] of one half: what is drawn sums to 1, locked rows keep their share, and the
// others divide the rest by weight. As written, weights stand as they are.
function sharesOf(rows, half, method) {
  const heard = audible(rows).filter(row => row[half]);
  if (method === 'raw') return heard.map(row => [row.voice, row[half]]);
  const drawn = heard.filter(row => row[half] > 0);
  const held = row => (row.locked ? row.locked[half] : 0);
  const free = drawn.filter(row => !held(row));
  const rest = Math.max(1 - sum(drawn.map(held)), 0);
  const total = sum(free.map(row => row[half]));
  const part = row => (held(row) || (row[half] / total) * rest);
  const whole = sum(drawn.map(part)) || 1;
  return heard.map(row => [row.voice, row[half] < 0 ? row[half] : part(row) / whole]);
}

function halfShares(rows, method) {
  return Object.fromEntries(HALVES.map(half => [half, sharesOf(rows, half, method)]));
}

// The shares of both halves, and of the pitch where it is not the delivery's own.
function stageShares(stage, method) {
  const shares = halfShares(stage.rows, method);
  const pitch = { delivery: [], timbre: shares.timbre }[stage.pitch] ?? stage.pitch;
  return { ...shares, pitch: alikeShares(pitch, shares.delivery) ? [] : pitch };
}

const shareOf = (shares, voice) => shares.find(([other]) => other === voice)?.[1] ?? 0;

// Sliders moved to where the shares are.
function normalised(rows, method) {
  const shares = halfShares(rows, method);
  return rows.map(row => {
    const heard = HALVES.some(half => shareOf(shares[half], row.voice));
    if (!heard) return row;
    const [timbre, delivery] = HALVES.map(half => shareOf(shares[half], row.voice));
    return { ...row, timbre, delivery };
  });
}

// Rows moved towards chance by an amount of 0 to 1; what is locked or muted stays.
function randomised(rows, amount, random = Math.random) {
  const moved = weight => Math.round(((1 - amount) * weight + amount * random()) * 100) / 100;
  return rows.map(row => {
    if (row.locked || row.muted) return row;
    const timbre = moved(row.timbre);
    return { ...row, timbre, delivery: row.linked ? timbre : moved(row.delivery) };
  });
}

const alikeShares = (some, others) =>
  some.length === others.length &&
  some.every(([voice, share]) => others.some(
    ([other, given]) => other === voice && Math.abs(given - share) < 0.002));

const alikeStages = (some, others) =>
  some.length === others.length &&
  some.every((stage, index) =>
    [...HALVES, 'pitch'].every(part => alikeShares(stage[part], others[index][part])));

// Whether a mix is heard: somebody in both halves of each stage.
const isHeard = allShares => allShares.every(shares =>
  HALVES.every(half => shares[half].some(([, share]) => share > 0)));

// One voice alone sounds the same by every method, and its formula names none.
const isOneVoice = stages => stages.length === 1
  && HALVES.every(half => stages[0][half].length === 1 && stages[0][half][0][1] === 1);

// What a desk comes to; null for what an older page, or another program, may have kept as one.
function deskShares(desk) {
  try {
    return desk.stages.length ? desk.stages.map(stage => stageShares(stage, desk.method)) : null;
  } catch {
    return null;
  }
}

// Whether a desk comes to these stages, none for silence. It may say more, such as what is muted.
function comesTo(desk, stages, method) {
  const shares = deskShares(desk);
  if (!shares) return false;
  if (!stages.length) return !isHeard(shares);
  return alikeStages(stages, shares) && (desk.method === method || isOneVoice(stages));
}

// [[voice, share]], all above 0, as whole numbers of at least 1 that add up to `steps`: as the
// server does it, so that desk, formula and player show the same numbers.
function wholeShares(shares, steps) {
  const total = sum(shares.map(([, share]) => share));
  const exact = shares.map(([, share]) => (share / total) * steps);
  const whole = exact.map(part => Math.max(Math.floor(part), 1));
  const byRemainder = exact.map((_, index) => index)
    .sort((a, b) => (exact[b] - whole[b]) - (exact[a] - whole[a]));
  const rest = steps - sum(whole);
  for (let index = 0; index < rest; index += 1) whole[byRemainder[index % whole.length]] += 1;
  const over = Math.max(sum(whole) - steps, 0);
  whole[whole.indexOf(Math.max(...whole))] -= over;
  return shares.map(([voice], index) => [voice, whole[index]]);
}

// The shares in whole percents, for people to read.
function percents(shares, method) {
  const drawn = shares.filter(([, share]) => share > 0);
  const rounded = shares.map(([voice, share]) => [voice, Math.round(share * 100)]);
  if (method === 'raw' || !drawn.length) return rounded;
  const whole = new Map(wholeShares(wholeShares(drawn, 1000), 100));
  return rounded.map(([voice, percent]) => [voice, whole.get(voice) ?? percent]);
}

// Steps back and forward through whole states. Pushes of one `run`, such as the presses of a key,
// are one step.
class History {
  constructor(limit = 200) {
    this.limit = limit;
    this.past = [];
    this.future = [];
    this.run = null;
  }
  push(state, run = null) {
    if (this.past.at(-1) === state) return;
    if (run && run === this.run) this.past.pop();
    this.run = run;
    this.past.push(state);
    if (this.past.length > this.limit) this.past.shift();
    this.future = [];
  }
  get before() { return this.past.at(-2); }
  // A voice has another id now.
  rename(from, to) {
    const renamed = state => state.replaceAll(`"${from}"`, `"${to}"`);
    this.past = this.past.map(renamed);
    this.future = this.future.map(renamed);
  }
  undo() {
    this.run = null;
    if (this.past.length < 2) return null;
    this.future.push(this.past.pop());
    return this.past.at(-1);
  }
  redo() {
    if (!this.future.length) return null;
    this.past.push(this.future.pop());
    return this.past.at(-1);
  }
}
