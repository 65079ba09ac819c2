import type { MediaType } from './contract.ts'

export const LONGEST_NAME = 120

const ENDINGS = {
  'application/pdf': ['.pdf'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
} as const satisfies Record<MediaType, readonly [string, ...string[]]>

/** Nothing to see, or it turns the reading direction round: with U+202E in it "fotofdp.exe" reads as "fotoexe.pdf". */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu
/** What Windows forbids in names; it would save the file under another one. */
const FORBIDDEN = /[<>:"|?*]/g

/**
 * A file's name as it may be stored and offered: without path and signs that deceive, at most 120 characters, and always
 * with an ending of what the file is, so that no system runs it as something else.
 */
export function cleanName(name: string, mediaType: MediaType): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const seen = last.replace(INVISIBLE, '').replace(FORBIDDEN, '_').replace(/\s+/g, ' ').normalize('NFC')
  const [usual] = ENDINGS[mediaType]
  const lower = seen.toLowerCase()
  const ending = ENDINGS[mediaType].find((one) => lower.endsWith(one)) ?? ''
  const stem = trimmed(ending ? seen.slice(0, -ending.length) : seen)
  const end = ending ? seen.slice(-ending.length) : usual
  return (shortened(stem, LONGEST_NAME - end.length) || 'Anlage') + end
}

/** By code points, so that no character is cut in two. */
const shortened = (text: string, length: number): string => trimmed([...text].slice(0, length).join(''))

/** No hidden file, and nothing that a system drops at the end. */
const trimmed = (text: string): string => text.replace(/^[\s.]+|[\s.]+$/g, '')
