import { expect, test } from 'vitest'
import { weekdayWords } from './weekdays.ts'

const NAMES = ['montags', 'dienstags', 'mittwochs', 'donnerstags', 'freitags', 'samstags', 'sonntags']

test.each([
  [[1, 2, 3, 5], 'montags bis mittwochs und freitags'],
  [[4], 'donnerstags'],
  [[5, 1], 'montags und freitags'],
  [[1, 2, 3, 4, 5, 6, 7], 'montags bis sonntags'],
  [[1, 3, 4, 6], 'montags, mittwochs, donnerstags und samstags'],
])('given %j, says %s', (weekdays, words) => {
  expect(weekdayWords(weekdays, NAMES, { to: 'bis', and: 'und' })).toBe(words)
})
