import { describe, expect, test } from 'vitest'
import { intakeDraft } from '../../src/desk/contract.ts'
import { missingFor } from './intakeRule.ts'

const windows = [{ start: '2026-11-23T13:00:00Z' }]
const empty = intakeDraft.parse({})
const complete = intakeDraft.parse({
  reason: 'Ausweis abgelaufen',
  contactPhone: '0172 5566445',
  phoneReadBack: true,
  windowStart: '2026-11-23T13:00:00Z',
})
const fieldsOf = (...given: Parameters<typeof missingFor>): string[] => Object.keys(missingFor(...given))

describe('given an outcome, says what the record still needs', () => {
  test('none chosen: the outcome', () => {
    expect(fieldsOf(complete, null, windows)).toEqual(['outcome'])
  })
  test('a call about an open case: what was said, but no second promise', () => {
    const joins = { ...empty, belongsTo: 'LU-7K3-94Q' }
    expect(fieldsOf(joins, 'callback', [])).toEqual(['reason'])
    expect(fieldsOf({ ...joins, reason: 'Hat noch eine Frage' }, 'callback', [])).toEqual([])
    expect(fieldsOf({ ...joins, reason: 'Hat noch eine Frage' }, 'hand-over', windows)).toEqual(['outcome'])
  })
  test('no concern: nothing, whatever was typed', () => {
    expect(fieldsOf(empty, 'no-concern', [])).toEqual([])
  })
  test('settled: the reason, no number', () => {
    expect(fieldsOf(empty, 'settled', [])).toEqual(['reason'])
    expect(fieldsOf({ ...empty, reason: 'Öffnungszeiten' }, 'settled', [])).toEqual([])
  })
  test.each(['callback', 'hand-over'] as const)('%s: reason, number and window', (outcome) => {
    expect(fieldsOf(empty, outcome, windows)).toEqual(['reason', 'contactPhone', 'windowStart'])
    expect(fieldsOf(complete, outcome, windows)).toEqual([])
  })
  test('callback with a number that was not read back: the reading back', () => {
    expect(fieldsOf({ ...complete, phoneReadBack: false }, 'callback', windows)).toEqual(['phoneReadBack'])
  })
  test('callback in a window that somebody else took meanwhile: another window', () => {
    expect(missingFor(complete, 'callback', []).windowStart).toMatch(/inzwischen vergeben/)
  })
})
