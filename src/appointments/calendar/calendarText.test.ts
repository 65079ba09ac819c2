import fc from 'fast-check'
import ical from 'ical.js'
import { describe, expect, test } from 'vitest'
import { escapeText, fileOf, fold, quoted } from './calendarText.ts'

/** Umlauts, emoji, signs with a meaning of their own, and breaks. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom('ä', 'ß', '„', '👩‍👧', '\\', ';', ',', ':', '"', '\n', '\\n', ' '),
  ),
  maxLength: 300,
})
const octets = (text: string): number => Buffer.byteLength(text)
const unfold = (text: string): string => text.replace(/\r\n /g, '')

describe('fold', () => {
  test.each([
    ['75 octets', 'a'.repeat(75), ['a'.repeat(75)]],
    ['76 octets', 'a'.repeat(76), ['a'.repeat(75), ' a']],
    ['a character across the bound', `${'a'.repeat(74)}ä`, ['a'.repeat(74), ' ä']],
    ['four octets across the bound', `${'a'.repeat(72)}🪪b`, ['a'.repeat(72), ' 🪪b']],
    ['nothing', '', ['']],
  ])('given %s, breaks it between characters', (_what, line, pieces) => {
    expect(fold(line).split('\r\n')).toEqual(pieces)
  })

  test('given any text, no line is over 75 octets, each is whole UTF-8, and together they are the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const line = escapeText(text)
        const folded = fold(line)
        for (const piece of folded.split('\r\n')) {
          expect(octets(piece)).toBeLessThanOrEqual(75)
          expect(Buffer.from(piece).toString()).toBe(piece)
        }
        expect(unfold(folded)).toBe(line)
      }),
    )
  })
})

describe('escapeText', () => {
  test('given signs with a meaning, they are escaped', () => {
    expect(escapeText('Rathaus; Raum 1, 2 \\ links\r\nEG')).toBe('Rathaus\\; Raum 1\\, 2 \\\\ links\\nEG')
  })

  test('given any text, an independent parser reads it back, but for control characters', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const file = fileOf(['BEGIN:VEVENT', `DESCRIPTION:${escapeText(text)}`, 'END:VEVENT'])
        const read = new ical.Component(ical.parse(file)).getFirstPropertyValue('description')
        expect(read).toBe(
          text
            .toWellFormed()
            .replace(/\r\n?/g, '\n')
            .replace(/(?!\n)\p{Cc}/gu, ' '),
        )
      }),
    )
  })
})

test('given any name of an organizer, no quotation mark or break in it ends the parameter', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const value = quoted(text)
      expect(value.slice(1, -1)).not.toMatch(/["\r\n]/)
    }),
  )
})
