// The play button, the seek slider and the times of the player bar.

const clock = value => {
  const total = Math.floor(value);
  return `${Math.floor(total / 60)}:${String(total % 60).padStart(2, '0')}`;
};

export class Progress {
  /** @param {(selector: string) => any} find an element of the player bar */
  constructor(find) {
    this.bar = find('.ks-player');
    this.button = find('.ks-play');
    this.seek = find('.ks-seek');
    this.at = find('.ks-at');
    this.length = find('.ks-length');
  }

  /**
   * @param {number} at seconds, where the sound is
   * @param {number} made seconds that can be played
   * @param {number} expected seconds that there will be
   * @param {boolean} playing
   */
  draw(at, made, expected, playing) {
    this.button.disabled = this.seek.disabled = !made;
    this.button.setAttribute('aria-label', playing ? 'Pause' : 'Play');
    this.bar.classList.toggle('ks-playing', playing);
    this.seek.max = made;
    this.seek.value = at;
    this.seek.style.width = `${expected ? (100 * made) / expected : 100}%`;
    this.seek.setAttribute('aria-valuetext', `${clock(at)} of ${clock(made)}`);
    this.at.textContent = clock(at);
    this.length.textContent = clock(Math.round(made));
  }
}
