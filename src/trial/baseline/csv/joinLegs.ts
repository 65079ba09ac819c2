import type { PastCall } from '../pastCall.ts'
import type { ReadCall } from './readCalls.ts'

/**
 * A telephone system writes a row for each place at which a call rang, all under one name: they are one call. It came when the first of
 * them rang. Where one of them was answered it was answered then, after all that time; else it waited until the last of them ended.
 * A row that says the same again is told as `repeated`, any other as `same-call`.
 * @param read with names of the source's own @returns calls and oddities in the order of the file, each call where its first row stood
 */
export function* joinLegs(read: Iterable<ReadCall>): Generator<ReadCall> {
  const found: (ReadCall & { legs?: PastCall[] })[] = []
  const legsOf = new Map<string, PastCall[]>()
  for (const one of read) {
    if ('odd' in one) {
      found.push(one)
      continue
    }
    const known = legsOf.get(one.call.id)
    if (!known) {
      const legs = [one.call]
      legsOf.set(one.call.id, legs)
      found.push({ ...one, legs })
      continue
    }
    const isRepeated = known.some((leg) => isSame(leg, one.call))
    if (!isRepeated) known.push(one.call)
    found.push({ odd: { line: one.line, kind: isRepeated ? 'repeated' : 'same-call' } })
  }
  for (const { legs, ...one } of found) yield legs ? { ...one, call: callOf(legs) } : one
}

const isSame = (one: PastCall, other: PastCall): boolean =>
  one.offeredAt === other.offeredAt &&
  one.queue === other.queue &&
  one.end === other.end &&
  one.waitS === other.waitS &&
  one.talkS === other.talkS

/** The call that these rows tell of, of which there is at least one. */
function callOf(legs: readonly PastCall[]): PastCall {
  const [first, ...later] = legs.toSorted((one, other) => one.offeredAt - other.offeredAt)
  if (!first) throw new Error('a call without a row')
  if (later.length === 0) return first
  const waited = (leg: PastCall): number | null =>
    leg.waitS === null ? null : Math.ceil((leg.offeredAt - first.offeredAt) / 1000) + leg.waitS
  const answered = legs.filter(({ end }) => end === 'answered')
  const { id, queue, offeredAt } = first
  if (answered.length === 0)
    return { id, queue, offeredAt, end: 'abandoned', waitS: latest(legs.map(waited)), talkS: null }
  const rank = (leg: PastCall): number => waited(leg) ?? Number.MAX_SAFE_INTEGER
  const [by] = answered.toSorted((one, other) => rank(one) - rank(other))
  return { id, queue, offeredAt, end: 'answered', waitS: by ? waited(by) : null, talkS: by?.talkS ?? null }
}

/** Nobody knows how long it was where one of them is not known. */
const latest = (waits: readonly (number | null)[]): number | null =>
  waits.reduce((most, wait) => (most === null || wait === null ? null : Math.max(most, wait)), 0)
