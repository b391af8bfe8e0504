// The audio context of a player, made at first and awake again whenever it is asked for. A phone
// interrupts it for a call, or while another app plays; its mute switch silences pages that do not
// say that they play back.
/**
 * @param {AudioContext | null | undefined} context
 * @param {number} rate of its samples, in Hz
 */
export function wakeSound(context, rate) {
  if (navigator.audioSession) navigator.audioSession.type = 'playback';
  const audio = context ?? new AudioContext({ sampleRate: rate });
  if (audio.state !== 'running') audio.resume().catch(() => {});
  return audio;
}
