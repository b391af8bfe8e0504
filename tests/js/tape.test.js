import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RATE, Tape } from '../../kokoro_studio/ui/shell/tape.js';
import { Waveform } from '../../kokoro_studio/ui/shell/waveform.js';

globalThis.navigator ??= {}; // Node has none before 21

// An audio context whose clock the test turns.
globalThis.AudioContext = class {
  currentTime = 0;
  state = 'running';
  destination = null;
  started = []; // {when, seconds}
  createBuffer(_channels, length) {
    return { duration: length / RATE, copyToChannel() {} };
  }
  createBufferSource() {
    const { started } = this;
    return {
      connect() {},
      stop() {},
      start(when) {
        started.push({ when, seconds: this.buffer.duration });
      },
    };
  }
};

const piece = seconds => new Int16Array(seconds * RATE).fill(1000);

test('pieces follow each other without a gap', () => {
  const tape = new Tape();
  tape.play(0);
  for (const seconds of [0.25, 1, 0.5]) tape.push(piece(seconds));
  const { started } = tape.audio;
  assert.equal(started.length, 3);
  for (const [i, { when, seconds }] of started.slice(0, -1).entries()) {
    assert.ok(Math.abs(started[i + 1].when - (when + seconds)) < 1e-9);
  }
  assert.equal(tape.underruns, 0);
});

test('sound that comes too late is counted, and played at once', () => {
  const tape = new Tape();
  tape.play(0);
  tape.push(piece(0.25));
  tape.audio.currentTime = 3;
  tape.push(piece(0.25));
  assert.equal(tape.underruns, 1);
  assert.ok(tape.audio.started[1].when > 3);
});

test('the place is where the ear is, and stays while it does not play', () => {
  const tape = new Tape();
  tape.push(piece(2));
  tape.play(RATE / 2);
  tape.audio.currentTime = tape.audio.started[0].when + 0.5;
  assert.ok(Math.abs(tape.at() - RATE) <= 1);
  tape.pause();
  tape.audio.currentTime += 10;
  assert.ok(Math.abs(tape.at() - RATE) <= 1);
});

test('the file is a WAV of all samples', async () => {
  const tape = new Tape();
  tape.push(Int16Array.of(1, -2));
  tape.push(Int16Array.of(300));
  const file = new DataView(await tape.wav().arrayBuffer());
  const word = at => String.fromCharCode(...[0, 1, 2, 3].map(i => file.getUint8(at + i)));
  assert.deepEqual([word(0), word(8), word(12), word(36)], ['RIFF', 'WAVE', 'fmt ', 'data']);
  assert.equal(file.getUint32(4, true), file.byteLength - 8);
  assert.equal(file.getUint32(24, true), RATE);
  assert.equal(file.getUint32(40, true), 6);
  assert.deepEqual(
    [0, 2, 4].map(at => file.getInt16(44 + at, true)),
    [1, -2, 300],
  );
});

test('the waveform shows the loudest sample of each 20 ms', () => {
  const waveform = new Waveform(null);
  waveform.push(Int16Array.from({ length: 480 }, (_, i) => (i === 7 ? -16384 : 100)));
  waveform.push(Int16Array.of(8192));
  assert.equal(waveform.peakOf(0, 480), 0.5);
  assert.equal(waveform.peakOf(480, 960), 0.25);
  assert.equal(waveform.peakOf(960, 1440), 0);
});
