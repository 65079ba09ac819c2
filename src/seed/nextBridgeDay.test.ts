import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isLand, LAENDER } from '../shared/laender.ts'
import { nextBridgeDay } from './nextBridgeDay.ts'

test.each([
  ['2026-11-23', '2027-05-07', 'Brückentag (Christi Himmelfahrt)'],
  ['2027-05-07', '2027-05-28', 'Brückentag (Fronleichnam)'],
  ['2028-09-28', '2028-10-02', 'Brückentag (Tag der Deutschen Einheit)'],
])('given %s in Nordrhein-Westfalen, finds %s', (today, date, reason) => {
  expect(nextBridgeDay('NW', today)).toEqual({ date, reason })
})

test('given any Land and day, finds a later one', () => {
  const laender = Object.keys(LAENDER).filter(isLand)
  fc.assert(
    fc.property(fc.constantFrom(...laender), fc.integer({ min: 2026, max: 2060 }), (land, year) => {
      expect(nextBridgeDay(land, `${year}-01-01`).date > `${year}-01-01`).toBe(true)
    }),
  )
})
