import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCaseNumber, makeCaseNumber, parseCaseNumber, spellOut, type CaseNumber } from './caseNumber.ts'

const ALPHABET = '0123456789CDFHJKNPQRVWX'
const anyDraws = fc.array(fc.integer({ min: 0, max: 22 }), { minLength: 5, maxLength: 5 })
const anyNumber = fc
  .tuple(fc.constantFrom('L', 'LU', 'DX', 'LUN'), anyDraws)
  .map(([prefix, draws]) => make(prefix, draws))

function make(prefix: string, draws: readonly number[]): CaseNumber {
  const left = [...draws]
  return makeCaseNumber(prefix, () => left.shift() ?? 0)
}

const body = (number: string) => number.replace(/^\w+-/, '').replace('-', '')
const withBody = (number: string, text: string) =>
  `${number.split('-')[0]}-${text.slice(0, 3)}-${text.slice(3)}`
const replaced = (text: string, at: number, by: string) => text.slice(0, at) + by + text.slice(at + 1)
const cause = (input: string, prefix?: string) => {
  const result = parseCaseNumber(input, prefix === undefined ? {} : { prefix })
  return result.ok ? result.value : result.cause
}
const example = make('LU', [7, 15, 3, 9, 4])

describe('makeCaseNumber', () => {
  test('given draws, writes prefix, five characters and the check character', () => {
    // 7*1 + 15*2 + 3*3 + 9*4 + 4*5 = 102, and 102 + 6*6 = 138 = 6*23: the check character is 6.
    expect(example).toBe('LU-7K3-946')
  })

  test('given a random source, asks it for 23 equally likely characters five times', () => {
    const asked: number[] = []
    makeCaseNumber('LU', (n) => asked.push(n) - 1)
    expect(asked).toEqual([23, 23, 23, 23, 23])
  })

  test('given any draws, the number reads back as itself, with and without the city known', () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        expect(isCaseNumber(number)).toBe(true)
        expect(cause(number)).toBe(number)
        expect(cause(number, number.split('-')[0])).toBe(number)
      }),
    )
  })

  test.each(['', 'lu', 'LÜ', 'LUEN', 'L1'])('given the prefix %j, throws RangeError', (prefix) => {
    expect(() => makeCaseNumber(prefix, () => 0)).toThrow(RangeError)
  })
})

describe('the check character', () => {
  test('given any number, notices every other character at every place', () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        for (let at = 0; at < 6; at += 1) {
          for (const wrong of ALPHABET.replace(body(number).charAt(at), '')) {
            expect(cause(withBody(number, replaced(body(number), at, wrong)))).toBe('typo')
          }
        }
      }),
      { numRuns: 30 },
    )
  })

  test('given any number, notices every swap of two different characters, neighbours or not', () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        const text = body(number)
        for (let a = 0; a < 6; a += 1) {
          for (let b = a + 1; b < 6; b += 1) {
            if (text.charAt(a) === text.charAt(b)) continue
            const swapped = replaced(replaced(text, a, text.charAt(b)), b, text.charAt(a))
            expect(cause(withBody(number, swapped))).toBe('typo')
          }
        }
      }),
    )
  })

  test('given the arithmetic itself, no single error and no swap can leave the sum as it was', () => {
    // Exhaustive over places and pairs of values: what the two tests above try on examples holds for all.
    const values = Array.from({ length: 23 }, (_, value) => value)
    const places = [1, 2, 3, 4, 5, 6]
    const pairs = values.flatMap((a) => values.filter((b) => b !== a).map((b) => a - b))
    const singles = places.flatMap((place) => pairs.map((difference) => place * difference))
    const swaps = places.flatMap((p) =>
      places.filter((q) => q !== p).flatMap((q) => pairs.map((d) => (p - q) * d)),
    )
    expect([...singles, ...swaps].filter((change) => change % 23 === 0)).toEqual([])
  })
})

