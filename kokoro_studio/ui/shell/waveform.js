// The take as bars: what was heard in the accent, the rest in grey, what is to come as a line.
const BIN = 480; // samples of a bin: 20 ms

export class Waveform {
  constructor(canvas) {
    this.canvas = canvas;
    this.clear();
  }

  clear() {
    this.peaks = [];
    this.filled = 0; // samples so far
    this.loudest = 0.3; // quiet takes stay visibly quiet
  }

  push(data) {
    for (const value of data) {
      if (this.filled % BIN === 0) this.peaks.push(0);
      const last = this.peaks.length - 1;
      this.peaks[last] = Math.max(this.peaks[last], Math.abs(value) / 32768);
      this.loudest = Math.max(this.loudest, this.peaks[last]);
      this.filled += 1;
    }
  }

  // `at` and `total` in samples; `total` may reach beyond what has come.
  draw(at, total) {
    const scale = window.devicePixelRatio || 1;
    const { clientWidth: width, clientHeight: height } = this.canvas;
    if (this.canvas.width !== width * scale || this.canvas.height !== height * scale) {
      this.canvas.width = width * scale;
      this.canvas.height = height * scale;
    }
    const pen = this.canvas.getContext('2d');
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    pen.clearRect(0, 0, width, height);
    const style = getComputedStyle(this.canvas);
    const [bright, dim] = ['--ks-accent', '--ks-bar'].map(name => style.getPropertyValue(name));
    const bars = Math.floor(width / 3);
    for (let bar = 0; bar < bars; bar += 1) {
      const peak = this.peakOf((bar / bars) * total, ((bar + 1) / bars) * total);
      const tall = Math.max(2, (peak / this.loudest) * height);
      const heard = total > 0 && (bar / bars) * total < at;
      pen.fillStyle = heard ? bright : dim;
      pen.fillRect(bar * 3, (height - tall) / 2, 2, tall);
    }
  }

  peakOf(from, to) {
    let peak = 0;
    const last = Math.min(Math.ceil(to / BIN), this.peaks.length);
    for (let bin = Math.floor(from / BIN); bin < last; bin += 1) {
      peak = Math.max(peak, this.peaks[bin]);
    }
    return peak;
  }
}
