// What the desk and the panel of the Speak tab compute, apart from the page: rows in, shares out.

/**
 * A voice of a mix. Weights are in 0..1, and below 0 to push away.
 * @typedef {object} Row
 * @property {string} voice
 * @property {number} timbre its weight
 * @property {number} delivery its weight
 * @property {boolean} linked the two weights move as one
 * @property {boolean} muted
 * @property {boolean} soloed
 * @property {{ timbre: number, delivery: number } | null} locked the shares that it had when it was
 *   locked
 */

/** @typedef {[voice: string, share: number]} Share */

/**
 * `pitch` is whose height the stage speaks at: 'delivery', which is its own, 'timbre', or the shares
 * that a formula gave.
 * @typedef {object} Stage
 * @property {Row[]} rows
 * @property {'delivery' | 'timbre' | Share[]} pitch
 */

/** @typedef {{ timbre: Share[], delivery: Share[], pitch: Share[] }} StageShares */
/** @typedef {{ stages: Stage[], method: string, active: number }} Desk */

/** @type {('timbre' | 'delivery')[]} */
export const HALVES = ['timbre', 'delivery'];
const sum = numbers => numbers.reduce((total, number) => total + number, 0);

/**
 * @param {string} voice
 * @param {number} timbre
 * @param {number} delivery
 * @returns {Row}
 */
export const newRow = (voice, timbre, delivery) => ({
  voice,
  timbre,
  delivery,
  linked: timbre === delivery,
  muted: false,
  soloed: false,
  locked: null,
});

/** @returns {Stage} */
export const emptyStage = () => ({ rows: [], pitch: 'delivery' });

// The rows with another weight for one voice, in both halves.
export const weighed = (rows, voice, weight) =>
  rows.map(row => (row.voice === voice ? { ...row, timbre: weight, delivery: weight } : row));

// The rows with one voice in the place of another.
export const swapped = (rows, voice, other) =>
  rows.map(row => (row.voice === voice ? { ...row, voice: other } : row));

// The rows without a voice, of which one stays, and one is heard.
export function without(rows, voice) {
  const left = rows.filter(row => row.voice !== voice);
  if (!left.length) return rows;
  return left.some(row => row.timbre) ? left : weighed(left, left[0].voice, 1);
}

// The rows with one voice more, in equal measure: as heavy as the others on average.
export function joined(rows, voice) {
  if (rows.some(row => row.voice === voice)) return rows;
  const weight = sum(rows.map(row => row.timbre)) / rows.length || 0.5;
  return [...rows, newRow(voice, weight, weight)];
}

/** @param {Row[]} rows */
export function audible(rows) {
  const soloed = rows.filter(row => row.soloed);
  return (soloed.length ? soloed : rows).filter(row => !row.muted);
}

/**
 * [[voice, share]] of one half: what is drawn sums to 1, locked rows keep their share, and the
 * others divide the rest by weight. As written, weights stand as they are.
 * @param {Row[]} rows
 * @param {'timbre' | 'delivery'} half
 * @param {string} method
 * @returns {Share[]}
 */
export function sharesOf(rows, half, method) {
  const heard = audible(rows).filter(row => row[half]);
  if (method === 'raw') return heard.map(row => [row.voice, row[half]]);
  const drawn = heard.filter(row => row[half] > 0);
  const held = row => (row.locked ? row.locked[half] : 0);
  const free = drawn.filter(row => !held(row));
  const rest = Math.max(1 - sum(drawn.map(held)), 0);
  const total = sum(free.map(row => row[half]));
  const part = row => held(row) || (row[half] / total) * rest;
  const whole = sum(drawn.map(part)) || 1;
  return heard.map(row => [row.voice, row[half] < 0 ? row[half] : part(row) / whole]);
}

/**
 * @param {Row[]} rows
 * @param {string} method
 * @returns {{ timbre: Share[], delivery: Share[] }}
 */
export function halfShares(rows, method) {
  return {
    timbre: sharesOf(rows, 'timbre', method),
    delivery: sharesOf(rows, 'delivery', method),
  };
}

/**
 * The shares of both halves, and of the pitch where it is not the delivery's own.
 * @param {Stage} stage
 * @param {string} method
 * @returns {StageShares}
 */
export function stageShares(stage, method) {
  const shares = halfShares(stage.rows, method);
  const pitch =
    typeof stage.pitch !== 'string' ? stage.pitch : stage.pitch === 'timbre' ? shares.timbre : [];
  return { ...shares, pitch: alikeShares(pitch, shares.delivery) ? [] : pitch };
}

