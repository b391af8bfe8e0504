import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fade } from '../../kokoro_studio/ui/compare/deck.js';

// A gain that keeps its automation as Web Audio does, and tells its value at any time.
class Gain {
  events = [];
  setValueAtTime(value, time) {
    this.events.push({ value, time });
  }
  linearRampToValueAtTime(value, time) {
    this.events.push({ value, time, ramps: true });
  }
  cancelScheduledValues(from) {
    this.events = this.events.filter(event => event.time < from);
  }
  at(time) {
    let last = this.events[0];
    for (const event of this.events) {
      if (event.time > time) {
        if (!event.ramps) break;
        const part = (time - last.time) / (event.time - last.time);
        return last.value + part * (event.value - last.value);
      }
      last = event;
    }
    return last.value;
  }
}

function fadeOf(value) {
  const gain = new Gain();
  const node = { gain, connect() {} };
  return { fade: new Fade({ createGain: () => node }, value, null), gain };
}

// The largest step of the gain within a tenth of a millisecond.
function steepest(gain, from, to) {
  let most = 0;
  for (let time = from; time < to; time += 1e-4) {
    most = Math.max(most, Math.abs(gain.at(time + 1e-4) - gain.at(time)));
  }
  return most;
}

test('a fade arrives when it says, and begins after what is rendered already', () => {
  const { fade, gain } = fadeOf(0);
  const arrives = fade.move(1, 5);
  assert.equal(gain.at(5.015), 0);
  assert.equal(gain.at(arrives), 1);
  assert.ok(arrives - 5 < 0.05);
});

test('two sides that change places always add up to one', () => {
  const [open, closed] = [fadeOf(1), fadeOf(0)];
  for (const [now, to] of [
    [1, 0],
    [2, 1],
    [2.5, 0],
  ]) {
    open.fade.move(to, now);
    closed.fade.move(1 - to, now);
  }
  for (let time = 0.5; time < 3; time += 0.0013) {
    assert.ok(Math.abs(open.gain.at(time) + closed.gain.at(time) - 1) < 1e-9, `at ${time}`);
  }
});

test('moves in quick succession make no step that could be heard as a click', () => {
  for (const apart of [0.001, 0.004, 0.009, 0.015, 0.025, 0.031]) {
    const { fade, gain } = fadeOf(0);
    for (let press = 0; press < 6; press += 1) fade.move(press % 2 ? 0 : 1, 1 + press * apart);
    assert.ok(steepest(gain, 0.9, 1.5) < 0.011, `${apart} s apart`);
    assert.equal(gain.at(2), 0);
  }
});
