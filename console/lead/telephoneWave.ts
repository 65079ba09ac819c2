/** What the telephone plays: 8 kHz, one channel, 16 bit. */
export const RATE_HZ = 8000
const HEAD_BYTES = 44
const PEAK = 0.9

/** A WAV file of samples between -1 and 1; what is quieter than it could be is made louder, silence stays silent. */
export function waveFile(samples: Float32Array): ArrayBuffer {
  const file = new ArrayBuffer(HEAD_BYTES + samples.length * 2)
  const view = new DataView(file)
  const text = (at: number, word: string) =>
    [...word].forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt(0)))
  text(0, 'RIFF')
  view.setUint32(4, HEAD_BYTES - 8 + samples.length * 2, true)
  text(8, 'WAVE')
  text(12, 'fmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, RATE_HZ, true)
  view.setUint32(28, RATE_HZ * 2, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  text(36, 'data')
  view.setUint32(40, samples.length * 2, true)
  const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  const gain = loudest < 0.01 ? 1 : PEAK / loudest
  samples.forEach((sample, index) =>
    view.setInt16(
      HEAD_BYTES + index * 2,
      Math.round(Math.max(-1, Math.min(1, sample * gain)) * 0x7fff),
      true,
    ),
  )
  return file
}

/** Several channels as one. */
export function mono(channels: readonly Float32Array[]): Float32Array {
  const [first = new Float32Array(0)] = channels
  return first.map(
    (_, index) => channels.reduce((sum, channel) => sum + (channel[index] ?? 0), 0) / channels.length,
  )
}
