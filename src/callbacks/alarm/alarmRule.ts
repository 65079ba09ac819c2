import { overlaps, type TimeRange } from '../../shared/timeRange.ts'
import type { ClockStage, Condition, OpenPromise } from './alarmModel.ts'
import { serveEarliestFirst, type Duty, type Served } from './serveRule.ts'

const SHARES: readonly (readonly [ClockStage, number])[] = [
  ['half', 0.5],
  ['four-fifths', 0.8],
]

type Window = Pick<OpenPromise, 'windowStart' | 'windowEnd'>

/** The moment a stage of this window begins. */
export function stageMoment({ windowStart, windowEnd }: Window, stage: ClockStage): Date {
  const share = stage === 'half' ? 0.5 : 0.8
  return new Date(windowStart.getTime() + share * (windowEnd.getTime() - windowStart.getTime()))
}

/** The stages of a window that have begun, in order: half of it is over, four fifths of it are. */
export function stagesBegun(window: Window, now: Date): ClockStage[] {
  return SHARES.map(([stage]) => stage).filter((stage) => stageMoment(window, stage) <= now)
}

/** What the staff on duty can still do for a team's promises of today. */
export interface Load {
  /** Open promises whose window ends before the office closes, in hours in which somebody is on duty. */
  promises: number
  /** As many of them, the earliest due first, as the staff on duty have time for until then. */
  fits: number
  /** The sum of the work exceeds the staff. */
  tooMuch: boolean
}

/** A team's open promises and who is there for them. */
export interface TeamNow {
  promises: readonly OpenPromise[]
  duties: readonly Duty[]
  /** When the office closes today; what is due later is no matter of today. */
  closesAt: Date
}

export interface Assessment {
  load: Load
  /** The promises that need help, by their id. */
  conditions: Map<string, Condition>
}

/**
 * What needs help. Nobody is on duty in what is left of the window: `nobody`. The staff on duty, who serve whoever is due
 * first, do not begin the call in its window: `too-much`; and while all of today's work is more than the staff have time
 * for until closing, also those of today that they would only begin in their window and not finish.
 */
export function assess({ promises, duties, closesAt }: TeamNow, now: Date): Assessment {
  const open = promises.filter(({ windowEnd }) => windowEnd > now)
  const manned = unionOf(duties)
  const [helped, alone] = split(open, (promise) =>
    manned.some((range) => overlaps(range, leftOf(promise, now))),
  )
  const isToday = ({ windowEnd }: OpenPromise): boolean => windowEnd <= closesAt
  const load = loadOf(
    helped.filter(isToday),
    staffMs(duties, { start: now.getTime(), end: closesAt.getTime() }),
  )
  const served = serve(helped, duties, now)
  const late = helped.filter((promise) => {
    const { beginsAt, endsAt } = served.get(promise.id) ?? { beginsAt: null, endsAt: null }
    const decisive = load.tooMuch && isToday(promise) ? endsAt : beginsAt
    return decisive === null || decisive > promise.windowEnd.getTime()
  })
  const conditions = new Map<string, Condition>([
    ...alone.map(({ id }): [string, Condition] => [id, 'nobody']),
    ...late.map(({ id }): [string, Condition] => [id, 'too-much']),
  ])
  return { load, conditions }
}

/** @param staff time of clerks from now until closing, in ms */
export function loadOf(promises: readonly OpenPromise[], staff: number): Load {
  let left = staff
  let fits = 0
  for (const { workMs } of promises.toSorted(byDue)) {
    left -= workMs
    if (left < 0) break
    fits += 1
  }
  return { promises: promises.length, fits, tooMuch: fits < promises.length }
}

/** Time of clerks in a range, in ms; who has a call in hand counts from its end. */
export function staffMs(duties: readonly Duty[], range: TimeRange): number {
  return duties.reduce((sum, { start, end, speed, busyUntil }) => {
    const from = Math.max(start, range.start, busyUntil ?? 0)
    return sum + Math.max(0, Math.min(end, range.end) - from) * speed
  }, 0)
}

function split<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  const [first, second]: [T[], T[]] = [[], []]
  for (const one of all) (isFirst(one) ? first : second).push(one)
  return [first, second]
}

/** So long before the end a citizen is told that the staff on duty will not get to the call any more. */
export const TELL_LATE_MS = 10 * 60_000
/** So long before the end a citizen is told when still nobody has begun, whoever is on duty. */
export const LAST_MOMENT_MS = 3 * 60_000

/** The promises that cannot be kept any more as things stand, so that the citizen hears it before the window ends. */
export function cannotBeKept<P extends OpenPromise>(
  promises: readonly P[],
  duties: readonly Duty[],
  now: Date,
): P[] {
  const served = serve(promises, duties, now)
  return promises.filter(({ id, windowEnd }) => {
    const left = windowEnd.getTime() - now.getTime()
    if (left <= 0 || left > TELL_LATE_MS) return false
    const beginsAt = served.get(id)?.beginsAt ?? null
    return left <= LAST_MOMENT_MS || beginsAt === null || beginsAt > windowEnd.getTime()
  })
}

function serve(
  promises: readonly OpenPromise[],
  duties: readonly Duty[],
  now: Date,
): ReadonlyMap<string, Served> {
  const owed = promises
    .filter(({ windowEnd }) => windowEnd > now)
    .map(({ id, windowStart, windowEnd, promisedAt, workMs }) => ({
      id,
      from: windowStart.getTime(),
      until: windowEnd.getTime(),
      since: promisedAt.getTime(),
      workMs,
    }))
  return serveEarliestFirst(owed, duties, now.getTime())
}

export const leftOf = ({ windowStart, windowEnd }: Window, now: Date): TimeRange => ({
  start: Math.max(windowStart.getTime(), now.getTime()),
  end: windowEnd.getTime(),
})

/** Ranges in which at least one is on duty, without overlaps. */
function unionOf(duties: readonly Duty[]): TimeRange[] {
  const union: { start: number; end: number }[] = []
  for (const { start, end } of duties.toSorted((a, b) => a.start - b.start)) {
    const last = union.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else union.push({ start, end })
  }
  return union
}

const byDue = (a: OpenPromise, b: OpenPromise): number =>
  a.windowEnd.getTime() - b.windowEnd.getTime() ||
  a.promisedAt.getTime() - b.promisedAt.getTime() ||
  a.id.localeCompare(b.id)
