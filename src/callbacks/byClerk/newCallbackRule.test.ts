import { describe, expect, test } from 'vitest'
import type { PhoneNumber } from '../../shared/phoneNumber.ts'
import { newCallbackInput, type NewCallbackInput } from './contract.ts'
import { checkNewCallback, checkNumberOf } from './newCallbackRule.ts'

const HERE = { areaCode: '02306', allowed: [], own: ['+4923061042030' as PhoneNumber] }
const FULL = newCallbackInput.parse({
  reason: ' Fragt nach dem Bescheid. ',
  contactName: 'Jana Beispiel',
  contactPhone: '0171 39200 12',
  phoneReadBack: true,
  windowStart: '2026-11-23T13:00:00.000Z',
  windowEnd: '2026-11-23T15:00:00.000Z',
})
const fieldsOf = (part: Partial<NewCallbackInput>): string[] => {
  const checked = checkNewCallback({ ...FULL, ...part }, HERE)
  return checked.ok ? [] : Object.keys(checked.fields)
}

describe('a promise by a clerk', () => {
  test('given all that it needs, its values are ready to store', () => {
    expect(checkNewCallback(FULL, HERE)).toEqual({
      ok: true,
      value: {
        reason: 'Fragt nach dem Bescheid.',
        name: 'Jana Beispiel',
        phone: '+491713920012',
        email: null,
        windowStart: new Date('2026-11-23T13:00:00Z'),
        windowEnd: new Date('2026-11-23T15:00:00Z'),
      },
    })
  })

  test.each<[string, Partial<NewCallbackInput>, string[]]>([
    ['nothing', newCallbackInput.parse({}), ['reason', 'contactPhone', 'windowStart']],
    ['a word without a service', { reason: 'Pass' }, ['reason']],
    ['a word with a service', { reason: 'Pass', serviceId: 'reisepass' }, []],
    [
      'on a case that is there, no reason',
      { reason: '', caseId: '0197f3c0-0000-7000-8000-000000000001' },
      [],
    ],
    ['a number that nobody compared', { phoneReadBack: false }, ['phoneReadBack']],
    ['a premium number', { contactPhone: '0900 1234567' }, ['contactPhone']],
    ['the city’s own line', { contactPhone: '02306 1042030' }, ['contactPhone']],
    ['a wrong address', { contactEmail: 'kim@' }, ['contactEmail']],
    ['a window without its end', { windowEnd: null }, ['windowStart']],
  ])('given %s, says so at the field', (_, part, fields) => {
    expect(fieldsOf(part)).toEqual(fields)
  })

  test('given a local number, it is completed with the city’s area code', () => {
    expect(checkNumberOf({ contactPhone: '10 42 031', phoneReadBack: true }, HERE)).toMatchObject({
      value: '+4923061042031',
    })
  })
})
