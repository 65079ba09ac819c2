import { describe, expect, test } from 'vitest'
import { intakeDraft } from '../../src/desk/contract.ts'
import { missingFor } from './intakeRule.ts'

const empty = intakeDraft.parse({})
const complete = intakeDraft.parse({
  reason: 'Ausweis abgelaufen',
  contactPhone: '0172 5566445',
  phoneReadBack: true,
  windowStart: '2026-11-23T13:00:00Z',
})

describe('given an outcome, says what the record still needs', () => {
  test('none chosen: the outcome', () => {
    expect(Object.keys(missingFor(complete, null))).toEqual(['outcome'])
  })
  test('no concern: nothing, whatever was typed', () => {
    expect(missingFor(empty, 'no-concern')).toEqual({})
  })
  test('settled: a reason or a service, no number', () => {
    expect(Object.keys(missingFor(empty, 'settled'))).toEqual(['reason'])
    expect(missingFor({ ...empty, serviceId: 'personalausweis' }, 'settled')).toEqual({})
    expect(missingFor({ ...empty, reason: 'Öffnungszeiten' }, 'settled')).toEqual({})
  })
  test.each(['callback', 'hand-over'] as const)('%s: reason, number and window', (outcome) => {
    expect(Object.keys(missingFor(empty, outcome))).toEqual(['reason', 'contactPhone', 'windowStart'])
    expect(missingFor(complete, outcome)).toEqual({})
  })
  test('callback with a number that was not read back: the reading back', () => {
    expect(Object.keys(missingFor({ ...complete, phoneReadBack: false }, 'callback'))).toEqual([
      'phoneReadBack',
    ])
  })
})
