import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeCaseNumber } from '../../../shared/caseNumber.ts'
import { numbersInSubject, withoutPrefixes } from './subjectRule.ts'

const number = makeCaseNumber('LU', (n) => 7 % n)
const other = makeCaseNumber('LU', (n) => 3 % n)
const bare = number.slice(3).replace('-', '')

describe('a number in a subject', () => {
  test.each([
    `AW: WG: Re[3]: Ihre Meldung ${number}`,
    `[#${number}] Laterne`,
    `${number}Laterne`,
    `LU ${bare}`,
    `lu${bare.toLowerCase()} danke`,
    `LU - ${bare.slice(0, 3)} - ${bare.slice(3)}`,
    `LU\u2011${bare.slice(0, 3)}\u2011${bare.slice(3)}`,
    [...`LU${bare}`].map((c) => String.fromCodePoint(c.codePointAt(0)! + 0xfee0)).join(''),
  ])('given %j, is found', (subject) => expect(numbersInSubject(subject, 'LU')).toEqual([number]))

  test('given two, both are found; the same twice is one', () => {
    expect(numbersInSubject(`${number} und ${other}`, 'LU')).toEqual([number, other])
    expect(numbersInSubject(`${number}, nochmals ${number}`, 'LU')).toEqual([number])
  })

  test.each(['Lundgren 123456', 'Laterne 17', 'LU-000-001x', 'Luft 7, Lücke 3', ''])(
    'given %j, there is none',
    (subject) => expect(numbersInSubject(subject, 'LU')).toEqual([]),
  )

  test('given any text around it, is found', () => {
    const around = fc.stringMatching(/^[a-zäöü .,:!?()]{0,20}$/)
    fc.assert(
      fc.property(around, around, (before, after) => {
        expect(numbersInSubject(`${before} ${number} ${after}`, 'LU')).toContain(number)
      }),
    )
  })
})

test.each([
  ['AW: WG: Re[3]: RE: Antw: Laterne', 'Laterne'],
  ['Fwd: Re: Laterne', 'Laterne'],
  ['Regen: viel', 'Regen: viel'],
  ['Re:Laterne', 'Laterne'],
  ['  AW: Laterne ', 'Laterne'],
])('given %j, the subject is %j', (given, expected) => expect(withoutPrefixes(given)).toBe(expected))