describe('parseCaseNumber', () => {
  test.each([
    ['lower case', 'lu-7k3-946'],
    ['spaces', ' LU 7K3 946 '],
    ['no hyphens', 'lu7k3946'],
    ['dashes of a word processor', 'LU–7K3—946'],
    ['no prefix', '7K3-946'],
    ['a one for the L of the prefix', '1U-7K3-946'],
    ['full-width characters', 'ＬＵ－７Ｋ３－９４６'],
  ])('given %s, reads the number', (_what, input) => {
    expect(cause(input, 'LU')).toBe('LU-7K3-946')
  })

  test('given look-alike and sound-alike letters, reads what was meant', () => {
    const number = make('LU', [0, 1, 2, 5, 8])
    expect(cause(number.replace('012', 'OLZ').replace('58', 'SB'))).toBe(number)
    const other = make('LU', [20, 16, 20, 16, 1])
    expect(
      cause(withBody(other, body(other).replaceAll('V', 'U').replaceAll('N', 'M').replace('1', 'I'))),
    ).toBe(other)
  })

  test('given a number without prefix that begins like a misread prefix, reads it', () => {
    const number = make('LU', [1, 20, 3, 4, 5])
    expect(cause(body(number), 'LU')).toBe(number)
  })

  test.each([
    ['', 'empty', 'Bitte geben Sie die Nummer Ihres Anliegens ein. Sie sieht so aus: LU‑123‑456.'],
    [' - ', 'empty', 'Bitte geben Sie die Nummer Ihres Anliegens ein. Sie sieht so aus: LU‑123‑456.'],
    ['LU-7K3-94', 'tooShort', 'Diese Nummer ist zu kurz: Es fehlen Zeichen. Sie sieht so aus: LU‑123‑456.'],
    ['LU-7K3', 'tooShort', 'Diese Nummer ist zu kurz: Es fehlen Zeichen. Sie sieht so aus: LU‑123‑456.'],
    [
      'LU-7K3-9466',
      'tooLong',
      'Diese Nummer ist zu lang: Es sind Zeichen zu viel. Sie sieht so aus: LU‑123‑456.',
    ],
    ['DO-7K3-946', 'prefix', 'Diese Nummer ist nicht von uns. Unsere Nummern beginnen mit LU.'],
    ['LU-7A3-946', 'character', 'Das Zeichen „A“ kommt in unseren Nummern nicht vor. Bitte prüfen Sie es.'],
    ['LU-7K3-94?', 'character', 'Das Zeichen „?“ kommt in unseren Nummern nicht vor. Bitte prüfen Sie es.'],
    ['LU-7K3-964', 'typo', 'Diese Nummer hat einen Tippfehler. Bitte vergleichen Sie jedes Zeichen.'],
  ])('given %j, says %s', (input, expected, message) => {
    expect(parseCaseNumber(input, { prefix: 'LU' })).toEqual({ ok: false, cause: expected, message })
  })

  test('given English, answers in English', () => {
    const result = parseCaseNumber('LU-7K3-964', { lang: 'en' })
    expect(result).toMatchObject({
      message: 'This number has a typing error. Please compare each character.',
    })
  })

  test('given any text, answers without throwing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.option(fc.constant('LU'), { nil: '' }),
        (text, prefix) => {
          const result = parseCaseNumber(text, prefix === '' ? {} : { prefix })
          expect(result.ok ? isCaseNumber(result.value) : result.message.length > 0).toBe(true)
        },
      ),
    )
  })
})

test('given a number, spellOut says it by DIN 5009 and in English by ICAO', () => {
  expect(spellOut(example)).toEqual([
    'L wie Leipzig',
    'U wie Unna',
    'sieben',
    'K wie Köln',
    'drei',
    'neun',
    'vier',
    'sechs',
  ])
  expect(spellOut(example, 'en').slice(0, 3)).toEqual(['L as in Lima', 'U as in Uniform', 'seven'])
})
