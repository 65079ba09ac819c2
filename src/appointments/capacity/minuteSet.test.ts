import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMinute, countMinutes, hasMinute, minuteSet, minutesOf } from './minuteSet.ts'

test('given any minutes, the set holds exactly these', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(1499)), fc.nat(1600), (minutes, least) => {
      const set = minuteSet(1500)
      for (const minute of minutes) addMinute(set, minute)
      const sorted = minutes.toSorted((a, b) => a - b)
      expect(minutesOf(set)).toEqual(sorted)
      expect(minutesOf(set, least)).toEqual(sorted.filter((minute) => minute >= least))
      expect(countMinutes(set)).toBe(minutes.length)
      expect(hasMinute(set, least)).toBe(minutes.includes(least))
    }),
  )
})
