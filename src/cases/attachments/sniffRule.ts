import type { MediaType } from './contract.ts'

/** How each kind begins: ISO 32000-1 7.5.2, ISO/IEC 10918-1 B.2.1 (SOI and the next marker), PNG 5.2. */
export const BEGINNINGS = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
} as const satisfies Record<MediaType, readonly number[]>

/** What a file is by its content alone; null for everything that is not accepted. Name and header of the sender say nothing. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  const begins = (beginning: readonly number[]) => beginning.every((byte, at) => bytes[at] === byte)
  if (begins(BEGINNINGS['application/pdf'])) return 'application/pdf'
  if (begins(BEGINNINGS['image/jpeg'])) return 'image/jpeg'
  if (begins(BEGINNINGS['image/png'])) return 'image/png'
  return null
}
