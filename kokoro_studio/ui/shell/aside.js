// A short sound beside the take, which stays where it is. The last one that was asked for is heard.
class Aside {
  constructor(context) {
    this.context = context; // called for each sound: it wakes a sleeping audio context
    this.node = null;
  }

  // Plays a WAV file in base64; resolves to its seconds.
  async play(wav) {
    const context = this.context();
    const bytes = Uint8Array.from(atob(wav), c => c.charCodeAt(0));
    const buffer = await context.decodeAudioData(bytes.buffer);
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
