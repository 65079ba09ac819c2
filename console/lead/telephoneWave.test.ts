import { expect, test } from 'vitest'
import { mono, RATE_HZ, waveFile } from './telephoneWave.ts'

const SAMPLES_AT = 44

test('given a second of a tone, makes a file of 8 kHz, one channel and 16 bit, as loud as it may be', () => {
  const file = new DataView(waveFile(Float32Array.from({ length: RATE_HZ }, (_, n) => 0.3 * Math.sin(n / 4))))
  const text = (at: number): string =>
    [0, 1, 2, 3].map((n) => String.fromCharCode(file.getUint8(at + n))).join('')
  expect([0, 8, 12, 36].map(text)).toEqual(['RIFF', 'WAVE', 'fmt ', 'data'])
  const [format, channels, rate, bits] = [
    file.getUint16(20, true),
    file.getUint16(22, true),
    file.getUint32(24, true),
    file.getUint16(34, true),
  ]
  expect({ format, channels, rate, bits }).toEqual({ format: 1, channels: 1, rate: RATE_HZ, bits: 16 })
  expect(file.getUint32(40, true)).toBe(2 * RATE_HZ)
  expect(file.byteLength).toBe(SAMPLES_AT + 2 * RATE_HZ)
  expect(loudestOf(file) / 0x7fff).toBeCloseTo(0.9, 2)
})

test('given silence, leaves it silent', () => {
  expect(loudestOf(new DataView(waveFile(new Float32Array(100))))).toBe(0)
})

test('given two channels, hears both', () => {
  expect([...mono([Float32Array.of(1, 0), Float32Array.of(0, -1)])]).toEqual([0.5, -0.5])
})

function loudestOf(file: DataView): number {
  let loudest = 0
  for (let at = SAMPLES_AT; at < file.byteLength; at += 2)
    loudest = Math.max(loudest, Math.abs(file.getInt16(at, true)))
  return loudest
}
