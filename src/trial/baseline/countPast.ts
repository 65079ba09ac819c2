import { localDay } from '../localDay.ts'
import type { DayTally } from '../plan/figures.ts'
import type { PastCall } from './pastCall.ts'

/**
 * What `pastTallies` counts in the tables, counted from the calls themselves, day by day of the city: for the replay, and for
 * who wants to see it done. Who gives up within 15 s decides no promise; a call whose wait is not known is in neither.
 * @param calls in any order; one that comes twice counts once @param timeZone IANA name
 */
export function countPast(calls: Iterable<PastCall>, timeZone: string): Map<string, DayTally> {
  const days = new Map<string, DayTally>()
  const seen = new Set<string>()
  for (const call of calls) {
    if (seen.has(call.id)) continue
    seen.add(call.id)
    const day = localDay(new Date(call.offeredAt), timeZone)
    const tally = days.get(day) ?? nothingOn(day)
    days.set(day, tally)
    add(tally, call)
  }
  return days
}

function add(tally: DayTally, { end, waitS }: PastCall): void {
  const answered = end === 'answered'
  const within = (seconds: number): number => Number(answered && waitS !== null && waitS <= seconds)
  const late = (end === 'abandoned' || end === 'timed-out') && waitS !== null && waitS > 15
  tally.offered += 1
  tally.answered += Number(answered)
  tally.answered15 += within(15)
  tally.answered20 += within(20)
  tally.answered30 += within(30)
  tally.abandoned += Number(end === 'abandoned')
  tally.promiseKept += within(15)
  tally.promiseDecided += Number((answered && waitS !== null) || late)
  tally.waitMs += answered ? (waitS ?? 0) * 1000 : 0
}

const nothingOn = (day: string): DayTally => ({
  day,
  offered: 0,
  answered: 0,
  answered15: 0,
  answered20: 0,
  answered30: 0,
  abandoned: 0,
  promiseKept: 0,
  promiseDecided: 0,
  waitMs: 0,
  callbacksKept: null,
  callbacksDecided: null,
  opened: null,
  settledInCall: null,
})
