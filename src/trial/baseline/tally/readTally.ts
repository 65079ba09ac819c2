import { parseCsv } from '../../../shared/parseCsv.ts'

/** What a tally sheet says of a day; null where nobody counted it. */
export interface SheetDay {
  /** 'YYYY-MM-DD' */
  day: string
  offered: number
  answered: number | null
  abandoned: number | null
  answered15: number | null
}

/** What is wrong in a line, in words of whoever typed it. */
export interface SheetFault {
  /** From 1. */
  line: number
  is: string
}

/** More than a city's telephone could ring on a day. */
const MOST_CALLS = 100_000

/**
 * Reads a tally sheet: a line for each day with its calls, how many of them were answered, given up, and answered within 15 s, in
 * this order; all but the first may be left empty. Semicolons, tabs or, where there are neither, commas stand between. A first line of words is a heading.
 * @param today 'YYYY-MM-DD': what is not over yet cannot be counted
 */
export function readTally(text: string, today: string): { days: SheetDay[]; faults: SheetFault[] } {
  const separator = [';', '\t'].find((one) => text.includes(one)) ?? ','
  const days = new Map<string, SheetDay>()
  const faults: SheetFault[] = []
  for (const [index, { line, cells }] of [...parseCsv(text, separator)].entries()) {
    const words = cells.map((cell) => cell.trim())
    if (words.every((word) => word === '') || (index === 0 && !/\d/.test(words[0] ?? ''))) continue
    const read = dayIn(words, today)
    const fault = typeof read === 'string' ? read : days.has(read.day) ? 'Dieser Tag steht schon da.' : null
    if (fault !== null) faults.push({ line, is: fault })
    else if (typeof read !== 'string') days.set(read.day, read)
  }
  return { days: [...days.values()], faults }
}

/** The day, or what is wrong with it. */
function dayIn([first = '', ...cells]: readonly string[], today: string): SheetDay | string {
  const day = dateIn(first)
  if (day === null) return `„${first}“ ist kein Tag. Bitte als 1.6.2026 oder 2026-06-01.`
  if (day >= today) return 'Dieser Tag ist noch nicht vorbei.'
  if (cells.slice(4).some((cell) => cell !== '')) return 'Hier stehen mehr als fünf Angaben.'
  const [offered, answered, abandoned, answered15] = [0, 1, 2, 3].map((at) => countIn(cells[at] ?? ''))
  const counts = [offered, answered, abandoned, answered15]
  if (counts.includes(undefined)) return `Bitte ganze Zahlen von 0 bis ${MOST_CALLS.toLocaleString('de-DE')}.`
  if (offered === null || offered === undefined) return 'Die Zahl der Anrufe fehlt.'
  const read = { day, offered, answered: answered!, abandoned: abandoned!, answered15: answered15! }
  return addsUp(read) ?? read
}

function addsUp({ offered, answered, abandoned, answered15 }: SheetDay): string | null {
  if ((answered ?? 0) + (abandoned ?? 0) > offered)
    return 'Angenommen und aufgelegt sind mehr als alle Anrufe.'
  if ((answered15 ?? 0) > (answered ?? offered - (abandoned ?? 0)))
    return 'In 15 Sekunden angenommen sind mehr als angenommen.'
  return null
}

/** Null for an empty cell, undefined for what is no count. */
function countIn(cell: string): number | null | undefined {
  if (cell === '') return null
  if (!/^\d{1,3}(\.?\d{3})*$/.test(cell)) return undefined
  const count = Number(cell.replaceAll('.', ''))
  return count <= MOST_CALLS ? count : undefined
}

function dateIn(cell: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(cell)
  const german = /^(?:\p{L}{2,10}\.?,?\s+)?(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/u.exec(cell)
  const [year, month, day] = iso ? iso.slice(1) : (german?.slice(1).toReversed() ?? [])
  if (year === undefined || month === undefined || day === undefined) return null
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${date}T12:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== date ? null : date
}
