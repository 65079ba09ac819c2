/** The headers of a mail as they stand in it: by lower-case name, each time it occurs, unfolded. Nothing is decoded. */
export type Headers = ReadonlyMap<string, readonly string[]>

/** The head of a mail, up to the first empty line. @param raw as it came */
export function headersOf(raw: Uint8Array): Headers {
  const headers = new Map<string, string[]>()
  const lines = headOf(raw)
    .replaceAll(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
  for (const line of lines) {
    const [, name, value] = /^([\x21-\x39\x3b-\x7e]+)[ \t]*:[ \t]*(.*)$/.exec(line) ?? []
    if (name === undefined || value === undefined) continue
    const key = name.toLowerCase()
    const known = headers.get(key)
    if (known) known.push(value.trim())
    else headers.set(key, [value.trim()])
  }
  return headers
}

export const firstOf = (headers: Headers, name: string): string => headers.get(name)?.[0] ?? ''

/** Longer is nobody's head; what is behind is not looked at. */
const MOST_BYTES = 1024 * 1024

function headOf(raw: Uint8Array): string {
  const text = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.length, MOST_BYTES)).toString('latin1')
  const end = /\r?\n\r?\n/.exec(text)
  return end ? text.slice(0, end.index) : text
}

/** All ids in a header of ids, in their order; comments and commas between them are left out. */
export const idsIn = (values: readonly string[]): string[] =>
  values.flatMap((value) => value.match(/<[^<>\s]{1,996}>/g) ?? [])
