import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { serviceLevels, WAIT_EDGES_MS } from '../shared/waitBuckets.ts'
import type { CountedCall } from './countFigures.ts'
import { countWaits } from './waits.ts'

const answered = (waitMs: number): CountedCall => ({ answered: true, waitMs, reason: null, promise: null })
const gaveUp = (waitMs: number): CountedCall => ({
  answered: false,
  waitMs,
  reason: 'abandoned',
  promise: null,
})

describe('the waits of a day', () => {
  it('given waits at an edge and one millisecond more, counts them in different buckets', () => {
    expect(countWaits([answered(15_000), answered(15_001), gaveUp(0)])).toMatchObject({
      answered15s: 1,
      answered20s: 1,
      abandoned5s: 1,
    })
  })

  it('given callers who give up at 14 s, shows what one service level alone would hide', () => {
    const calls = [answered(3_000), gaveUp(14_000), gaveUp(14_000), gaveUp(40_000)]
    expect(serviceLevels(countWaits(calls), 15_000)).toEqual({ sl: 1, sl2: 0.75 })
  })

  it('given nobody, has no service level', () => {
    expect(serviceLevels(countWaits([]), 15_000)).toEqual({ sl: null, sl2: null })
  })

  it('counts every known wait once, and agrees with counting directly', () => {
    const call = fc.oneof(fc.nat(400_000).map(answered), fc.nat(400_000).map(gaveUp))
    fc.assert(
      fc.property(fc.array(call), fc.constantFrom(...WAIT_EDGES_MS), (calls, edge) => {
        const figures = countWaits(calls)
        expect(Object.values(figures).reduce((a, b) => a + b, 0)).toBe(calls.length)
        const inTime = calls.filter(({ waitMs }) => (waitMs ?? 0) <= edge)
        const { sl2 } = serviceLevels(figures, edge)
        expect(sl2).toBe(calls.length === 0 ? null : inTime.length / calls.length)
      }),
    )
  })
})
