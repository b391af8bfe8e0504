import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  audible,
  comesTo,
  deskShares,
  emptyStage,
  History,
  halfShares,
  isHeard,
  joined,
  newRow,
  normalised,
  percents,
  randomised,
  shareOf,
  sharesOf,
  stageShares,
  swapped,
  weighed,
  wholeShares,
  without,
} from '../../kokoro_studio/ui/mix/mixing.js';

const heart = newRow('af_heart', 0.6, 0.6);
const emma = newRow('bf_emma', 0.2, 0.2);
const total = shares => shares.reduce((sum, [, share]) => sum + share, 0);

describe('shares', () => {
  test('are weights divided by their sum', () => {
    const shares = sharesOf([heart, emma], 'timbre', 'lerp');
    assert.deepEqual(
      shares.map(([voice]) => voice),
      ['af_heart', 'bf_emma'],
    );
    assert.ok(Math.abs(shareOf(shares, 'af_heart') - 0.75) < 1e-12);
    assert.ok(Math.abs(total(shares) - 1) < 1e-12);
  });

  test('stand as written by the raw method', () => {
    assert.deepEqual(sharesOf([heart, emma], 'timbre', 'raw'), [
      ['af_heart', 0.6],
      ['bf_emma', 0.2],
    ]);
  });

  test('of a locked row stay, and the others divide the rest', () => {
    const locked = { ...emma, locked: { timbre: 0.5, delivery: 0.5 } };
    const shares = sharesOf([heart, newRow('am_puck', 0.2, 0.2), locked], 'timbre', 'lerp');
    assert.ok(Math.abs(shareOf(shares, 'bf_emma') - 0.5) < 1e-12);
    assert.ok(Math.abs(shareOf(shares, 'af_heart') - 0.375) < 1e-12);
  });

  test('of a voice that is pushed away keep their weight, and the others sum to 1', () => {
    const away = newRow('am_puck', -0.3, -0.3);
    const shares = sharesOf([heart, emma, away], 'timbre', 'lerp');
    assert.equal(shareOf(shares, 'am_puck'), -0.3);
    assert.ok(Math.abs(total(shares) + 0.3 - 1) < 1e-12);
  });

  test('leave out what is muted, and all but what is soloed', () => {
    const muted = { ...heart, muted: true };
    const soloed = { ...emma, soloed: true };
    assert.deepEqual(audible([muted, emma]), [emma]);
    assert.deepEqual(audible([heart, soloed]), [soloed]);
    assert.deepEqual(sharesOf([heart, soloed], 'timbre', 'lerp'), [['bf_emma', 1]]);
  });

  test('of the pitch are none where it is the delivery itself', () => {
    const apart = { rows: [newRow('af_heart', 1, 0), newRow('bf_emma', 0, 1)], pitch: 'timbre' };
    assert.deepEqual(stageShares(apart, 'lerp').pitch, [['af_heart', 1]]);
    assert.deepEqual(stageShares({ ...apart, pitch: 'delivery' }, 'lerp').pitch, []);
    assert.deepEqual(stageShares({ rows: [heart], pitch: 'timbre' }, 'lerp').pitch, []);
  });

  test('need somebody in both halves to be heard', () => {
    const half = stageShares({ rows: [newRow('af_heart', 1, 0)], pitch: 'delivery' }, 'lerp');
    assert.equal(isHeard([half]), false);
    assert.equal(isHeard([stageShares({ rows: [heart], pitch: 'delivery' }, 'lerp')]), true);
  });
});

describe('whole shares', () => {
  test('add up, and no voice has none', () => {
    const shares = wholeShares(
      [
        ['a', 0.999],
        ['b', 0.0005],
        ['c', 0.0005],
      ],
      100,
    );
    assert.deepEqual(shares, [
      ['a', 98],
      ['b', 1],
      ['c', 1],
    ]);
  });

  test('give what rounding left over to the largest remainders', () => {
    const thirds = ['a', 'b', 'c'].map(voice => [voice, 1]);
    assert.deepEqual(
      percents(
        thirds.map(([voice]) => [voice, 1 / 3]),
        'lerp',
      ),
      [
        ['a', 34],
        ['b', 33],
        ['c', 33],
      ],
    );
    assert.deepEqual(wholeShares(thirds, 10), [
      ['a', 4],
      ['b', 3],
      ['c', 3],
    ]);
  });

  test('as written are rounded, whatever they add up to', () => {
    assert.deepEqual(
      percents(
        [
          ['a', 1.3],
          ['b', -0.204],
        ],
        'raw',
      ),
      [
        ['a', 130],
        ['b', -20],
      ],
    );
  });
});

