import type { PhotoFault } from './model.ts'

/** What is taken. */
export type PhotoKind = 'jpeg' | 'png' | 'webp'
/** What a file is; what is not taken is named by its fault. */
export type Sniffed = PhotoKind | Extract<PhotoFault, 'heic' | 'avif' | 'svg' | 'gif' | 'pdf' | 'unknown'>

/** Brands of ISO/IEC 23008-12 (HEIF) and of AVIF, in the `ftyp` box of ISO/IEC 14496-12. */
const AVIF = new Set(['avif', 'avis'])
const HEIC = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1'])

/** What a file is by its first bytes alone: ISO/IEC 10918-1 B.2.1, PNG 5.2, RFC 9649 2.3. Its name and what its sender calls it say nothing. */
export function sniff(bytes: Uint8Array): Sniffed {
  const text = (from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to))
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp'
  if (text(0, 4) === 'GIF8') return 'gif'
  if (text(0, 5) === '%PDF-') return 'pdf'
  if (text(4, 8) === 'ftyp') return byBrands(text(8, Math.min(64, boxLength(bytes))))
  return /<svg[\s>]/i.test(text(0, 1024)) ? 'svg' : 'unknown'
}

const boxLength = (bytes: Uint8Array): number =>
  ((bytes[0]! << 24) | (bytes[1]! << 16) | (bytes[2]! << 8) | bytes[3]!) >>> 0

/** The main brand and those it is compatible with, four signs each. */
function byBrands(box: string): Sniffed {
  const brands = box.match(/.{4}/gs) ?? []
  if (brands.some((brand) => AVIF.has(brand))) return 'avif'
  return brands.some((brand) => HEIC.has(brand)) ? 'heic' : 'unknown'
}
