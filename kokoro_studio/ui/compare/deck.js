// The sides of one trial, played in lock-step: every side runs, each behind a gain of its own, and
// one gain alone is open. So a switch is heard at once, at the same place, without a click.
import { wakeSound } from '../shell/sound.js';

const FADE_SECONDS = 0.01; // equal-gain: the sides are alike, so their gains add up to one
const LEAD_SECONDS = 0.02; // ahead of what the audio thread renders, or it joins a fade half-way
const LATE_SECONDS = 1; // a side chosen this close to its end is heard once more, and whole
const STUDIO_RATE = 24000;
const COMMON_RATE = 48000; // for sides whose rates differ

// A gain that moves only in short straight ramps.
export class Fade {
  constructor(audio, value, output) {
    this.node = audio.createGain();
    this.node.gain.setValueAtTime(value, 0);
    this.node.connect(output);
    this.from = this.to = value;
    this.ends = 0;
  }

  // Returns when it will have arrived.
  move(to, now) {
    const when = now + LEAD_SECONDS;
    // A ramp that would end later has not begun yet: it is dropped, and its start is held.
    if (this.ends <= when) this.from = this.to;
    this.to = to;
    this.ends = when + FADE_SECONDS;
    this.node.gain.cancelScheduledValues(when);
    this.node.gain.setValueAtTime(this.from, when);
    this.node.gain.linearRampToValueAtTime(to, this.ends);
    return this.ends;
  }
}

export class Deck {
  constructor(changed) {
    this.changed = changed; // called when anything but the position is another
    this.rate = STUDIO_RATE;
    this.loads = 0;
    this.forget();
  }

  forget() {
    this.halt();
    this.loads += 1; // what is still on its way is no longer wanted
    this.sides = new Map(); // label -> {buffer, heard: seconds, plays}
    this.active = null;
    this.loop = false;
    this.rest = 0; // seconds: where it stands while it does not play
    this.total = 0;
  }

  // Fetch and decode the sides: 'loaded', 'failed', or 'dropped' if others were asked for since.
  async load(sides) {
    this.forget();
    const load = this.loads;
    let decoded;
    try {
      decoded = await decodeAll(sides.map(side => side.url));
    } catch (error) {
      console.warn('The sound of a trial did not come:', error);
    }
    if (load !== this.loads) return 'dropped';
    if (!decoded) return 'failed';
    const { rate, buffers } = decoded;
    this.rate = rate;
    for (const [index, { label }] of sides.entries()) {
      this.sides.set(label, { buffer: buffers[index], heard: 0, plays: 0 });
    }
    this.total = Math.max(...buffers.map(buffer => buffer.duration));
    this.active = sides[0].label;
    this.changed();
    return 'loaded';
  }

  get loaded() {
    return this.sides.size > 0;
  }
  get playing() {
    return Boolean(this.run);
  }

  // Browsers allow sound only after a gesture: called from one, this opens the way.
  wake() {
    if (this.audio?.sampleRate !== this.rate) {
      this.audio?.close();
      this.audio = null;
    }
    this.audio = wakeSound(this.audio, this.rate);
    return this.audio;
  }

  // Whether sound may begin without another gesture.
  async awake() {
    const audio = this.wake();
    await Promise.race([audio.resume(), new Promise(resolve => setTimeout(resolve, 300))]);
    return audio.state === 'running';
  }

  play(from = this.rest) {
    if (!this.loaded) return;
    const audio = this.wake();
    this.halt();
    if (from >= this.lengthOf(this.active) - 0.01) from = 0;
    const bus = new Fade(audio, 0, audio.destination);
    bus.move(1, audio.currentTime);
    const when = audio.currentTime + LEAD_SECONDS;
    this.run = { when, from, counted: from, bus, gates: new Map(), sources: [] };
    for (const label of this.sides.keys()) this.start(label);
    this.sides.get(this.active).plays += 1;
    this.changed();
  }

