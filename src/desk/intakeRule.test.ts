import { describe, expect, test } from 'vitest'
import type { CompleteInput, HeldTime } from './contract.ts'
import { FULL } from './desk.testkit.ts'
import { checkIntake } from './intakeRule.ts'

const fieldsOf = (part: Partial<CompleteInput>): string[] => {
  const checked = checkIntake({ ...FULL, ...part }, HERE)
  return checked.ok ? [] : Object.keys(checked.fields)
}

const HERE = { areaCode: '02306', allowed: [], own: [] }

describe('a record', () => {
  test('given all a callback needs, its values are ready to store', () => {
    expect(checkIntake(FULL, HERE)).toEqual({
      ok: true,
      value: {
        reason: FULL.reason,
        contactName: 'Jana Beispiel',
        contactPhone: '+491713920012',
        contactEmail: null,
        windowStart: new Date('2026-11-23T13:00:00Z'),
        windowEnd: null,
        booking: null,
      },
    })
  })

  test('given a window with its end, both are kept; where nothing is promised, neither', () => {
    const window = { windowStart: '2026-11-23T13:00:00.000Z', windowEnd: '2026-11-23T15:00:00.000Z' }
    const value = { windowStart: new Date(window.windowStart), windowEnd: new Date(window.windowEnd) }
    expect(checkIntake({ ...FULL, ...window }, HERE)).toMatchObject({ value })
    expect(checkIntake({ ...FULL, ...window, outcome: 'settled' }, HERE)).toMatchObject({
      value: { windowStart: null, windowEnd: null },
    })
  })

  test('given a local number, it is completed with the city’s area code', () => {
    const checked = checkIntake({ ...FULL, contactPhone: '104 2030' }, HERE)
    expect(checked).toMatchObject({ value: { contactPhone: '+4923061042030' } })
  })

  test('given an open case that it belongs to, it needs what was said and nothing else', () => {
    const joins = { belongsTo: 'LU-7K3-94Q', contactPhone: '', phoneReadBack: false, windowStart: null }
    expect(fieldsOf(joins)).toEqual([])
    expect(fieldsOf({ ...joins, contactPhone: 'unbekannt' })).toEqual([])
    expect(fieldsOf({ ...joins, reason: '' })).toEqual(['reason'])
    expect(fieldsOf({ ...joins, outcome: 'settled' })).toEqual([])
    expect(fieldsOf({ ...joins, outcome: 'hand-over' })).toEqual(['outcome'])
  })

  test.each<[string, Partial<CompleteInput>, string[]]>([
    ['no reason', { reason: '  ' }, ['reason']],
    ['a reason of one word and no service', { reason: 'Pass' }, ['reason']],
    ['a reason of one word with a service', { reason: 'Pass', serviceId: 'reisepass' }, []],
    ['no reason although a service is chosen', { reason: '', serviceId: 'reisepass' }, ['reason']],
    ['no number', { contactPhone: '' }, ['contactPhone']],
    ['a wrong number', { contactPhone: '0171' }, ['contactPhone']],
    ['a premium number', { contactPhone: '0900 1234567' }, ['contactPhone']],
    ['a number that was not read back', { phoneReadBack: false }, ['phoneReadBack']],
    ['an e-mail address', { contactEmail: ' jana@example.org ' }, []],
    ['a wrong e-mail address', { contactEmail: 'jana@' }, ['contactEmail']],
    ['two e-mail addresses', { contactEmail: 'a@example.org, b@example.org' }, ['contactEmail']],
    ['no window', { windowStart: null }, ['windowStart']],
    [
      'nothing at all',
      { reason: '', contactPhone: '', windowStart: null },
      ['reason', 'contactPhone', 'windowStart'],
    ],
    ['a hand-over without a window', { outcome: 'hand-over', windowStart: null }, ['windowStart']],
    ['settled without number and window', { outcome: 'settled', contactPhone: '', windowStart: null }, []],
    ['settled with a wrong number', { outcome: 'settled', contactPhone: '0171' }, ['contactPhone']],
    ['settled with a number not read back', { outcome: 'settled', phoneReadBack: false }, []],
  ])('given %s, asks for %j → %j', (_what, part, fields) => {
    expect(fieldsOf(part)).toEqual(fields)
  })

  test('given an appointment, the contact and the held time are what is booked', () => {
    const held: HeldTime = {
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
    const appointment = { persons: 2, more: [], held }
    const books = { outcome: 'appointment', serviceId: 'eid-pin', reason: '', appointment } as const
    const booking = { appointment, serviceId: 'eid-pin', name: 'Jana Beispiel', phone: '+491713920012' }
    expect(checkIntake({ ...FULL, ...books }, HERE)).toMatchObject({ value: { booking, windowStart: null } })
    expect(fieldsOf({ ...books, belongsTo: 'LU-7K3-94Q' })).toEqual([])
    expect(fieldsOf({ ...books, appointment: null, contactName: ' ' })).toEqual([
      'contactName',
      'appointment',
    ])
    expect(fieldsOf({ ...books, serviceId: null, contactPhone: '' })).toEqual(['serviceId', 'contactPhone'])
  })

  test('given a window chosen before "settled", it is not booked', () => {
    expect(checkIntake({ ...FULL, outcome: 'settled' }, HERE)).toMatchObject({
      value: { windowStart: null },
    })
  })
})
