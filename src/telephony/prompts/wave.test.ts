import { expect, test } from 'vitest'
import { durationOf, readWave } from './wave.ts'

interface Shape {
  format?: number
  channels?: number
  rate?: number
  bits?: number
  bytes?: number
}

function wav({ format = 1, channels = 1, rate = 8000, bits = 16, bytes = 16_000 }: Shape = {}): Buffer {
  const file = Buffer.alloc(44 + bytes)
  file.write('RIFF', 0)
  file.writeUInt32LE(36 + bytes, 4)
  file.write('WAVEfmt ', 8)
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(format, 20)
  file.writeUInt16LE(channels, 22)
  file.writeUInt32LE(rate, 24)
  file.writeUInt16LE(bits, 34)
  file.write('data', 36)
  file.writeUInt32LE(bytes, 40)
  return file
}

test('given 8 kHz, mono, 16 bit, answers how long it is', () => {
  const read = readWave(wav())
  expect(read.ok && durationOf(read.value)).toBe(1_000)
})

test('given another chunk before the sound, finds the sound', () => {
  const plain = wav({ bytes: 1_600 })
  const list = Buffer.from('LIST\u0003\u0000\u0000\u0000abc\u0000', 'latin1')
  const read = readWave(Buffer.concat([plain.subarray(0, 36), list, plain.subarray(36)]))
  expect(read.ok && durationOf(read.value)).toBe(100)
})

test.each([
  ['no WAV at all', Buffer.from('ID3 something'), 'not-wav', /keine WAV-Datei/],
  ['an empty file', Buffer.alloc(0), 'not-wav', /keine WAV-Datei/],
  ['A-law', wav({ format: 6 }), 'compressed', /komprimiert/],
  ['44.1 kHz', wav({ rate: 44_100 }), 'rate', /44,1 kHz/],
  ['stereo', wav({ channels: 2 }), 'channels', /2 Kanäle/],
  ['8 bit', wav({ bits: 8 }), 'bits', /8 Bit/],
  ['no sound in it', wav({ bytes: 0 }), 'empty', /kein Ton/],
])('given %s, refuses with a sentence', (_what, file, cause, sentence) => {
  const read = readWave(file)
  expect(read.ok ? null : read.cause).toBe(cause)
  expect(read.ok ? '' : read.message).toMatch(sentence)
})
