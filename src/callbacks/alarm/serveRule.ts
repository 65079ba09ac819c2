import type { TimeRange } from '../../shared/timeRange.ts'

/** Somebody who makes callbacks in this time; `speed`: work done per unit of time, less than 1 beside a counter. */
export interface Duty extends TimeRange {
  who: string
  speed: number
  /** With a call in hand until then; null when free. */
  busyUntil?: number | null
}

/** A call that is owed; times in epoch milliseconds. */
export interface Owed {
  id: string
  from: number
  until: number
  /** When it was promised: of two that are due at once the older comes first. */
  since: number
  workMs: number
}

export interface Served {
  /** Null: nobody gets to it. */
  beginsAt: number | null
  endsAt: number | null
}

interface Server {
  ranges: readonly Duty[]
  free: number
}

/**
 * Who is served when: whenever somebody on duty is free, they take the call that is due first among those whose window
 * has begun. Nobody hangs up in the middle: a call that was begun goes on over a break or the end of a shift.
 * @returns every call of `owed` by its id
 */
export function serveEarliestFirst(
  owed: readonly Owed[],
  duties: readonly Duty[],
  now: number,
): Map<string, Served> {
  const result = new Map<string, Served>(owed.map(({ id }) => [id, { beginsAt: null, endsAt: null }]))
  const coming = owed.toSorted((a, b) => a.from - b.from || compare(a, b))
  const ready: Owed[] = []
  const servers = serversOf(duties, now)
  for (let next = 0; next < coming.length || ready.length > 0;) {
    const server = earliest(servers)
    if (!server) break
    for (let call = coming[next]; call && call.from <= server.free; call = coming[++next]) insert(ready, call)
    const call = ready.shift()
    if (!call) {
      const begins = coming[next]?.from
      if (begins === undefined) break
      for (const each of servers) each.free = onDutyFrom(each, Math.max(each.free, begins))
      continue
    }
    const { speed } = server.ranges.find(({ end }) => end > server.free) ?? { speed: 1 }
    const endsAt = server.free + call.workMs / speed
    result.set(call.id, { beginsAt: server.free, endsAt })
    server.free = onDutyFrom(server, endsAt)
  }
  return result
}

function serversOf(duties: readonly Duty[], now: number): Server[] {
  const byWho = Map.groupBy(
    duties.filter(({ end }) => end > now),
    ({ who }) => who,
  )
  return [...byWho.values()].map((unsorted) => {
    const ranges = unsorted.toSorted((a, b) => a.start - b.start)
    const busyUntil = Math.max(...ranges.map((range) => range.busyUntil ?? now))
    const server = { ranges, free: now }
    return { ...server, free: onDutyFrom(server, Math.max(now, busyUntil)) }
  })
}

/** The first moment from `at` on in which this one is on duty; Infinity when none comes. */
function onDutyFrom({ ranges }: Pick<Server, 'ranges'>, at: number): number {
  const range = ranges.find(({ end }) => end > at)
  return range ? Math.max(range.start, at) : Infinity
}

function earliest(servers: readonly Server[]): Server | null {
  let first: Server | null = null
  for (const server of servers) if (server.free < (first?.free ?? Infinity)) first = server
  return first
}

const compare = (a: Owed, b: Owed): number =>
  a.until - b.until || a.since - b.since || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Into its place in a list that is in the order of service. */
function insert(ready: Owed[], call: Owed): void {
  let [low, high] = [0, ready.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (compare(ready[middle]!, call) <= 0) low = middle + 1
    else high = middle
  }
  ready.splice(low, 0, call)
}
