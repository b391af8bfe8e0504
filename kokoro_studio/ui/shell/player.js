// The player bar. While a take is being made the tape plays; once it is whole the <audio>
// element holds it and plays it again.
import { Aside } from './aside.js';
import { announce, bytesOf, download, finder, write } from './dom.js';
import { listenToKeys } from './keys.js';
import { Progress } from './progress.js';
import { afterLoss } from './refusals.js';
import { openTab, rememberTabs, reopenTab } from './tabs.js';
import { RATE, Tape } from './tape.js';
import { Waveform } from './waveform.js';

/** @param {Mounted} component */
export function mount({ element, props, trigger, watch }) {
  const find = finder(element);
  const bar = find('.ks-player');
  const audio = find('audio');
  const seek = find('.ks-seek');
  const playButton = find('.ks-play');
  const tape = new Tape();
  const waveform = new Waveform(find('canvas'));
  const aside = new Aside(() => tape.context());
  const progress = new Progress(find);

  let request_id = 0; // counts the requests: messages of earlier ones, stopped or replaced, do not count
  let take = null; // what its first chunk says of it
  let opening = false; // a take is asked for, and the one before is still here
  let words = [];
  let share = 0; // of the text, rendered so far
  let received = 0;
  let making = false;
  let halted = false; // stopped by hand: what still arrives of this take is not for the ear
  let begun = 0;
  let spokenWord = null;

  const seconds = () => tape.length / RATE;
  const whole = () => Boolean(audio.src);
  const playing = () => tape.playing || (whole() && !audio.paused);
  const position = () => (whole() && !tape.playing ? audio.currentTime : tape.at() / RATE);
  const expected = () => (making && share > 0 ? tape.length / share : tape.length);
  const say = sentence => write(find('.ks-status'), sentence);

  let offered = false; // whether the take can be downloaded

  function mark(state) {
    bar.dataset.state = state;
    document.body.dataset.ksMaking = making ? 'yes' : 'no';
    const ready = !making && tape.length > 0;
    if (ready === offered) return;
    offered = ready;
    trigger('downloads', {});
  }

  function forget() {
    tape.clear();
    waveform.clear();
    audio.pause();
    if (audio.src) URL.revokeObjectURL(audio.src);
    audio.removeAttribute('src');
    for (const name of ['take', 'seconds', 'chunks', 'lost']) delete audio.dataset[name];
    words = [];
    received = 0;
    share = 0;
  }

  function begin() {
    pause();
    aside.silence();
    tape.context();
    making = opening = true;
    halted = false;
    delete audio.dataset.seconds; // what is asked for now is not there yet
    request_id += 1;
    begun = performance.now();
    delete bar.dataset.wait;
    say('The first sound is on its way…');
    mark('waiting');
    return request_id;
  }

  function loading() {
    mark('waiting');
    say('Loading the voice model, once…');
  }

  // The take before stays until there is a sound of the next.
  function replace(next) {
    forget();
    making = true; // also where a failure of a stopped take was told too late
    opening = false;
    take = next;
    tape.play(0);
    find('.ks-what').textContent = [
      take.voice,
      take.speed === 1 ? '' : `${take.speed}×`,
      `seed ${take.seed}`,
    ]
      .filter(Boolean)
      .join(' · ');
    announce('ks:take', { key: take.key, phonemes: take.phonemes });
  }

  function heard(message) {
    if (message.opens) replace(message.opens);
    if (message.seq !== received) audio.dataset.lost = 'yes';
    const data = new Int16Array(bytesOf(message.pcm).buffer);
    if (received === 0) {
      bar.dataset.wait = ((performance.now() - begun) / 1000).toFixed(3);
    }
    received = message.seq + 1;
    share = message.share;
    words.push(...message.words);
    tape.push(data);
    waveform.push(data);
    if (message.words.length) announce('ks:words', words);
    say('Speaking');
    mark('live');
    roll();
  }

  function ended(message) {
    if (message.last?.seq >= received && making) heard(message.last);
    if (!opening && take) {
      if (message.sent !== received && !halted) audio.dataset.lost = 'yes';
      take.skipped = message.skipped;
    }
    settle();
  }

  // The request failed before its take began: the take before it stays.
  function refused({ detail: { request, sentence } }) {
    if (request !== request_id || !making) return;
    settle();
    say(sentence);
  }
  document.addEventListener('ks:refused', refused);

  // All that will come has come, or all that ever will.
  function settle() {
    if (!making) return;
    making = false;
    if (!tape.length) {
      opening = false;
      tape.clear();
      say('');
      mark('empty');
      return;
    }
    if (opening) {
      opening = false;
      audio.dataset.seconds = seconds().toFixed(3);
      say(`${seconds().toFixed(1)} s of sound`);
      mark('whole');
      return;
    }
    audio.src = URL.createObjectURL(tape.wav());
    audio.dataset.take = take.take;
    audio.dataset.seconds = seconds().toFixed(3);
    audio.dataset.chunks = received;
    const length = `${seconds().toFixed(1)} s of sound`;
    if (audio.dataset.lost)
      say(`${length}, with a piece lost on its way: download it for the whole`);
    else if (halted) say(`Stopped: ${length} so far`);
    else say(take.skipped ? `${length} · ${take.skipped}` : length);
    mark('whole');
    redraw();
  }

  function stop() {
    aside.silence();
    const at = position();
    halted = making;
    tape.pause();
    audio.pause();
    settle();
    if (whole()) audio.currentTime = at;
    redraw();
  }

  function play() {
    if (!tape.length) return;
    aside.silence();
    if (whole()) audio.play();
    else tape.play();
    roll();
  }

  function pause() {
    const at = position();
    tape.pause();
    audio.pause();
    if (whole()) audio.currentTime = at;
    redraw();
  }

  function jump(to) {
    const on = playing();
    if (!whole()) {
      tape.rest = to * RATE;
      if (on) tape.play(tape.rest);
    } else {
      if (tape.playing) tape.pause();
      audio.currentTime = to;
      if (on) audio.play();
    }
    roll();
  }

  function redraw() {
    const at = position();
    progress.draw(at, seconds(), expected() / RATE, playing());
    waveform.draw(at * RATE, expected());
    showWord(playing() ? words.findLast(word => word.from <= at && at < word.to + 0.15) : null);
  }

  function showWord(word) {
    if (word === spokenWord) return;
    spokenWord = word;
    find('.ks-word').textContent = word ? word.text : '';
    announce('ks:word', word ? { ...word, key: take.key } : null);
  }

  function tick() {
    if (tape.playing) {
      tape.pump();
      // The tape has run out for good: the whole take stands ready at its beginning.
      if (!making && tape.at() >= tape.length - 1) {
        tape.pause();
        audio.currentTime = 0;
        redraw();
      }
    }
    if (playing()) redraw();
  }

  // Frames only while there is sound to follow: the machine may be busy making it.
  let rolling = false;
  function roll() {
    redraw();
    if (rolling) return;
    rolling = true;
    requestAnimationFrame(function frame() {
      tick();
      rolling = playing() && tape.length > 0;
      if (rolling) requestAnimationFrame(frame);
    });
  }
  setInterval(tick, 500); // frames stop in a hidden tab, sound does not
  playButton.addEventListener('click', () => (playing() ? pause() : play()));
  seek.addEventListener('input', () => jump(Number(seek.value)));
  for (const event of ['play', 'pause', 'ended', 'seeked']) audio.addEventListener(event, redraw);
  audio.addEventListener('play', roll);
  new ResizeObserver(redraw).observe(find('canvas'));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () =>
    setTimeout(redraw, 50),
  );

  const MESSAGES = { loading, chunk: heard, end: ended };
  watch('value', () => {
    const message = props.value;
    if (message?.request_id === request_id && !halted) MESSAGES[message.kind]?.(message);
  });

  rememberTabs();
  mark('empty');
  redraw();
  const studio = {
    begin,
    stop,
    play,
    pause,
    playing,
    aside: async wav => {
      if (!wav) return;
      pause();
      bar.dataset.aside = (await aside.play(wav)).toFixed(3);
    },
    open: openTab,
    ready: () => {
      reopenTab();
      say(afterLoss());
      document.body.dataset.ksReady = 'yes';
    },
    making: () => making,
    downloads: () => [1, 2].map(() => ({ __type__: 'update', interactive: offered })),
    // Gradio's own end of a request that its handler never saw, or that broke.
    failed: () => {
      if (opening)
        refused({ detail: { request: request_id, sentence: 'That did not work; try again.' } });
    },
    save: file => file && download(file.url, file.orig_name ?? ''),
    // Resolves once nothing waits for its first sound.
    sounding: async () => {
      while (bar.dataset.state === 'waiting') await new Promise(resolve => setTimeout(resolve, 50));
    },
  };
  window.kokoroStudio = studio;
  listenToKeys(studio);
  // Safari lets sound begin only inside a gesture; the take comes later.
  document.addEventListener('pointerdown', () => tape.context(), { capture: true, once: true });
}
