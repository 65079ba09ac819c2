import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expected, learnt, type Length, measuredMs, plannedMs, PRIOR } from './lengthRule.ts'

const MINUTE = 60_000
const at = (minute: number) => new Date(minute * MINUTE)
const attempt = (answered: number | null, hungUp: number | null, closed: number | null) => ({
  answeredAt: answered === null ? null : at(answered),
  hungUpAt: hungUp === null ? null : at(hungUp),
  closedAt: closed === null ? null : at(closed),
  result: 'reached' as const,
})
const after = (...minutes: number[]): Length | null =>
  minutes.reduce<Length | null>((before, minute) => learnt(before, minute * MINUTE), null)

describe('the measured time of an attempt', () => {
  test.each([
    ['call and after-work', attempt(0, 5, 8), 8],
    ['a clerk’s own telephone: from the dial to the outcome', attempt(0, null, 6), 6],
    ['an outcome recorded while talking', attempt(0, 9, 6), 9],
    ['an outcome forgotten until the evening', attempt(0, 5, 300), 25],
    ['a call that never seems to end', attempt(0, 500, 501), 60],
  ])('given %s, is counted in minutes', (_what, facts, minutes) => {
    expect(measuredMs(facts)).toBe(minutes * MINUTE)
  })

  test.each([
    ['nobody was reached', { ...attempt(0, 5, 8), result: 'voicemail' as const }],
    ['the attempt is open', attempt(0, 5, null)],
    ['it was never answered', attempt(null, 5, 8)],
    ['clocks disagree', attempt(9, 5, 10)],
  ])('given that %s, says nothing', (_what, facts) => {
    expect(measuredMs(facts)).toBeNull()
  })
})

describe('the expected length', () => {
  test('given nothing measured, is eight minutes with a variation of 1.2', () => {
    const length = expected(null, null)
    expect(plannedMs(length)).toBe(8 * MINUTE)
    expect(Math.sqrt(length.variance) / length.meanMs).toBeCloseTo(1.2)
  })

  test('given one long callback, moves a little; given two hundred, is nearly theirs', () => {
    expect(plannedMs(expected(null, after(30))) / MINUTE).toBeCloseTo(10, 1)
    const many = after(...Array.from({ length: 200 }, () => 4))
    expect(plannedMs(expected(null, many)) / MINUTE).toBeCloseTo(4.2, 1)
  })

  test('given a service that was measured little, is near its team', () => {
    const team = after(...Array.from({ length: 200 }, () => 4))
    expect(plannedMs(expected(after(20), team)) / MINUTE).toBeLessThan(6)
  })

  test('given what was long ago, fades', () => {
    const slow = Array.from({ length: 1000 }, () => 20)
    const quick = Array.from({ length: 1000 }, () => 5)
    expect(plannedMs(expected(null, after(...slow, ...quick))) / MINUTE).toBeLessThan(6)
  })

  test('given any measures, lies between the shortest and the longest of them and the prior', () => {
    const minutes = fc.array(fc.double({ min: 1, max: 60, noNaN: true }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(minutes, minutes, (own, team) => {
        const all = [...own, ...team, PRIOR.meanMs / MINUTE]
        const length = expected(after(...own), after(...team))
        expect(length.meanMs).toBeGreaterThanOrEqual(Math.min(...all) * MINUTE - 1)
        expect(length.meanMs).toBeLessThanOrEqual(Math.max(...all) * MINUTE + 1)
        expect(length.variance).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('given up to 200 measures, mean and variance are theirs', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 60, noNaN: true }), { minLength: 1, maxLength: 200 }),
        (minutes) => {
          const mean = minutes.reduce((sum, m) => sum + m, 0) / minutes.length
          const variance = minutes.reduce((sum, m) => sum + (m - mean) ** 2, 0) / minutes.length
          const length = after(...minutes)
          expect((length?.meanMs ?? 0) / MINUTE).toBeCloseTo(mean, 6)
          expect((length?.variance ?? 0) / MINUTE ** 2).toBeCloseTo(variance, 4)
        },
      ),
    )
  })
})
