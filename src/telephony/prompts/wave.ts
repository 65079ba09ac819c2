import type { Result } from '../../shared/result.ts'

/** Telephone sound as every Asterisk plays it without recoding: WAV, 8 kHz, one channel, 16 bit. */
export interface Wave {
  /** Bytes of sound. */
  bytes: number
}

export type WaveFault = 'not-wav' | 'compressed' | 'rate' | 'channels' | 'bits' | 'empty'

const RATE = 8000
const BYTES_PER_MS = (RATE * 2) / 1000

const SENTENCES = {
  'not-wav': 'Das ist keine WAV-Datei. Bitte eine WAV-Datei mit 8 kHz, mono, 16 Bit wählen.',
  compressed: 'Diese WAV-Datei ist komprimiert. Bitte unkomprimiert (PCM) speichern: 8 kHz, mono, 16 Bit.',
  empty: 'In dieser Datei ist kein Ton.',
} as const satisfies Partial<Record<WaveFault, string>>

/** Checks the head of a WAV file; nothing is converted. The sentence is for the field. */
export function readWave(file: Buffer): Result<Wave, WaveFault> {
  if (file.length < 12 || text(file, 0) !== 'RIFF' || text(file, 8) !== 'WAVE') return refuse('not-wav')
  const format = chunk(file, 'fmt ')
  const data = chunk(file, 'data')
  if (!format || !data || format.length < 16) return refuse('not-wav')
  // 1 is plain PCM; 0xfffe says the same in a longer head.
  if (![1, 0xfffe].includes(format.readUInt16LE(0))) return refuse('compressed')
  const channels = format.readUInt16LE(2)
  const rate = format.readUInt32LE(4)
  const bits = format.readUInt16LE(14)
  if (rate !== RATE)
    return refuse('rate', `Diese Datei hat ${thousands(rate)} kHz. Bitte mit 8 kHz speichern (mono, 16 Bit).`)
  if (channels !== 1)
    return refuse('channels', `Diese Datei hat ${channels} Kanäle. Bitte mono speichern (8 kHz, 16 Bit).`)
  if (bits !== 16)
    return refuse('bits', `Diese Datei hat ${bits} Bit. Bitte mit 16 Bit speichern (8 kHz, mono).`)
  return data.length === 0 ? refuse('empty') : { ok: true, value: { bytes: data.length } }
}

export const durationOf = ({ bytes }: Wave): number => Math.round(bytes / BYTES_PER_MS)

function refuse(cause: WaveFault, message?: string): Result<Wave, WaveFault> {
  return {
    ok: false,
    cause,
    message: message ?? (SENTENCES as Partial<Record<WaveFault, string>>)[cause] ?? '',
  }
}

const text = (file: Buffer, at: number): string => file.toString('latin1', at, at + 4)
const thousands = (rate: number): string => String(rate / 1000).replace('.', ',')

/** A RIFF chunk by name; one that was cut off, or whose length a stream never filled in, ends with the file. */
function chunk(file: Buffer, name: string): Buffer | null {
  for (let at = 12; at + 8 <= file.length;) {
    const length = file.readUInt32LE(at + 4)
    if (text(file, at) === name) return file.subarray(at + 8, Math.min(file.length, at + 8 + length))
    at += 8 + length + (length % 2)
  }
  return null
}
