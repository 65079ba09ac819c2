import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterTry, GIVE_UP_MS } from './retryRule.ts'

const CREATED = new Date('2026-11-23T08:00:00Z')
const failed = { ok: false, forGood: false, code: 450 } as const
const message = { attempts: 1, createdAt: CREATED, uselessFrom: null }

describe('afterTry', () => {
  test('given it was taken, it is sent', () => {
    expect(afterTry(message, { ok: true }, CREATED, 0)).toEqual({ state: 'sent' })
  })

  test('given a refusal for good, it ends', () => {
    expect(afterTry(message, { ...failed, forGood: true }, CREATED, 0)).toEqual({
      state: 'failed',
      because: 'rejected',
    })
  })

  test('given news that are useless before the next try, it ends', () => {
    const uselessFrom = new Date(CREATED.getTime() + 30_000)
    expect(afterTry({ ...message, uselessFrom }, failed, CREATED, 0)).toEqual({
      state: 'failed',
      because: 'gave-up',
    })
  })

  test('given any failure that may pass, the next try comes later than now, at most 72 minutes, and before the end', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 0, max: 2 * GIVE_UP_MS }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempts, after, random) => {
          const now = new Date(CREATED.getTime() + after)
          const next = afterTry({ ...message, attempts }, failed, now, random)
          if (next.state !== 'queued') return next.state === 'failed'
          const wait = next.nextTryAt.getTime() - now.getTime()
          expect(wait).toBeGreaterThanOrEqual(60_000)
          expect(wait).toBeLessThanOrEqual(72 * 60_000)
          expect(next.nextTryAt.getTime()).toBeLessThan(CREATED.getTime() + GIVE_UP_MS)
          return true
        },
      ),
    )
  })

  test('given more tries, the wait never becomes shorter', () => {
    const waits = Array.from({ length: 12 }, (_, n) =>
      afterTry({ ...message, attempts: n + 1 }, failed, CREATED, 0),
    ).flatMap((next) => (next.state === 'queued' ? [next.nextTryAt.getTime()] : []))
    expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  })
})
