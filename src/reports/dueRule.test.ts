import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueAfterChange, isSoon } from './dueRule.ts'

const date = fc.date({ noInvalidDate: true })

test('given any two times, a changed category is never due later than was told', () => {
  fc.assert(
    fc.property(date, date, (told, byNew) => {
      const due = dueAfterChange(told, byNew).getTime()
      expect(due).toBe(Math.min(told.getTime(), byNew.getTime()))
    }),
  )
})

const dueAt = new Date('2026-11-24T11:00:00Z')
const before = new Date('2026-11-24T10:00:00Z')

test.each([
  [{ answeredAt: null, dueAt, remindedFor: dueAt }, before, true],
  [{ answeredAt: null, dueAt, remindedFor: null }, before, false],
  // Reminded of a time that is due no more.
  [{ answeredAt: null, dueAt, remindedFor: before }, before, false],
  [{ answeredAt: before, dueAt, remindedFor: dueAt }, before, false],
  // Overdue is another word.
  [{ answeredAt: null, dueAt, remindedFor: dueAt }, new Date(dueAt.getTime() + 1), false],
])('given %j at %s, is due soon: %s', (report, now, soon) => expect(isSoon(report, now)).toBe(soon))
