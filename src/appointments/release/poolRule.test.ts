import { describe, expect, test } from 'vitest'
import type { ReleasePlan } from './plan.ts'
import { keptUntil } from './poolRule.ts'

const TZ = 'Europe/Berlin'
/** At 8:00, on Thursdays at 9:00. */
const pool: ReleasePlan = {
  id: 'pool',
  from: '2027-01-01',
  until: null,
  rule: {
    kind: 'pool',
    times: [
      { weekdays: [1, 2, 3, 5], at: 480 },
      { weekdays: [4], at: 540 },
    ],
  },
}
const until = (now: string, start = '2027-12-01T10:00:00Z', plans = [pool]): string | null => {
  const given = { date: start.slice(0, 10), start: Date.parse(start) }
  const at = keptUntil(plans, given, Date.parse(now), TZ)
  return at === null ? null : new Date(at).toISOString()
}

describe('what is given back', () => {
  test.each([
    // Wednesday evening, Thursday at eight and at nine.
    ['2027-03-24T17:00:00Z', '2027-03-25T08:00:00.000Z'],
    ['2027-03-25T07:00:00Z', '2027-03-25T08:00:00.000Z'],
    ['2027-03-25T08:00:00Z', '2027-03-26T07:00:00.000Z'],
    // The weekend on which the clocks go forward, and the one on which they go back.
    ['2027-03-26T07:00:00Z', '2027-03-29T06:00:00.000Z'],
    ['2027-10-29T06:00:00Z', '2027-11-01T07:00:00.000Z'],
  ])('given %s, is kept until %s', (now, next) => {
    expect(until(now)).toBe(next)
  })

  test('given the next time comes after it has begun, is free at once', () => {
    expect(until('2027-03-25T08:30:00Z', '2027-03-25T14:00:00Z')).toBeNull()
    expect(until('2027-03-25T08:30:00Z', '2027-03-26T07:00:00Z')).toBeNull()
    expect(until('2027-03-25T08:30:00Z', '2027-03-26T07:15:00Z')).toBe('2027-03-26T07:00:00.000Z')
  })

  test('given no pool for its day, is free at once', () => {
    expect(until('2027-03-24T17:00:00Z', '2027-12-01T10:00:00Z', [])).toBeNull()
    expect(
      until('2027-03-24T17:00:00Z', '2027-12-01T10:00:00Z', [{ ...pool, until: '2027-11-30' }]),
    ).toBeNull()
  })
})
