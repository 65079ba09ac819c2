import { parseCsv } from '../../../shared/parseCsv.ts'
import type { Oddity, OddityKind, PastCall } from '../pastCall.ts'
import type { CallsMapping } from '../contract.ts'
import { momentIn } from './momentIn.ts'

export type ReadCall = { call: PastCall; line: number } | { odd: Oddity & { line: number } }

/** A wait or a conversation longer than this is a clock that was set, not a person. */
const LONGEST_S = 86_400

/**
 * The calls of a table, row by row, as the mapping says. A row whose moment or whose durations cannot be read is named and
 * left out; nothing is guessed. What looks like somebody's telephone number in the place of a queue is not kept.
 * @param timeZone IANA name, of the city
 */
export function* readCalls(text: string, mapping: CallsMapping, timeZone: string): Generator<ReadCall> {
  const alike = new Map<string, number>()
  let isFirst = mapping.header
  let newest = 0
  for (const { line, cells, cut } of parseCsv(text, mapping.separator)) {
    if (isFirst) {
      isFirst = false
      continue
    }
    const cell = (column: number | null): string => (column === null ? '' : (cells[column] ?? '').trim())
    const odd = (kind: OddityKind): ReadCall => ({ odd: { line, kind } })
    if (cut) {
      yield odd('truncated')
      continue
    }
    if (mapping.only && !isOneOf(cell(mapping.only.column), mapping.only.words)) continue
    const { day, time, form } = mapping.at
    const at = momentIn(time === null ? cell(day) : `${cell(day)} ${cell(time)}`, form, timeZone)
    if (typeof at === 'string') {
      yield odd(at)
      continue
    }
    const waitS = secondsOf(mapping.wait, cell)
    const talkS = secondsOf(mapping.talk, cell)
    if (waitS === 'impossible' || talkS === 'impossible') {
      yield odd('impossible-duration')
      continue
    }
    if (at < newest) yield odd('clock-back')
    newest = Math.max(newest, at)
    const answered = mapping.answered
      ? isOneOf(cell(mapping.answered.column), mapping.answered.words)
      : (talkS ?? 0) > 0
    const queue = withoutNumber(cell(mapping.queue))
    const what = { queue, offeredAt: at, waitS, talkS: answered ? talkS : null }
    const end = answered ? 'answered' : 'abandoned'
    yield { call: { id: nameOf(cell(mapping.id), what, alike), ...what, end }, line }
  }
}

const isOneOf = (text: string, words: readonly string[]): boolean =>
  words.some((word) => word.toLowerCase() === text.toLowerCase())

/** Without a name of its own, a call is the first, second, … of those that say the same: in each file that has all of them. */
function nameOf(
  id: string,
  { queue, offeredAt, waitS, talkS }: Omit<PastCall, 'id' | 'end'>,
  alike: Map<string, number>,
): string {
  if (id !== '' && id.length <= 150) return id
  const says = [offeredAt, queue, waitS, talkS].join('|')
  const nth = (alike.get(says) ?? 0) + 1
  alike.set(says, nth)
  return `${says}|${nth}`
}

/** A number of the outside, as long as a person's is: nobody needs it here. */
const OUTSIDE = /^[+0][\d\s/()-]{6,}$/

/** Short, printable, and nobody's number. */
const withoutNumber = (queue: string): string =>
  OUTSIDE.test(queue) ? 'andere Nummer' : queue.replaceAll(/\p{Cc}/gu, ' ').slice(0, 80)

type Duration = NonNullable<CallsMapping['wait']>

/** @returns null where nothing stands there, or no column is named */
function secondsOf(
  duration: Duration | null,
  cell: (column: number | null) => string,
): number | 'impossible' | null {
  if (!duration) return null
  const whole = secondsIn(cell(duration.column), duration.unit)
  const away = duration.minus === null ? 0 : secondsIn(cell(duration.minus), duration.unit)
  if (whole === null || away === null) return null
  if (whole === 'impossible' || away === 'impossible') return 'impossible'
  // A second that has begun counts, so that nobody is answered earlier than they were.
  const seconds = Math.ceil(whole - away)
  return seconds >= 0 && seconds <= LONGEST_S ? seconds : 'impossible'
}

function secondsIn(text: string, unit: Duration['unit']): number | 'impossible' | null {
  if (text === '') return null
  if (unit === 'clock') {
    const found = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})$/.exec(text)
    if (!found) return 'impossible'
    const [hours = 0, minutes = 0, seconds = 0] = found.slice(1).map((part) => Number(part ?? 0))
    return hours * 3_600 + minutes * 60 + seconds
  }
  const number = Number(text.replace(',', '.'))
  if (!Number.isFinite(number)) return 'impossible'
  return unit === 'ms' ? number / 1000 : number
}
