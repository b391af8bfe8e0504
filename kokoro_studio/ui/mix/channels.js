// The rows of the desk: a voice each, with a fader for timbre and one for delivery.
import { button, make } from '../shell/dom.js';
import { audible, HALVES, halfShares, percents, shareOf, sharesOf } from './mixing.js';

function toggle(name, label, text, pressed, act) {
  const node = button(`ks-toggle ${name}`, text, act, label);
  node.title = label;
  node.setAttribute('aria-pressed', String(pressed));
  return node;
}

// Returns what draws the rows anew, and keeps the focus in the row of the voice `focused`.
export function channelsOf(desk) {
  let shows = []; // what shows the share of each fader

  // Presses of keys on a slider in quick succession are one change.
  const pressing = {
    run: 0,
    runs: 0,
    last: -Infinity,
    press(now) {
      if (now - this.last > 1500 || !this.run) this.run = this.runs += 1;
      this.last = now;
    },
    end() {
      this.run = 0;
    },
  };

  // One slider with the share it comes to.
  function fader(row, half, label) {
    const line = make('label', 'ks-fader');
    const slider = make('input');
    const pushing = row.timbre < 0 || row.delivery < 0;
    Object.assign(slider, {
      type: 'range',
      min: pushing ? -1 : 0,
      step: 0.01,
      max: Math.max(1, row.timbre, row.delivery),
      value: row[half],
    });
    slider.setAttribute('aria-label', `${label} of ${desk.voiceOf(row.voice).name}`);
    slider.disabled = Boolean(row.locked);
    if (row.locked) slider.title = 'Its share is held: unlock it to move it.';
    const output = make('output');
    slider.addEventListener('input', () => {
      row[half] = Number(slider.value);
      if (row.linked) row.timbre = row.delivery = row[half];
      for (const show of shows) show();
      desk.refresh();
    });
    slider.addEventListener('keydown', event => pressing.press(event.timeStamp));
    slider.addEventListener('pointerdown', () => pressing.end());
    slider.addEventListener('change', () =>
      desk.commit(pressing.run && `${row.voice} ${half} ${pressing.run}`),
    );
    line.append(make('span', '', label), slider, output);
    shows.push(() => {
      const share = each =>
        shareOf(
          percents(sharesOf(desk.rows(), each, desk.state.method), desk.state.method),
          row.voice,
        );
      const [timbre, delivery] = HALVES.map(share);
      // A row that moves as one may still come to two shares, where others do not.
      const apart = row.linked && timbre !== delivery;
      output.textContent = apart ? `${timbre} / ${delivery}%` : `${share(half)}%`;
      output.title = apart ? `${timbre}% of the timbre, ${delivery}% of the delivery` : '';
      slider.value = row[half];
      const [low, high] = [Number(slider.min), Number(slider.max)];
      slider.style.setProperty('--ks-fill', `${((row[half] - low) / (high - low)) * 100}%`);
      slider.setAttribute('aria-valuetext', output.title || `${output.textContent} of the mix`);
    });
    return line;
  }

  function channel(row) {
    const voice = desk.voiceOf(row.voice);
    const item = make('li', 'ks-channel');
    item.dataset.voice = row.voice;
    item.style.setProperty('--ks-hue', `var(--ks-${row.voice[0]})`);
    const change = edit => () => {
      edit();
      draw(item.dataset.voice);
      desk.commit();
    };
    const head = make('div', 'ks-channel-head');
    const words = make('span', 'ks-channel-words');
    const about = voice.known
      ? [desk.languageOf(row.voice[0]), voice.traits].filter(Boolean).join(' · ')
      : 'This voice is gone: bring it back, choose another or remove it.';
    const name = button(
      'ks-voice-name',
      voice.name,
      () => desk.choose('replace', row),
      `Change the voice ${voice.name}`,
    );
    name.title = 'Take another voice here';
    words.append(name, make('small', '', about));
    const shares = halfShares(desk.rows(), desk.state.method);
    head.append(
      make('i', 'ks-dot'),
      words,
      toggle(
        'ks-link',
        `Move timbre and delivery of ${voice.name} as one`,
        'Link',
        row.linked,
        change(() => {
          row.linked = !row.linked;
          if (row.linked) row.delivery = row.timbre;
        }),
      ),
      toggle(
        'ks-minus',
        `Push away from ${voice.name}`,
        '−',
        row.timbre < 0 || row.delivery < 0,
        change(() => {
          for (const half of HALVES) row[half] = -row[half];
        }),
      ),
      toggle(
        'ks-solo',
        `Hear ${voice.name} alone`,
        'S',
        row.soloed,
        change(() => {
          row.soloed = !row.soloed;
          row.muted = false;
        }),
      ),
      toggle(
        'ks-mute',
        `Leave ${voice.name} out`,
        'M',
        row.muted,
        change(() => {
          row.muted = !row.muted;
          row.soloed = false;
        }),
      ),
      toggle(
        'ks-lock',
        `Hold the share of ${voice.name}`,
        'Lock',
        Boolean(row.locked),
        change(() => {
          row.locked = row.locked
            ? null
            : Object.fromEntries(HALVES.map(half => [half, shareOf(shares[half], row.voice)]));
        }),
      ),
      button(
        'ks-remove',
        '✕',
        change(() => {
          desk.stage().rows = desk.rows().filter(other => other !== row);
        }),
        `Remove ${voice.name} from the mix`,
      ),
    );
    const faders = make('div', 'ks-faders');
    faders.append(fader(row, 'timbre', row.linked ? 'Amount' : 'Timbre'));
    if (!row.linked) faders.append(fader(row, 'delivery', 'Delivery'));
    item.append(head, faders);
    item.classList.toggle('ks-unheard', !audible(desk.rows()).includes(row));
    return item;
  }

  function draw(focused) {
    shows = [];
    desk.state.active = Math.min(desk.state.active, desk.state.stages.length - 1);
    const place = desk.element.contains(document.activeElement)
      ? document.activeElement.className
      : null;
    desk.find('.ks-channels').replaceChildren(...desk.rows().map(channel));
    for (const show of shows) show();
    if (focused && place) {
      const same = [...desk.element.querySelectorAll(`[data-voice="${focused}"] button`)];
      same.find(node => node.className === place)?.focus();
    }
    desk.drawStages();
    desk.find('.ks-method').value = desk.state.method;
    desk.refresh();
  }

  return draw;
}
