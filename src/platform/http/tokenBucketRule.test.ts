import fc from 'fast-check'
import { expect, test } from 'vitest'
import { take } from './tokenBucketRule.ts'

const rule = fc.record({
  burst: fc.integer({ min: 1, max: 50 }),
  perSecond: fc.constantFrom(0.2, 0.5, 1, 3, 20),
})
const pauses = fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 200 })

test('given any arrivals, in no span of time pass more than the burst and what the span refills', () => {
  fc.assert(
    fc.property(rule, pauses, (limits, waits) => {
      let now = 1_000_000
      let fullAt = 0
      const passed: number[] = []
      for (const wait of waits) {
        now += wait
        const taken = take(fullAt, limits, now)
        fullAt = taken.fullAt
        if (taken.waitMs === 0) passed.push(now)
      }
      for (const [from, begin] of passed.entries())
        for (const [to, end] of passed.entries())
          if (to >= from)
            expect(to - from + 1).toBeLessThanOrEqual(
              limits.burst + ((end - begin) / 1000) * limits.perSecond + 1e-6,
            )
    }),
  )
})

test('given a refusal, it passes after the wait that was told and not a moment before', () => {
  fc.assert(
    fc.property(rule, fc.integer({ min: 0, max: 100 }), (limits, more) => {
      const now = 5_000_000
      let fullAt = 0
      for (let count = 0; count < limits.burst; count++) {
        const taken = take(fullAt, limits, now)
        expect(taken.waitMs).toBe(0)
        fullAt = taken.fullAt
      }
      const { waitMs } = take(fullAt, limits, now)
      expect(waitMs).toBeGreaterThan(0)
      expect(take(fullAt, limits, now + waitMs * 0.9).waitMs).toBeGreaterThan(0)
      expect(take(fullAt, limits, now + waitMs + more).waitMs).toBe(0)
    }),
  )
})
