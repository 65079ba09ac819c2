import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EarlierArrival, isFlood, limitFor } from './floodRule.ts'

const NOW = new Date('2026-11-23T10:00:00Z')
const before = (seconds: number): Date => new Date(NOW.getTime() - seconds * 1000)
const LIMIT = { limit: 3, minutes: 10 }

/** @param ago seconds before now @param talk seconds of conversation; null when nobody answered */
const call = (ago: number, talk: number | null = null, blocked = false): EarlierArrival => ({
  offeredAt: before(ago),
  answeredAt: talk === null ? null : before(ago - 1),
  endedAt: talk === null ? before(ago - 5) : before(ago - 1 - talk),
  blocked,
})

describe('isFlood', () => {
  it('given as many empty calls as get through, holds the next', () => {
    expect(isFlood([call(50), call(100), call(200, 3)], LIMIT, NOW)).toBe(true)
    expect(isFlood([call(50), call(100)], LIMIT, NOW)).toBe(false)
  })

  it('given conversations, does not count them', () => {
    expect(isFlood([call(50, 30), call(100, 20), call(200), call(300)], LIMIT, NOW)).toBe(false)
  })

  it('given calls that wait or talk now, counts those that wait', () => {
    const waiting = { offeredAt: before(20), answeredAt: null, endedAt: null, blocked: false }
    const talking = { ...waiting, answeredAt: before(10) }
    expect(isFlood([waiting, waiting, waiting], LIMIT, NOW)).toBe(true)
    expect(isFlood([waiting, waiting, talking], LIMIT, NOW)).toBe(false)
  })

  it('given calls older than the span, lets the next through', () => {
    expect(isFlood([call(601), call(602), call(50)], LIMIT, NOW)).toBe(false)
  })

  it('given a dialler that never stops, lets exactly the limit through in every span', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 60 }), fc.integer({ min: 3, max: 8 }), (everySeconds, limit) => {
        const history: EarlierArrival[] = []
        for (let at = 0; at < 1_500; at += everySeconds) {
          const offeredAt = new Date(NOW.getTime() + at * 1000)
          const blocked = isFlood(history, { limit, minutes: 10 }, offeredAt)
          history.push({ offeredAt, answeredAt: null, endedAt: offeredAt, blocked })
        }
        const through = history.filter(({ blocked }) => !blocked).map(({ offeredAt }) => offeredAt.getTime())
        for (const from of through) {
          const inSpan = through.filter((at) => at >= from && at < from + 600_000)
          expect(inSpan.length).toBeLessThanOrEqual(limit)
        }
        expect(through.length).toBeGreaterThan(limit)
      }),
      { numRuns: 30 },
    )
  })
})

describe('limitFor', () => {
  it('given a withheld number, takes the limit of all who withhold it', () => {
    const limits = { minutes: 10, calls: 5, anonymousCalls: 50 }
    expect(limitFor(limits, true)).toEqual({ limit: 50, minutes: 10 })
    expect(limitFor(limits, false)).toEqual({ limit: 5, minutes: 10 })
  })
})
