/** @type {AudioContext | null} */
let context = null;

/** Two synthesised notes. @returns {boolean} whether there is something to hear */
export function ping() {
  // Before the first click browsers suspend audio and would play all queued sounds after it.
  if (navigator.userActivation && !navigator.userActivation.hasBeenActive) return false;
  context ??= new AudioContext();
  if (context.state === 'suspended') context.resume().catch(() => {});
  note(context, 659, 0);
  note(context, 988, 0.09);
  return true;
}

/** @param {AudioContext} audio @param {number} hertz @param {number} delay seconds */
function note(audio, hertz, delay) {
  const begin = audio.currentTime + delay;
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(0.0001, begin);
  volume.gain.exponentialRampToValueAtTime(0.12, begin + 0.015);
  volume.gain.exponentialRampToValueAtTime(0.0001, begin + 0.3);
  tone.connect(volume).connect(audio.destination);
  tone.start(begin);
  tone.stop(begin + 0.32);
}
