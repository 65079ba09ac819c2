import { expect, test } from 'vitest'
import { riskOf } from './riskRule.ts'

const due = { dueFrom: new Date('2026-11-23T13:00:00Z'), dueUntil: new Date('2026-11-23T14:00:00Z') }

test.each([
  ['12:59:59.999', 'open', 'later'],
  ['13:00:00', 'open', 'due'],
  ['13:45:00', 'open', 'due'],
  ['13:45:00.001', 'open', 'soon'],
  ['13:59:59.999', 'kept', 'soon'],
  ['14:00:00', 'open', 'late'],
  ['12:00:00', 'broken', 'late'],
] as const)('given %s and a promise that is %s, it is %s', (time, promise, risk) => {
  expect(riskOf({ ...due, promise }, new Date(`2026-11-23T${time}Z`))).toBe(risk)
})
