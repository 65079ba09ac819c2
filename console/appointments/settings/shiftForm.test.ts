import { expect, test } from 'vitest'
import { shiftOf } from './shiftForm.ts'

const formOf = (fields: readonly (readonly [string, string])[]): FormData => {
  const values = new FormData()
  for (const [name, value] of fields) values.append(name, value)
  return values
}

test('given a weekly shift with a break, times may be typed short', () => {
  const shift = shiftOf(
    formOf([
      ['label', 'Team'],
      ['people', '3'],
      ['opens', '8'],
      ['closes', '16:30'],
      ['break', ''],
      ['breaks.0.from', '12'],
      ['breaks.0.to', '12.30'],
      ['mayDo', 'all'],
      ['skills', 'eid-pin'],
      ['kind', 'weekly'],
      ['pattern.weekdays', '1'],
      ['pattern.weekdays', '5'],
      ['pattern.everyWeeks', '2'],
      ['pattern.from', '2026-12-01'],
      ['pattern.until', ''],
    ]),
  )
  expect(shift).toEqual({
    label: 'Team',
    people: 3,
    opens: 480,
    closes: 990,
    breaks: [{ from: 720, to: 750 }],
    skills: null,
    pattern: { kind: 'weekly', weekdays: [1, 5], everyWeeks: 2, from: '2026-12-01', until: null },
  })
})

test('given a single day and words where a time belongs, leaves it to the server to say so', () => {
  const typed = [
    ['opens', 'früh'],
    ['mayDo', 'some'],
    ['skills', 'eid-pin'],
    ['kind', 'day'],
    ['pattern.date', '2026-12-24'],
  ] as const
  expect(shiftOf(formOf(typed))).toMatchObject({
    opens: Number.NaN,
    people: Number.NaN,
    skills: ['eid-pin'],
    pattern: { kind: 'day', date: '2026-12-24' },
  })
})
