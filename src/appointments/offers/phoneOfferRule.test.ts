import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DayOfStarts, phoneOffers, placeAt, startsOfAll } from './phoneOfferRule.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Hours of a day that are free. */
const day = (place: number, ...hours: number[]): DayOfStarts => ({
  date: `2026-11-${String(23 + place)}`,
  starts: hours.map((hour) => place * DAY + hour * HOUR),
})
const hoursOf = (days: readonly DayOfStarts[]): string[] =>
  phoneOffers(days).map((start) => `${Math.floor(start / DAY)}@${(start % DAY) / HOUR}`)

describe('times to offer on the telephone', () => {
  test('given three full days, the soonest of each and two afternoons', () => {
    const full = [8, 9, 10, 11, 12, 14, 15]
    expect(hoursOf([day(0, ...full), day(1, ...full), day(2, ...full)])).toEqual([
      '0@8',
      '0@11',
      '1@8',
      '1@11',
      '2@8',
    ])
  })

  test('given days without room between, the next days that have some', () => {
    expect(hoursOf([day(0), day(1, 9), day(2), day(3, 8, 14), day(4, 10), day(5, 9)])).toEqual([
      '1@9',
      '3@8',
      '3@14',
      '4@10',
      '5@9',
    ])
  })

  test('given one day only, its next times', () => {
    expect(hoursOf([day(0, 9, 9.25, 9.5)])).toEqual(['0@9', '0@9.25', '0@9.5'])
    expect(hoursOf([])).toEqual([])
  })

  test('given any days, at most five different free times in order, the soonest among them', () => {
    const days = fc
      .array(fc.uniqueArray(fc.integer({ min: 0, max: 95 }), { maxLength: 30 }), { maxLength: 20 })
      .map((found) =>
        found.map((quarters, place) => day(place, ...quarters.toSorted((a, b) => a - b).map((q) => q / 4))),
      )
    fc.assert(
      fc.property(days, (found) => {
        const all = found.flatMap(({ starts }) => starts)
        const offers = phoneOffers(found)
        expect(offers).toHaveLength(Math.min(5, all.length))
        expect(new Set(offers).size).toBe(offers.length)
        expect(offers.every((start) => all.includes(start))).toBe(true)
        expect(offers).toEqual(offers.toSorted((a, b) => a - b))
        if (all.length > 0) expect(offers[0]).toBe(Math.min(...all))
      }),
    )
  })
})

describe('several places', () => {
  const nord = { place: 'Nord', days: [{ date: '2026-11-24', starts: [10, 20] }] }
  const mitte = {
    place: 'Mitte',
    days: [
      { date: '2026-11-23', starts: [5] },
      { date: '2026-11-24', starts: [15, 20] },
    ],
  }

  test('given times at both, they stand in one order and each once', () => {
    expect(startsOfAll([nord, mitte])).toEqual([
      { date: '2026-11-23', starts: [5] },
      { date: '2026-11-24', starts: [10, 15, 20] },
    ])
  })

  test('given a time that both have, the first place stands for it; one that none has is nowhere', () => {
    expect([5, 10, 20, 30].map((start) => placeAt([nord, mitte], start))).toEqual([
      'Mitte',
      'Nord',
      'Nord',
      null,
    ])
  })
})
