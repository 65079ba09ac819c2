import { expect, test } from 'vitest'
import { minutes, ratio, share } from './words.ts'

test.each([
  { part: 7, whole: 8, text: '87,5 %' },
  { part: 999, whole: 1000, text: '99,9 %' },
  { part: 9999, whole: 10_000, text: '99,9 %' },
  { part: 3, whole: 3, text: '100 %' },
  { part: 0, whole: 0, text: '–' },
])('given $part of $whole, the share is $text', ({ part, whole, text }) => {
  expect(share(part, whole)).toBe(text)
})

test('given nothing to divide by, there is no ratio; given tries and successes, one decimal', () => {
  expect(ratio(3, 0)).toBe('–')
  expect(ratio(7, 5)).toBe('1,4')
})

test('given a time, it is whole minutes; given none, a dash', () => {
  expect(minutes(72_600_000)).toBe('1.210 Min.')
  expect(minutes(null)).toBe('–')
})
