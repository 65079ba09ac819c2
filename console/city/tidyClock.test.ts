import { expect, test } from 'vitest'
import { tidyClock } from './tidyClock.ts'

test.each([
  ['8', '08:00'],
  ['8:30', '08:30'],
  ['8.30', '08:30'],
  ['1330', '13:30'],
  ['13 Uhr', '13:00'],
  ['08:00', '08:00'],
  ['24:00', '24:00'],
  ['mittags', 'mittags'],
  ['', ''],
])('given %s, writes %s', (typed, tidy) => {
  expect(tidyClock(typed)).toBe(tidy)
})
