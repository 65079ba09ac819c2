import { expect, test } from 'vitest'
import { shift } from '../appointments.testkit.ts'
import type { ShiftPattern } from '../model.ts'
import { peopleOn, shiftProblems, worksOn } from './shiftRule.ts'

const weekly = (values: Partial<ShiftPattern & { kind: 'weekly' }>): ShiftPattern => ({
  kind: 'weekly',
  weekdays: [1],
  everyWeeks: 1,
  from: '2027-01-01',
  until: null,
  ...values,
})

test.each([
  ['every Monday, a Monday', weekly({}), '2027-03-15', true],
  ['every Monday, a Tuesday', weekly({}), '2027-03-16', false],
  ['before the first day', weekly({ from: '2027-03-16' }), '2027-03-15', false],
  ['on the first day', weekly({ from: '2027-03-15' }), '2027-03-15', true],
  ['on the last day', weekly({ until: '2027-03-15' }), '2027-03-15', true],
  ['after the last day', weekly({ until: '2027-03-15' }), '2027-03-22', false],
  ['every second week, the first', weekly({ everyWeeks: 2, from: '2027-03-17' }), '2027-03-29', true],
  ['every second week, the one between', weekly({ everyWeeks: 2, from: '2027-03-17' }), '2027-03-22', false],
  [
    'every second week across a year of 53 weeks',
    weekly({ everyWeeks: 2, from: '2026-12-21' }),
    '2027-01-04',
    true,
  ],
  [
    'every second week, between, in the new year',
    weekly({ everyWeeks: 2, from: '2026-12-21' }),
    '2027-01-11',
    false,
  ],
  ['every eighth week', weekly({ everyWeeks: 8, from: '2027-03-01' }), '2027-04-26', true],
  ['a Tuesday that is 29 February', weekly({ weekdays: [2] }), '2028-02-29', true],
  ['every fourth week across 29 February', weekly({ everyWeeks: 4, from: '2028-02-07' }), '2028-03-06', true],
  [
    'the Sunday of the week that `from` lies in',
    weekly({ weekdays: [7], everyWeeks: 2, from: '2027-03-15' }),
    '2027-03-21',
    true,
  ],
  ['one day, that one', { kind: 'day', date: '2028-02-29' }, '2028-02-29', true],
  ['one day, the next', { kind: 'day', date: '2028-02-29' }, '2028-03-01', false],
] as const)('given %s', (_what, pattern, date, works) => {
  expect(worksOn(pattern, date)).toBe(works)
})

test.each([
  ['none', [], 3],
  ['one with fewer people', [{ shiftId: 'early', date: '2027-03-15', people: 1 }], 1],
  ['one that cancels', [{ shiftId: 'early', date: '2027-03-15', people: null }], 0],
  ['one with nobody', [{ shiftId: 'early', date: '2027-03-15', people: 0 }], 0],
  ['one for another day', [{ shiftId: 'early', date: '2027-03-16', people: 0 }], 3],
  ['one for another shift', [{ shiftId: 'late', date: '2027-03-15', people: 0 }], 3],
] as const)('given an exception, %s', (_what, exceptions, people) => {
  expect(peopleOn(shift({ people: 3 }), '2027-03-15', exceptions)).toBe(people)
})

test('given an exception for a day the pattern does not name, its people work', () => {
  const never = shift({ pattern: { kind: 'day', date: '2027-01-01' } })
  expect(peopleOn(never, '2027-03-15', [{ shiftId: 'early', date: '2027-03-15', people: 2 }])).toBe(2)
})

test.each([
  ['a good one', {}, []],
  ['no people', { people: 0 }, ['people']],
  ['51 people', { people: 51 }, ['people']],
  ['an end before the beginning', { closes: 480 }, ['closes']],
  ['a break outside', { breaks: [{ from: 700, to: 730 }] }, ['breaks']],
  ['a break that ends before it begins', { breaks: [{ from: 600, to: 590 }] }, ['breaks']],
  [
    'breaks that overlap',
    {
      breaks: [
        { from: 600, to: 630 },
        { from: 540, to: 601 },
      ],
    },
    ['breaks'],
  ],
  ['no weekday', { pattern: weekly({ weekdays: [] }) }, ['weekdays']],
  ['weekday 8', { pattern: weekly({ weekdays: [8] }) }, ['weekdays']],
  ['every nine weeks', { pattern: weekly({ everyWeeks: 9 }) }, ['everyWeeks']],
  ['an end before the first day', { pattern: weekly({ until: '2026-12-31' }) }, ['until']],
  ['29 February of an ordinary year', { pattern: { kind: 'day', date: '2027-02-29' } }, ['date']],
] as const)('given %s, the fields told are right', (_what, values, fields) => {
  expect(shiftProblems(shift(values)).map(({ field }) => field)).toEqual(fields)
})
