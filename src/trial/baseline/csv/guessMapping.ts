import { parseCsv } from '../../../shared/parseCsv.ts'
import { ASTERISK_CDR, type CallsMapping } from '../contract.ts'
import { momentIn } from './momentIn.ts'

const SEPARATORS = [';', ',', '\t', '|'] as const
const FORMS = ['iso', 'german', 'american', 'unix'] as const
/** Rows that are looked at. */
const LOOKED_AT = 50

/** What the columns of a table seem to mean, for somebody who looks at it and changes what is wrong. */
export function guessMapping(bytes: Uint8Array): CallsMapping {
  const encoding = isUtf8(bytes) ? 'utf-8' : 'windows-1252'
  const text = new TextDecoder(encoding).decode(bytes)
  const separator = separatorOf(text)
  const rows = firstRows(text, separator)
  const [first = []] = rows
  if (isAsteriskCdr(separator, rows)) return { ...ASTERISK_CDR, encoding }
  const at = atOf(rows)
  const header = !isMoment(first, at)
  const named = (pattern: RegExp): number | null => {
    const found = header ? first.findIndex((name) => pattern.test(name)) : -1
    return found === -1 ? null : found
  }
  const sample = header ? (rows[1] ?? []) : first
  const duration = (column: number | null): CallsMapping['wait'] =>
    column === null ? null : { column, unit: sample[column]?.includes(':') ? 'clock' : 's', minus: null }
  return {
    separator,
    encoding,
    header,
    at,
    wait: duration(named(/warte|wait|rufdauer|ringing/i)),
    talk: duration(named(/gespr|talk|billsec|verbindungsdauer/i)),
    answered: null,
    only: null,
    queue: named(/warteschlange|queue|ziel|gruppe|hotline|^dst$/i),
    id: named(/^(unique)?_?id$|anruf-?id|call-?id|kennung/i),
  }
}

/** What the record of calls says of how a call ended. */
const DISPOSITIONS: ReadonlySet<string> = new Set(['ANSWERED', 'NO ANSWER', 'BUSY', 'FAILED', 'CONGESTION'])

/** It has no names of columns, but words and times where no other table has them. */
const isAsteriskCdr = (separator: string, rows: readonly string[][]): boolean =>
  separator === ASTERISK_CDR.separator &&
  rows.length > 0 &&
  rows.every(
    (cells) =>
      isMoment(cells, ASTERISK_CDR.at) && DISPOSITIONS.has(cells[ASTERISK_CDR.answered!.column] ?? ''),
  )

/** Whether the bytes are UTF-8; the last letter of a part of a file may be cut. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** The one that parts every row alike, and into the most. */
function separatorOf(text: string): CallsMapping['separator'] {
  const columns = (separator: string): number => {
    const counts = firstRows(text, separator).map((cells) => cells.length)
    return counts.every((count) => count === counts[0]) ? (counts[0] ?? 0) : 1
  }
  return SEPARATORS.toSorted((one, other) => columns(other) - columns(one))[0]!
}

const firstRows = (text: string, separator: string): string[][] => {
  const rows: string[][] = []
  for (const { cells, cut } of parseCsv(text, separator)) {
    if (cut || rows.length === LOOKED_AT) break
    rows.push(cells)
  }
  // Of a part of a file the last row may be half of one.
  return rows.length > 2 ? rows.slice(0, -1) : rows
}

/** The first column, or two that stand side by side, in which the second row has a moment. */
function atOf(rows: readonly string[][]): CallsMapping['at'] {
  const cells = rows[1] ?? rows[0] ?? []
  for (const form of FORMS)
    for (const [day] of cells.entries()) {
      if (isMoment(cells, { day, time: null, form })) return { day, time: null, form }
      if (form !== 'unix' && isMoment(cells, { day, time: day + 1, form }))
        return { day, time: day + 1, form }
    }
  return { day: 0, time: null, form: 'iso' }
}

function isMoment(cells: readonly string[], { day, time, form }: CallsMapping['at']): boolean {
  const text = time === null ? cells[day] : `${cells[day] ?? ''} ${cells[time] ?? ''}`
  return typeof momentIn((text ?? '').trim(), form, 'UTC') === 'number'
}
