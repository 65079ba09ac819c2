import { localDay } from '../localDay.ts'
import { type DayTally, uncounted } from '../plan/figures.ts'
import type { PastCall } from './pastCall.ts'

/**
 * What `pastTallies` counts in the tables, counted from the calls themselves, day by day of the city: for the replay, and for
 * who wants to see it done. Who gives up within 15 s decides no promise; a call whose wait is not known is in neither.
 * @param calls in any order; one that comes twice counts once @param timeZone IANA name
 */
export function countPast(calls: Iterable<PastCall>, timeZone: string): Map<string, DayTally> {
  const days = new Map<string, Counts>()
  const seen = new Set<string>()
  for (const call of calls) {
    if (seen.has(call.id)) continue
    seen.add(call.id)
    const day = localDay(new Date(call.offeredAt), timeZone)
    const counts = days.get(day) ?? nothing()
    days.set(day, counts)
    add(counts, call)
  }
  const tallies = [...days].map(([day, counts]) => ({ ...uncounted(day, counts.offered), ...counts }))
  return new Map(tallies.map((tally) => [tally.day, tally]))
}

/** What a call tells of. */
type Counts = ReturnType<typeof nothing>

function add(counts: Counts, { end, waitS }: PastCall): void {
  const answered = end === 'answered'
  const within = (seconds: number): number => Number(answered && waitS !== null && waitS <= seconds)
  const decidedAt = (seconds: number): number =>
    Number(waitS !== null && (answered || (isInVain(end) && waitS > seconds)))
  counts.offered += 1
  counts.answered += Number(answered)
  counts.answered15 += within(15)
  counts.answered20 += within(20)
  counts.answered30 += within(30)
  counts.abandoned += Number(end === 'abandoned')
  counts.promiseKept += within(15)
  counts.promiseDecided += decidedAt(15)
  counts.decided20 += decidedAt(20)
  counts.decided30 += decidedAt(30)
  counts.waitMs += answered ? (waitS ?? 0) * 1000 : 0
}

const isInVain = (end: PastCall['end']): boolean => end === 'abandoned' || end === 'timed-out'

const nothing = () => ({
  offered: 0,
  answered: 0,
  answered15: 0,
  answered20: 0,
  answered30: 0,
  abandoned: 0,
  promiseKept: 0,
  promiseDecided: 0,
  decided20: 0,
  decided30: 0,
  waitMs: 0,
})
