/** A content line may have so many octets, its line break not counted (RFC 5545, 3.1). */
const LINE_OCTETS = 75

/** A value of the type TEXT (RFC 5545, 3.3.11). Control characters, which none may have, become blanks. */
export function escapeText(text: string): string {
  return plain(text)
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\n/g, String.raw`\n`)
}

/** A quoted parameter value (RFC 5545, 3.2), which knows neither quotation marks nor line breaks. */
export const quoted = (text: string): string => `"${plain(text).replace(/\n/g, ' ').replace(/"/g, "'")}"`

const plain = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')

/** Breaks a content line into pieces of at most 75 octets, each further one with a blank before it; never inside a character. */
export function fold(line: string): string {
  const pieces: string[] = []
  let piece = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > LINE_OCTETS) {
      pieces.push(piece)
      piece = ' '
      octets = 1
    }
    piece += character
    octets += size
  }
  return [...pieces, piece].join('\r\n')
}

/** The whole file: folded lines, each ended by CRLF. */
export const fileOf = (lines: readonly string[]): string => lines.map((line) => `${fold(line)}\r\n`).join('')
