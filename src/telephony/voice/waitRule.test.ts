import { expect, test } from 'vitest'
import { estimateWait, minutesToSay, type Tested } from './waitRule.ts'

const tested = (expectedMs: number, actualMs: number, answered = true): Tested => ({
  expectedMs,
  actualMs,
  answered,
})
const times = (count: number, test: Tested): Tested[] => Array.from({ length: count }, () => test)

test.each([
  [1, { answered: 6, overMs: 600_000 }, 100_000],
  [3, { answered: 6, overMs: 600_000 }, 300_000],
  [3, { answered: 2, overMs: 600_000 }, null],
])('given place %i and %o, expects %s ms', (position, pace, expected) => {
  expect(estimateWait(position, pace)).toBe(expected)
})

test('given estimates that were right today, says whole minutes, rounded up', () => {
  expect(minutesToSay(100_000, times(8, tested(120_000, 150_000)))).toBe(2)
  expect(minutesToSay(1_000, times(8, tested(120_000, 150_000)))).toBe(1)
})

test.each([
  ['too few tests', times(7, tested(120_000, 120_000))],
  ['estimates that were wrong', times(8, tested(120_000, 300_000))],
  ['every third one wrong', [...times(6, tested(120_000, 120_000)), ...times(3, tested(60_000, 400_000))]],
  ['callers who left long after the time they were told', times(8, tested(120_000, 400_000, false))],
  ['callers who left before, which proves nothing', times(8, tested(120_000, 30_000, false))],
])('given %s, says none', (_what, tests) => {
  expect(minutesToSay(120_000, tests)).toBeNull()
})

test('given no estimate or a very long one, says none', () => {
  const right = times(20, tested(120_000, 120_000))
  expect(minutesToSay(null, right)).toBeNull()
  expect(minutesToSay(31 * 60_000, right)).toBeNull()
})
