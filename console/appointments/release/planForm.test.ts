import { expect, test } from 'vitest'
import { planInput } from '../../../src/appointments/release/contract.ts'
import { planOf } from './planForm.ts'

const form = (fields: readonly (readonly [string, string])[]): FormData => {
  const values = new FormData()
  const days = [
    ['officeId', 'buergerbuero'],
    ['name', 'Winter'],
    ['from', '2026-12-01'],
    ['until', '2026-12-31'],
  ] as const
  for (const [name, value] of [...days, ...fields]) values.append(name, value)
  return values
}

test.each([
  [
    'batch',
    [
      ['rule.opens.date', '2026-11-29'],
      ['rule.opens.at', '14'],
    ],
    { kind: 'batch', opens: { date: '2026-11-29', at: 840 } },
  ],
  [
    'rolling',
    [
      ['row', '0'],
      ['rule.steps.0.daysBefore', '14'],
      ['rule.steps.0.at', '8:00'],
      ['rule.steps.0.percent', '60'],
    ],
    { kind: 'rolling', steps: [{ daysBefore: 14, at: 480, percent: 60 }] },
  ],
  [
    'quota',
    [
      ['row', '0'],
      ['rule.shares.0.quota', 'phone'],
      ['rule.shares.0.percent', '20'],
      ['rule.shares.0.backDays', '1'],
      ['rule.shares.0.backAt', '12 Uhr'],
    ],
    { kind: 'quota', shares: [{ quota: 'phone', percent: 20, backDays: 1, backAt: 720 }] },
  ],
  [
    'pool',
    [
      ['row', '0'],
      ['rule.times.0.weekdays', '1'],
      ['rule.times.0.weekdays', '2'],
      ['rule.times.0.at', '08:00'],
    ],
    { kind: 'pool', times: [{ weekdays: [1, 2], at: 480 }] },
  ],
] as const)('given the form of a %s, it is the plan that the server takes', (kind, fields, rule) => {
  const draft = planOf(form([['kind', kind], ...fields]))
  expect(planInput.parse(draft).rule).toEqual(rule)
})

test('given no time, the server names its field', () => {
  const draft = planOf(
    form([
      ['kind', 'batch'],
      ['rule.opens.date', '2026-11-29'],
      ['rule.opens.at', ''],
    ]),
  )
  const issues = planInput.safeParse(JSON.parse(JSON.stringify(draft))).error?.issues
  expect(issues?.map(({ path, message }) => [path.join('.'), message])).toEqual([
    ['rule.opens.at', 'Bitte eine Uhrzeit angeben.'],
  ])
})