  start(label) {
    const run = this.run;
    const { when, from, bus, gates, sources } = run;
    const gate = new Fade(this.audio, label === this.active ? 1 : 0, bus.node);
    gates.set(label, gate);
    const source = this.audio.createBufferSource();
    source.buffer = this.sides.get(label).buffer;
    source.connect(gate.node);
    source.onended = () => {
      if (run === this.run && label === this.active) this.finish();
    };
    source.start(when, from);
    sources.push(source);
  }

  // Hear this side: from where the other stood, or from the beginning if it is over by then. The
  // side that is heard already starts again.
  choose(label) {
    if (!this.sides.has(label)) return;
    if (this.playing && label === this.active) {
      this.play(0);
      return;
    }
    this.credit();
    this.active = label;
    if (!this.playing || this.at() >= this.lengthOf(label)) {
      this.play(this.at());
      return;
    }
    const now = this.audio.currentTime;
    for (const [other, gate] of this.run.gates) gate.move(other === label ? 1 : 0, now);
    this.run.late = this.lengthOf(label) - this.at() < LATE_SECONDS;
    this.sides.get(label).plays += 1;
    this.changed();
  }

  pause() {
    if (!this.playing) return;
    this.halt();
    this.changed();
  }

  seek(to) {
    const at = Math.min(Math.max(to, 0), this.total);
    if (this.playing) this.play(at);
    else {
      this.rest = at;
      this.changed();
    }
  }

  finish() {
    const again = this.loop || this.run.late;
    this.halt();
    this.rest = 0;
    if (again) this.play(0);
    else this.changed();
  }

  // Fade out and let go; `rest` keeps the place.
  halt() {
    if (!this.run) return;
    this.credit();
    this.rest = this.at();
    const { bus, sources } = this.run;
    const silent = bus.move(0, this.audio.currentTime);
    for (const source of sources) {
      source.onended = null;
      source.stop(silent);
    }
    this.run = null;
  }

  // Seconds into the trial's sound.
  at() {
    if (!this.run) return this.rest;
    const passed = Math.max(0, this.audio.currentTime - this.run.when);
    return Math.min(this.run.from + passed, this.total);
  }

  // What has sounded since the last count goes to the side that was open.
  credit() {
    if (!this.run) return;
    const upTo = Math.min(this.at(), this.lengthOf(this.active));
    this.sides.get(this.active).heard += Math.max(0, upTo - this.run.counted);
    this.run.counted = Math.max(this.run.counted, upTo);
  }

  lengthOf(label) {
    return this.sides.get(label)?.buffer.duration ?? 0;
  }

  heard(label) {
    this.credit();
    return this.sides.get(label)?.heard ?? 0;
  }

  // {A: what(side), ...}
  tally(what) {
    this.credit();
    return Object.fromEntries([...this.sides].map(([label, side]) => [label, what(side)]));
  }
}

async function decodeAll(urls) {
  const files = await Promise.all(urls.map(fetchFile));
  const rates = files.map(rateOf);
  const rate = rates.every(other => other === rates[0]) ? rates[0] : COMMON_RATE;
  // Decoded at the rate it will be played at, no side is resampled in another way than the rest.
  const decoder = new OfflineAudioContext(1, 1, rate);
  return { rate, buffers: await Promise.all(files.map(file => decoder.decodeAudioData(file))) };
}

async function fetchFile(url) {
  const answer = await fetch(new URL(url, document.baseURI));
  if (!answer.ok) throw new Error(`${answer.status} for ${url}`);
  return answer.arrayBuffer();
}

// The rate a WAV file names in its header; other formats are decoded at the common one.
function rateOf(file) {
  const head = new DataView(file);
  const isWav =
    head.byteLength > 28 && head.getUint32(0) === 0x52494646 && head.getUint32(12) === 0x666d7420; // "RIFF", "fmt "
  return isWav ? head.getUint32(24, true) : COMMON_RATE;
}
