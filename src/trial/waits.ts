import { WAIT_BUCKETS, waitFigure } from '../shared/waitBuckets.ts'
import type { CountedCall } from './countFigures.ts'

/** How long answered and abandoned callers waited, counted by bucket. */
export function countWaits(calls: readonly CountedCall[]): Record<string, number> {
  const offered = calls.filter(({ reason }) => reason !== 'closed' && reason !== 'blocked')
  const waitsOf = {
    answered: waits(offered.filter(({ answered }) => answered)),
    abandoned: waits(offered.filter(({ answered, reason }) => !answered && reason === 'abandoned')),
  }
  return Object.fromEntries(
    (['answered', 'abandoned'] as const).flatMap((kind) =>
      WAIT_BUCKETS.map(({ after, edge }) => [
        waitFigure(kind, edge),
        waitsOf[kind].filter((ms) => ms > after && ms <= (edge ?? Infinity)).length,
      ]),
    ),
  )
}

const waits = (calls: readonly CountedCall[]): number[] => calls.flatMap(({ waitMs }) => waitMs ?? [])
