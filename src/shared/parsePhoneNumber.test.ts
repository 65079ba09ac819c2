import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCallbackNumber, parsePhoneNumber } from './parsePhoneNumber.ts'
import { isPhoneNumber } from './phoneNumber.ts'

const here = { areaCode: '02306' }

describe('parsePhoneNumber', () => {
  test.each([
    ['0171 39 20 012', '+491713920012'],
    ['0171/3920012', '+491713920012'],
    ['(0171) 39.20.012', '+491713920012'],
    ['+49 (0)2306 104-2030', '+4923061042030'],
    ['+49(0)2306/104 2030', '+4923061042030'],
    ['0049 (0) 171 3920012', '+491713920012'],
    ['00491713920012', '+491713920012'],
    ['(+49) 171 3920012', '+491713920012'],
    ['+49 0171 3920012', '+491713920012'],
    ['491713920012', '+491713920012'],
    ['493023125123', '+493023125123'],
    ['104 20 30', '+4923061042030'],
    ['104–2030', '+4923061042030'],
    ['1040', '+4923061040'],
    ['\u202a+49\u00a0171\u00a03920012\u202c', '+491713920012'],
    ['０１７１３９２００１２', '+491713920012'],
    ['+43 1 505050', '+431505050'],
    ['0043 1 505050', '+431505050'],
    ['+39 06 6982', '+39066982'],
  ])('given %j in Lünen, reads %s', (input, expected) => {
    expect(parsePhoneNumber(input, here)).toEqual({ ok: true, value: expected })
  })

  test.each([
    ['', 'empty', 'Bitte geben Sie eine Telefonnummer ein.'],
    [' + ', 'empty', 'Bitte geben Sie eine Telefonnummer ein.'],
    ['anonymous', 'characters', 'Bitte geben Sie nur Ziffern ein, ohne Buchstaben oder Zusätze.'],
    [
      '0171 3920012 ab 14 Uhr',
      'characters',
      'Bitte geben Sie nur Ziffern ein, ohne Buchstaben oder Zusätze.',
    ],
    ['0171+3920012', 'characters', 'Bitte geben Sie nur Ziffern ein, ohne Buchstaben oder Zusätze.'],
    ['1713920012', 'areaCode', 'Bitte geben Sie die Nummer mit Vorwahl ein, mit der Null am Anfang.'],
    ['16012345678', 'areaCode', 'Bitte geben Sie die Nummer mit Vorwahl ein, mit der Null am Anfang.'],
    ['110', 'emergency', 'Das ist eine Notrufnummer. Dort können wir nicht anrufen.'],
    ['1 1 2', 'emergency', 'Das ist eine Notrufnummer. Dort können wir nicht anrufen.'],
    ['02306 112', 'emergency', 'Das ist eine Notrufnummer. Dort können wir nicht anrufen.'],
    [
      '115',
      'shortNumber',
      'Das ist eine Servicenummer. Für den Rückruf brauchen wir eine Festnetz- oder Handynummer.',
    ],
    [
      '116 117',
      'shortNumber',
      'Das ist eine Servicenummer. Für den Rückruf brauchen wir eine Festnetz- oder Handynummer.',
    ],
    [
      '11833',
      'shortNumber',
      'Das ist eine Servicenummer. Für den Rückruf brauchen wir eine Festnetz- oder Handynummer.',
    ],
    ['+999 123456', 'country', 'Diese Landesvorwahl gibt es nicht. Bitte prüfen Sie die ersten Ziffern.'],
    ['0171 39', 'tooShort', 'Diese Nummer ist zu kurz. Es fehlen Ziffern.'],
    ['02306 1', 'tooShort', 'Diese Nummer ist zu kurz. Es fehlen Ziffern.'],
    [
      '0171 3920012 / 02306 1042030',
      'tooLong',
      'Diese Nummer ist zu lang. Bitte geben Sie nur eine Nummer ein.',
    ],
    ['0172 992590', 'unassigned', 'Diese Nummer gibt es so nicht. Bitte prüfen Sie Vorwahl und Ziffern.'],
    ['00000000', 'country', 'Diese Landesvorwahl gibt es nicht. Bitte prüfen Sie die ersten Ziffern.'],
  ])('given %j, says %s', (input, cause, message) => {
    expect(parsePhoneNumber(input, here)).toEqual({ ok: false, cause, message })
  })

  test('given a local number where the area code is not known, asks for it', () => {
    expect(parsePhoneNumber('1042030')).toMatchObject({ ok: false, cause: 'areaCode' })
  })

  test('given English, answers in English', () => {
    expect(parsePhoneNumber('110', { lang: 'en' })).toMatchObject({
      message: 'This is an emergency number. We cannot call it.',
    })
  })

  test('given any text, answers E.164 or a sentence, and E.164 reads as itself', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[+0-9 ()/.-]{0,20}$/))
    fc.assert(
      fc.property(text, (input) => {
        const result = parsePhoneNumber(input, here)
        expect(result.ok ? isPhoneNumber(result.value) : result.message.endsWith('.')).toBe(true)
        if (result.ok) expect(parsePhoneNumber(result.value)).toEqual(result)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('parseCallbackNumber', () => {
  test.each(['0900 1 234567', '0137 1234567', '0180 5 123456', '+881 612345678', '0043 900 123456'])(
    'given %s, refuses to call it back',
    (input) => {
      expect(parseCallbackNumber(input, here)).toEqual({
        ok: false,
        cause: 'premium',
        message:
          'Das ist eine kostenpflichtige Sondernummer. Bitte geben Sie eine Festnetz- oder Handynummer ein.',
      })
    },
  )

  test('given a number abroad, refuses it unless its beginning is allowed', () => {
    expect(parseCallbackNumber('0043 1 234567')).toMatchObject({ ok: false, cause: 'foreign' })
    expect(parseCallbackNumber('0043 1 234567', { allowed: ['+43'] })).toEqual({
      ok: true,
      value: '+431234567',
    })
  })

  test('given an ordinary number or a fault, answers like parsePhoneNumber', () => {
    expect(parseCallbackNumber('0171 3920012')).toEqual({ ok: true, value: '+491713920012' })
    expect(parseCallbackNumber('112')).toMatchObject({ ok: false, cause: 'emergency' })
  })
})