/**
 * @param {Share[]} shares
 * @param {string} voice
 */
export const shareOf = (shares, voice) => shares.find(([other]) => other === voice)?.[1] ?? 0;

/**
 * Sliders moved to where the shares are.
 * @param {Row[]} rows
 * @param {string} method
 */
export function normalised(rows, method) {
  const shares = halfShares(rows, method);
  return rows.map(row => {
    const heard = HALVES.some(half => shareOf(shares[half], row.voice));
    if (!heard) return row;
    const [timbre, delivery] = HALVES.map(half => shareOf(shares[half], row.voice));
    return { ...row, timbre, delivery };
  });
}

// Rows moved towards chance by an amount of 0 to 1; what is locked or muted stays.
export function randomised(rows, amount, random = Math.random) {
  const moved = weight => Math.round(((1 - amount) * weight + amount * random()) * 100) / 100;
  return rows.map(row => {
    if (row.locked || row.muted) return row;
    const timbre = moved(row.timbre);
    return { ...row, timbre, delivery: row.linked ? timbre : moved(row.delivery) };
  });
}

/**
 * @param {Share[]} some
 * @param {Share[]} others
 */
export const alikeShares = (some, others) =>
  some.length === others.length &&
  some.every(([voice, share]) =>
    others.some(([other, given]) => other === voice && Math.abs(given - share) < 0.002),
  );

export const alikeStages = (some, others) =>
  some.length === others.length &&
  some.every((stage, index) =>
    [...HALVES, 'pitch'].every(part => alikeShares(stage[part], others[index][part])),
  );

// Whether a mix is heard: somebody in both halves of each stage.
export const isHeard = allShares =>
  allShares.every(shares => HALVES.every(half => shares[half].some(([, share]) => share > 0)));

// One voice alone sounds the same by every method, and its formula names none.
export const isOneVoice = stages =>
  stages.length === 1 &&
  HALVES.every(half => stages[0][half].length === 1 && stages[0][half][0][1] === 1);

// What a desk comes to; null for what an older page, or another program, may have kept as one.
export function deskShares(desk) {
  try {
    return desk.stages.length ? desk.stages.map(stage => stageShares(stage, desk.method)) : null;
  } catch {
    return null;
  }
}

/**
 * Whether a desk comes to these stages, none for silence. It may say more, such as what is muted.
 * @param {Desk} desk
 * @param {StageShares[]} stages
 * @param {string} method
 */
export function comesTo(desk, stages, method) {
  const shares = deskShares(desk);
  if (!shares) return false;
  if (!stages.length) return !isHeard(shares);
  return alikeStages(stages, shares) && (desk.method === method || isOneVoice(stages));
}

/**
 * [[voice, share]], all above 0, as whole numbers of at least 1 that add up to `steps`: as the
 * server does it, so that desk, formula and player show the same numbers.
 * @param {Share[]} shares
 * @param {number} steps
 * @returns {Share[]}
 */
export function wholeShares(shares, steps) {
  const total = sum(shares.map(([, share]) => share));
  const exact = shares.map(([, share]) => (share / total) * steps);
  const whole = exact.map(part => Math.max(Math.floor(part), 1));
  const byRemainder = exact
    .map((_, index) => index)
    .sort((a, b) => exact[b] - whole[b] - (exact[a] - whole[a]));
  const rest = steps - sum(whole);
  for (let index = 0; index < rest; index += 1) whole[byRemainder[index % whole.length]] += 1;
  const over = Math.max(sum(whole) - steps, 0);
  whole[whole.indexOf(Math.max(...whole))] -= over;
  return shares.map(([voice], index) => [voice, whole[index]]);
}

/**
 * The shares in whole percents, for people to read.
 * @param {Share[]} shares
 * @param {string} method
 * @returns {Share[]}
 */
export function percents(shares, method) {
  const drawn = shares.filter(([, share]) => share > 0);
  /** @type {Share[]} */
  const rounded = shares.map(([voice, share]) => [voice, Math.round(share * 100)]);
  if (method === 'raw' || !drawn.length) return rounded;
  const whole = new Map(wholeShares(wholeShares(drawn, 1000), 100));
  return rounded.map(([voice, percent]) => [voice, whole.get(voice) ?? percent]);
}

// Steps back and forward through whole states. Pushes of one `run`, such as the presses of a key,
// are one step.
export class History {
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
  get before() {
    return this.past.at(-2);
  }
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
