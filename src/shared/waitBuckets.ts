/** Upper edges of the histogram of waits, in milliseconds, each included; what waited longer is counted as `More`. */
export const WAIT_EDGES_MS = [5_000, 10_000, 15_000, 20_000, 30_000, 60_000, 120_000, 300_000] as const

export type WaitKind = 'answered' | 'abandoned'

/** The name of a figure: `answered15s` counts waits over 10 s and up to 15 s. @param edge null for the longest waits */
export const waitFigure = (kind: WaitKind, edge: number | null): string =>
  edge === null ? `${kind}More` : `${kind}${edge / 1000}s`

/** The buckets in order, each with the wait it begins after. */
export const WAIT_BUCKETS = [...WAIT_EDGES_MS, null].map((edge, index) => ({
  after: WAIT_EDGES_MS[index - 1] ?? -1,
  edge,
}))

/**
 * The two service levels of the field, within `edge` milliseconds: SL, answered in time of all answered; SL2, answered or
 * given up in time of all answered or given up (Asterisk's `queues.conf` names them so). Null where nothing is counted.
 */
export function serviceLevels(
  figures: Readonly<Record<string, number>>,
  edge: (typeof WAIT_EDGES_MS)[number],
): { sl: number | null; sl2: number | null } {
  const sum = (kind: WaitKind, upTo: number): number =>
    WAIT_BUCKETS.filter((bucket) => (bucket.edge ?? Infinity) <= upTo).reduce(
      (total, bucket) => total + (figures[waitFigure(kind, bucket.edge)] ?? 0),
      0,
    )
  const [answered, abandoned] = [sum('answered', Infinity), sum('abandoned', Infinity)]
  const inTime = sum('answered', edge)
  return {
    sl: answered === 0 ? null : inTime / answered,
    sl2: answered + abandoned === 0 ? null : (inTime + sum('abandoned', edge)) / (answered + abandoned),
  }
}
