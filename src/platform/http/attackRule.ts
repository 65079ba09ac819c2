/** What speaks for an attack, or against it. */
export type Signal =
  /** A network asked for more than it may. */
  | { kind: 'refused'; network: string }
  /** Something scarce was taken and let run out. */
  | { kind: 'lost' }
  /** Something scarce was taken and used. */
  | { kind: 'kept' }

export interface AttackRule {
  sliceMs: number
  /** How many slices count. */
  slices: number
  /** So many networks that were refused are too many to be chance. */
  networks: number
  /** So many that ran out, when they are at least this share of all that ended. */
  lost: number
  lostShare: number
  /** How long it counts as an attack after the last sign of one. */
  calmMs: number
}

interface Slice {
  readonly begin: number
  /** No more than `networks`. */
  readonly refused: ReadonlySet<string>
  readonly lost: number
  readonly kept: number
}

export interface AttackWatch {
  readonly slices: readonly Slice[]
  /** Until then it counts as an attack; milliseconds of the same clock as `now`. */
  readonly until: number
}

export const CALM: AttackWatch = { slices: [], until: 0 }

export const isUnderAttack = ({ until }: AttackWatch, now: number): boolean => now < until

/** The watch after a signal. It keeps a few numbers and at most `slices` times `networks` names. */
export function noted(watch: AttackWatch, signal: Signal, now: number, rule: AttackRule): AttackWatch {
  const begin = Math.floor(now / rule.sliceMs) * rule.sliceMs
  const recent = watch.slices.filter((slice) => slice.begin > begin - rule.slices * rule.sliceMs)
  const current = recent.find((slice) => slice.begin === begin) ?? {
    begin,
    refused: new Set(),
    lost: 0,
    kept: 0,
  }
  const slices = [...recent.filter((slice) => slice !== current), added(current, signal, rule)]
  return { slices, until: isAttack(slices, rule) ? now + rule.calmMs : watch.until }
}

function added(slice: Slice, signal: Signal, { networks }: AttackRule): Slice {
  switch (signal.kind) {
    case 'lost':
      return { ...slice, lost: slice.lost + 1 }
    case 'kept':
      return { ...slice, kept: slice.kept + 1 }
    case 'refused':
      if (slice.refused.size >= networks || slice.refused.has(signal.network)) return slice
      return { ...slice, refused: new Set([...slice.refused, signal.network]) }
  }
}

function isAttack(slices: readonly Slice[], rule: AttackRule): boolean {
  const refused = new Set(slices.flatMap((slice) => [...slice.refused]))
  if (refused.size >= rule.networks) return true
  const lost = slices.reduce((sum, slice) => sum + slice.lost, 0)
  const kept = slices.reduce((sum, slice) => sum + slice.kept, 0)
  return lost >= rule.lost && lost >= rule.lostShare * (lost + kept)
}
