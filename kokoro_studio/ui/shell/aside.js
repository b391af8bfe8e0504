// A short sound beside the take, which stays where it is. The last one that was asked for is heard.
import { bytesOf } from './dom.js';

export class Aside {
  /** @param {() => AudioContext} context */
  constructor(context) {
    this.context = context; // called for each sound: it wakes a sleeping audio context
    this.node = null;
  }

  // Plays a WAV file in base64; resolves to its seconds.
  async play(wav) {
    const context = this.context();
    const buffer = await context.decodeAudioData(bytesOf(wav).buffer);
    this.silence();
    this.node = context.createBufferSource();
    this.node.buffer = buffer;
    this.node.connect(context.destination);
    this.node.start();
    return buffer.duration;
  }

  silence() {
    this.node?.stop();
    this.node = null;
  }
}