describe('rows of the Speak panel', () => {
  test('a voice joins as heavy as the others on average', () => {
    const rows = joined([heart, emma], 'am_puck');
    assert.ok(Math.abs(rows[2].timbre - 0.4) < 1e-12);
    assert.equal(rows[2].delivery, rows[2].timbre);
    assert.equal(joined([], 'am_puck')[0].timbre, 0.5);
    assert.deepEqual(joined(rows, 'am_puck'), rows);
  });

  test('without a voice somebody is still heard', () => {
    const silent = newRow('am_puck', 0, 0);
    assert.deepEqual(without([heart, silent], 'af_heart'), [newRow('am_puck', 1, 1)]);
    assert.deepEqual(without([heart, emma], 'af_heart'), [emma]);
    assert.deepEqual(without([heart], 'af_heart'), [heart]);
  });

  test('a weight counts in both halves, and a voice is swapped in place', () => {
    assert.deepEqual(weighed([heart, emma], 'bf_emma', 1), [heart, newRow('bf_emma', 1, 1)]);
    assert.deepEqual(
      swapped([heart, emma], 'af_heart', 'am_puck').map(row => row.voice),
      ['am_puck', 'bf_emma'],
    );
  });
});

describe('the desk', () => {
  const desk = { stages: [{ rows: [heart, emma], pitch: 'delivery' }], method: 'lerp', active: 0 };
  const stages = deskShares(desk);

  test('comes to its own shares, also with something muted beside them', () => {
    const more = structuredClone(desk);
    more.stages[0].rows.push({ ...newRow('am_puck', 1, 1), muted: true });
    assert.ok(comesTo(desk, stages, 'lerp'));
    assert.ok(comesTo(more, stages, 'lerp'));
    assert.equal(comesTo(desk, stages, 'slerp'), false);
    assert.equal(comesTo(desk, [], 'lerp'), false);
  });

  test('of one voice is the same by every method', () => {
    const alone = { ...desk, stages: [{ rows: [heart], pitch: 'delivery' }] };
    assert.ok(comesTo(alone, deskShares(alone), 'slerp'));
  });

  test('that is empty comes to silence', () => {
    assert.ok(comesTo({ ...desk, stages: [emptyStage()] }, [], 'lerp'));
  });

  test('of another program comes to nothing', () => {
    assert.equal(deskShares(null), null);
    assert.equal(deskShares({ stages: [{}] }), null);
    assert.equal(deskShares({ stages: [] }), null);
  });

  test('moves its faders to the shares, which stay', () => {
    const rows = normalised([heart, emma], 'lerp');
    assert.ok(Math.abs(rows[0].timbre - 0.75) < 1e-12);
    assert.deepEqual(percents(halfShares(rows, 'lerp').timbre, 'lerp'), [
      ['af_heart', 75],
      ['bf_emma', 25],
    ]);
  });

  test('randomises what is neither locked nor muted', () => {
    const rows = [heart, { ...emma, muted: true }, { ...emma, locked: { timbre: 1, delivery: 1 } }];
    const moved = randomised(rows, 1, () => 0.25);
    assert.deepEqual(
      moved.map(row => row.timbre),
      [0.25, 0.2, 0.2],
    );
    assert.deepEqual(
      randomised(rows, 0, () => 0.25),
      rows,
    );
  });
});

describe('History', () => {
  test('goes back and forward, and a push ends what was ahead', () => {
    const history = new History();
    for (const state of ['1', '2', '3']) history.push(state);
    assert.equal(history.before, '2');
    assert.equal(history.undo(), '2');
    assert.equal(history.undo(), '1');
    assert.equal(history.undo(), null);
    assert.equal(history.redo(), '2');
    history.push('4');
    assert.equal(history.redo(), null);
    assert.equal(history.undo(), '2');
  });

  test('takes pushes of one run as one step, and the same state as none', () => {
    const history = new History();
    history.push('1');
    history.push('2', 'keys 1');
    history.push('3', 'keys 1');
    history.push('3');
    assert.equal(history.undo(), '1');
    history.push('5', 'keys 1');
    assert.equal(history.undo(), '1');
  });

  test('forgets the oldest beyond its limit', () => {
    const history = new History(2);
    for (const state of ['1', '2', '3']) history.push(state);
    assert.equal(history.undo(), '2');
    assert.equal(history.undo(), null);
  });

  test('follows a voice whose id changes', () => {
    const history = new History();
    history.push('{"voice":"my_voice"}');
    history.push('{"voice":"my_voice_2"}');
    history.undo();
    history.rename('my_voice', 'ours');
    assert.deepEqual(history.past, ['{"voice":"ours"}']);
    assert.equal(history.redo(), '{"voice":"my_voice_2"}');
  });
});
