// Sound that is still being made: pieces of 16-bit samples, scheduled back to back on the
// audio clock, so that no gap is heard between them. Positions are in samples of the take.
import { wakeSound } from './sound.js';

export const RATE = 24000; // Hz
const HORIZON_SECONDS = 20; // scheduled ahead, enough for a throttled background tab

export class Tape {
  constructor() {
    this.nodes = new Set();
    this.clear();
  }

  clear() {
    this.silence();
    this.pieces = []; // {first, data}
    this.length = 0;
    this.playing = false;
    this.rest = 0; // where it stands while it does not play
    this.underruns = 0;
  }

  // Browsers allow sound only after a gesture: called from one, this opens the way for later.
  context() {
    this.audio = wakeSound(this.audio, RATE);
    return this.audio;
  }

  push(data) {
    this.pieces.push({ first: this.length, data });
    this.length += data.length;
    if (this.playing) this.pump();
  }

  play(from = this.rest) {
    this.silence();
    this.next = this.context().currentTime + 0.06;
    this.position = Math.min(from, this.length);
    this.rest = this.position;
    this.playing = true;
    this.pump();
  }

  pause() {
    this.rest = this.at();
    this.silence();
    this.playing = false;
  }

  silence() {
    for (const node of this.nodes) {
      node.onended = null;
      node.stop();
    }
    this.nodes.clear();
    this.spans = []; // {when, first, length}: what was scheduled
  }

  pump() {
    const audio = this.context();
    const now = audio.currentTime;
    while (this.position < this.length && this.next < now + HORIZON_SECONDS) {
      if (this.next < now + 0.005) {
        if (this.spans.length) this.underruns += 1;
        this.next = now + 0.08;
      }
      this.schedule(audio, this.pieceAt(this.position));
    }
  }

  pieceAt(position) {
    let low = 0;
    let high = this.pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.pieces[middle].first <= position) low = middle;
      else high = middle - 1;
    }
    return this.pieces[low];
  }

  schedule(audio, piece) {
    const data = piece.data.subarray(this.position - piece.first);
    const samples = Float32Array.from(data, value => value / 32768);
    const buffer = audio.createBuffer(1, samples.length, RATE);
    buffer.copyToChannel(samples, 0);
    const node = audio.createBufferSource();
    node.buffer = buffer;
    node.connect(audio.destination);
    node.onended = () => this.nodes.delete(node);
    node.start(this.next);
    this.nodes.add(node);
    this.spans.push({ when: this.next, first: this.position, length: samples.length });
    this.next += samples.length / RATE;
    this.position += samples.length;
  }

  // Where the ear is.
  at() {
    if (!this.playing || !this.spans.length) return this.rest;
    const now = this.audio.currentTime;
    while (this.spans.length > 1 && this.spans[1].when <= now) this.spans.shift();
    const span = this.spans[0];
    return span.first + Math.min(Math.max(now - span.when, 0) * RATE, span.length);
  }

  // The pieces as a whole WAV file.
  wav() {
    const header = new DataView(new ArrayBuffer(44));
    const word = (at, text) => {
      for (const [i, char] of [...text].entries()) header.setUint8(at + i, char.charCodeAt(0));
    };
    const bytes = this.length * 2;
    word(0, 'RIFF');
    header.setUint32(4, 36 + bytes, true);
    word(8, 'WAVEfmt ');
    header.setUint32(16, 16, true);
    header.setUint16(20, 1, true);
    header.setUint16(22, 1, true);
    header.setUint32(24, RATE, true);
    header.setUint32(28, RATE * 2, true);
    header.setUint16(32, 2, true);
    header.setUint16(34, 16, true);
    word(36, 'data');
    header.setUint32(40, bytes, true);
    return new Blob([header, ...this.pieces.map(piece => piece.data)], { type: 'audio/wav' });
  }
}
