import { createHmac, randomBytes } from 'node:crypto'
import type { Platform } from '../../platform/context.ts'
import { signingKey } from '../../platform/http/signingKey.ts'
import { WORDS } from './words.ts'

const HOW_MANY = 3

/**
 * Three words (21 bits) that open a report, with its number: to be written down, said or read aloud.
 * @param key of the request, for which they are the same again; null for new ones
 */
export async function secretFor(platform: Platform, cityId: string, key: string | null): Promise<string> {
  if (key === null) return inWords(randomBytes(2 * HOW_MANY))
  const signed = createHmac('sha256', await signingKey(platform))
  return inWords(signed.update(`report secret\n${cityId}\n${key}`).digest())
}

const inWords = (bytes: Buffer): string =>
  Array.from({ length: HOW_MANY }, (_, n) => WORDS[bytes.readUInt16BE(2 * n) % WORDS.length]!).join(' ')

/** As it is kept and compared, however it was typed: 'Birne-rose  Kamel' is 'birne rose kamel'. */
export const plainSecret = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim()
