import { dayClockOf } from '../../../shared/dayClock.ts'
import type { CallsMapping } from '../contract.ts'

/** Why a text is no moment: not of that form, or an hour that the city's clock shows twice or never. */
export type NoMoment = 'unreadable' | 'unclear-hour'

interface Local {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  /** Minutes east of Greenwich; null: the city's clock. */
  offset: number | null
}

const CLOCK = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?`
const FORMS = {
  iso: new RegExp(String.raw`^(\d{4})-(\d{2})-(\d{2})[T ]+${CLOCK} ?(Z|[+-]\d{2}:?\d{2})?$`),
  german: new RegExp(String.raw`^(\d{1,2})\.(\d{1,2})\.(\d{4}),?[T ]+${CLOCK}(?: Uhr)?$`),
  american: new RegExp(String.raw`^(\d{1,2})\/(\d{1,2})\/(\d{4}),?[T ]+${CLOCK} ?([AaPp][Mm])?$`),
} as const

/** Milliseconds since 1970. @param text a day and a time @param timeZone IANA name, of the city */
export function momentIn(
  text: string,
  form: CallsMapping['at']['form'],
  timeZone: string,
): number | NoMoment {
  if (form === 'unix') return unixIn(text)
  const local = localIn(text.trim(), form)
  if (!local) return 'unreadable'
  const { year, month, day, hour, minute, second, offset } = local
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return 'unreadable'
  const noon = new Date(Date.UTC(year, month - 1, day, 12))
  if (noon.getUTCMonth() !== month - 1) return 'unreadable'
  const inDay = (hour * 60 + minute) * 60_000 + second * 1000
  if (offset !== null) return Date.UTC(year, month - 1, day) + inDay - offset * 60_000
  const clock = dayClockOf(timeZone, noon.toISOString().slice(0, 10))
  const at = clock.begins * 60_000
  if (!clock.change) return clock.midnight + inDay - at
  return onChange(clock.midnight, clock.change, inDay - at)
}

/** On the two days of a year on which the clocks change. @param shown what the clock shows, in ms since the day began */
function onChange(
  midnight: number,
  { at, by }: { at: number; by: number },
  shown: number,
): number | NoMoment {
  const [turn, jump] = [at * 60_000, by * 60_000]
  const [from, to] = jump > 0 ? [turn, turn + jump] : [turn + jump, turn]
  if (shown >= from && shown < to) return 'unclear-hour'
  return midnight + (shown < from ? shown : shown - jump)
}

function unixIn(text: string): number | NoMoment {
  const number = Number(text.trim())
  if (text.trim() === '' || !Number.isFinite(number) || number < 1e8) return 'unreadable'
  // Milliseconds since 1970 have been larger than that since 1973, and seconds will be in the year 5138.
  return Math.round(number >= 1e11 ? number : number * 1000)
}

function localIn(text: string, form: keyof typeof FORMS): Local | null {
  const found = FORMS[form].exec(text)
  if (!found) return null
  const [one = 0, two = 0, three = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map((part) => Number(part ?? 0))
  const last = found[7]
  const clock = { minute, second }
  if (form === 'iso') return { year: one, month: two, day: three, hour, ...clock, offset: offsetIn(last) }
  if (form === 'german') return { year: three, month: two, day: one, hour, ...clock, offset: null }
  const noon = last === undefined ? hour : (hour % 12) + (last.toLowerCase() === 'pm' ? 12 : 0)
  return { year: three, month: one, day: two, hour: noon, ...clock, offset: null }
}

function offsetIn(text: string | undefined): number | null {
  if (text === undefined) return null
  if (text === 'Z') return 0
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2))
  return text.startsWith('-') ? -minutes : minutes
}
