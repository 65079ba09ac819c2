import { describe, expect, test } from 'vitest'
import { isStillTrue, type Notice, type Now, NOTICES } from './noticeRule.ts'

const AT = new Date('2026-11-23T12:00:00Z')
const then = { sequence: 1, tries: 1 }
const now: Now = {
  ...then,
  state: 'waiting',
  promise: 'open',
  dueUntil: new Date('2026-11-23T14:00:00Z'),
  outcome: null,
}
const OF_SLOT: readonly Notice[] = ['made', 'changed', 'missed', 'asked-later']

describe('isStillTrue', () => {
  test.each(OF_SLOT)('given %s of a slot to come, is true; of one that is over, is not', (notice) => {
    expect(isStillTrue(notice, then, now, AT)).toBe(true)
    expect(isStillTrue(notice, then, now, now.dueUntil)).toBe(false)
  })

  test.each([...OF_SLOT, 'late'] as const)('given %s and something newer, is not told any more', (notice) => {
    expect(isStillTrue(notice, then, { ...now, sequence: 2 }, AT)).toBe(false)
    expect(isStillTrue(notice, then, { ...now, tries: 2 }, AT)).toBe(false)
    expect(isStillTrue(notice, then, { ...now, state: 'done', outcome: 'settled' }, AT)).toBe(false)
  })

  test('given a promise that will be late, is told also after its window, unless it was kept', () => {
    expect(isStillTrue('late', then, now, new Date('2026-11-23T14:30:00Z'))).toBe(true)
    expect(isStillTrue('late', then, { ...now, promise: 'kept' }, AT)).toBe(false)
  })

  test.each(['not-reached', 'withdrawn'] as const)('given %s, is true when it ended so', (outcome) => {
    const done = { ...now, state: 'done', sequence: 9 } as const
    expect(isStillTrue(outcome, then, { ...done, outcome }, AT)).toBe(true)
    expect(isStillTrue(outcome, then, { ...done, outcome: 'settled' }, AT)).toBe(false)
  })

  test('given every notice, one says something of it', () => {
    expect(new Set(NOTICES).size).toBe(7)
  })
})
