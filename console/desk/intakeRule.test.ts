import { describe, expect, test } from 'vitest'
import { intakeDraft } from '../../src/desk/contract.ts'
import { missingFor } from './intakeRule.ts'

const windows = [{ start: '2026-11-23T13:00:00Z', end: '2026-11-23T14:00:00Z' }]
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
  test('appointment: service, a held time and the contact; the note may be empty', () => {
    const held = {
      office: null,
      id: null,
      start: '2026-11-26T09:15:00Z',
      end: '2026-11-26T09:30:00Z',
      day: 'Do, 26.11.',
      clock: '10:15',
      aloud: 'am Donnerstag, dem 26. November, um 10 Uhr 15',
      expiresAt: '2026-11-23T08:10:00Z',
      extended: false,
    }
    expect(fieldsOf(empty, 'appointment', [])).toEqual(['serviceId', 'contactName', 'contactPhone'])
    const chosen = { ...complete, serviceId: 'personalausweis', contactName: 'Jana Beispiel', reason: '' }
    expect(fieldsOf(chosen, 'appointment', [])).toEqual(['appointment'])
    const appointment = { persons: 1, more: [], held }
    expect(fieldsOf({ ...chosen, appointment }, 'appointment', [])).toEqual([])
    expect(fieldsOf({ ...chosen, appointment, phoneReadBack: false }, 'appointment', [])).toEqual([
      'phoneReadBack',
    ])
  })
  test('callback in a window that somebody else took meanwhile: another window', () => {
    expect(missingFor(complete, 'callback', []).windowStart).toMatch(/inzwischen vergeben/)
  })
  test('callback in a window that only a wider or narrower one is left of: another window', () => {
    const twoHours = [{ start: '2026-11-23T13:00:00Z', end: '2026-11-23T15:00:00Z' }]
    expect(fieldsOf(complete, 'callback', twoHours)).toEqual(['windowStart'])
    const wide = { ...complete, windowEnd: '2026-11-23T15:00:00Z' }
    expect(fieldsOf(wide, 'callback', twoHours)).toEqual([])
    expect(fieldsOf(wide, 'callback', windows)).toEqual(['windowStart'])
  })
})
