/** Two soft tones every two seconds, made here: no file, no licence. Gentle, because it sits on a head. */
const TONES_HZ = [587, 784] as const
const EVERY_MS = 2000

/** Rings until the returned function is called; calling it again does nothing. */
export function ring(): () => void {
  const audio = new AudioContext()
  const once = () => TONES_HZ.forEach((frequency, index) => beep(audio, frequency, index * 0.18))
  once()
  const timer = setInterval(once, EVERY_MS)
  return () => {
    clearInterval(timer)
    if (audio.state !== 'closed') void audio.close()
  }
}

/** One short tone before a call that is put through without ringing. */
export function tick(): void {
  const audio = new AudioContext()
  beep(audio, TONES_HZ[1], 0)
  setTimeout(() => void audio.close(), 600)
}

function beep(audio: AudioContext, frequency: number, delayS: number): void {
  const start = audio.currentTime + delayS
  const tone = new OscillatorNode(audio, { frequency })
  const gain = new GainNode(audio, { gain: 0 })
  gain.gain.setValueAtTime(0, start)
  gain.gain.linearRampToValueAtTime(0.15, start + 0.02)
  gain.gain.exponentialRampToValueAtTime(0.001, start + 0.35)
  tone.connect(gain).connect(audio.destination)
  tone.start(start)
  tone.stop(start + 0.4)
}
