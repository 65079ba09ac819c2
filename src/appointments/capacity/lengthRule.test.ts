import { expect, test } from 'vitest'
import { demandOf } from './lengthRule.ts'

const catalogue = new Map([
  ['passport', { setupMinutes: 5, minutes: 12, devices: ['fingerprint'] }],
  ['identity-card', { setupMinutes: 4, minutes: 10, devices: ['fingerprint', 'signature-pad'] }],
  ['certificate', { setupMinutes: 0, minutes: 7, devices: [] }],
])

test.each([
  ['one person', [{ id: 'passport', persons: 1 }], 17],
  ['a family of four', [{ id: 'passport', persons: 4 }], 53],
  [
    'two services share the longer set-up',
    [
      { id: 'passport', persons: 1 },
      { id: 'identity-card', persons: 2 },
    ],
    37,
  ],
  ['a service without set-up', [{ id: 'certificate', persons: 1 }], 7],
  [
    'a service named twice',
    [
      { id: 'certificate', persons: 1 },
      { id: 'certificate', persons: 2 },
    ],
    21,
  ],
] as const)('given %s, it takes the minutes', (_what, wishes, minutes) => {
  expect(demandOf(wishes, catalogue)).toMatchObject({ ok: true, value: { minutes } })
})

test('given several services, each id and each device is named once, in order', () => {
  const wishes = ['passport', 'identity-card', 'passport'].map((id) => ({ id, persons: 1 }))
  expect(demandOf(wishes, catalogue)).toMatchObject({
    value: { serviceIds: ['identity-card', 'passport'], devices: ['fingerprint', 'signature-pad'] },
  })
})

test.each([
  ['nothing', [], 'nothing-chosen'],
  ['a service without appointments', [{ id: 'wedding', persons: 1 }], 'unknown-service'],
  ['no person', [{ id: 'passport', persons: 0 }], 'persons'],
  ['half a person', [{ id: 'passport', persons: 1.5 }], 'persons'],
] as const)('given %s, it is refused', (_what, wishes, cause) => {
  expect(demandOf(wishes, catalogue)).toMatchObject({ ok: false, cause })
})
