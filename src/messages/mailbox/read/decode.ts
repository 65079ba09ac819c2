/** Repairs of texts whose bytes were read with the wrong table. */

const WINDOWS_1252 = new TextDecoder('windows-1252')
const BYTE_OF = new Map(
  Array.from({ length: 256 }, (_, byte) => [WINDOWS_1252.decode(Uint8Array.of(byte)), byte] as const),
)

/** 'StraÃŸe' is UTF-8 that was called ISO-8859-1; read anew where each byte fits, else as it was. */
export function repairMojibake(text: string): string {
  if (!/[ÂÃâ][\u0080-\u00bf\u0152-\u2122]/.test(text)) return text
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) {
    const byte = BYTE_OF.get(text[at]!)
    if (byte === undefined) return text
    bytes[at] = byte
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8: it was what it said.
    return text
  }
}

const PART_TYPE = /^content-type:[ \t]*text\/(?:plain|html)\b(?:[^\r\n]|\r?\n[ \t])*/gim

/**
 * The mail with a character set where a text names none, so that the parser does not guess. A mail without any type is a text.
 */
export function withCharset(raw: Uint8Array, charset: string): Buffer {
  const text = Buffer.from(raw).toString('latin1')
  const headEnd = /\r?\n\r?\n/.exec(text)?.index ?? text.length
  const typed = /^content-type:/im.test(text.slice(0, headEnd))
    ? text
    : `Content-Type: text/plain; charset=${charset}\r\n${text}`
  const named = typed.replaceAll(PART_TYPE, (head) =>
    /charset\s*=/i.test(head) ? head : `${head.replace(/;\s*$/, '')}; charset=${charset}`,
  )
  return Buffer.from(named, 'latin1')
}

/** What an HTML text calls its own character set. */
export const metaCharset = (raw: Uint8Array): string | null =>
  /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{3,20})/i.exec(Buffer.from(raw).toString('latin1'))?.[1] ?? null
