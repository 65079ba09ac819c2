import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanLine, cleanText } from './cleanText.ts'

test('given signs that nobody sees, they are gone', () => {
  expect(cleanText('a\u0000b\u000Cc\u202Egpj\uFEFF')).toBe('abcgpj')
  expect(cleanText(' a\r\nb\rc ')).toBe('a\nb\nc')
  expect(cleanLine('a\r\n\t b')).toBe('a b')
  expect(cleanText('gru\u0308n')).toBe('grün')
})

test('for any text, what comes out is legal in XML 1.0 and stays as it is the second time', () => {
  const legal = /^[\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const clean = cleanText(text)
      expect(clean).toMatch(legal)
      expect(cleanText(clean)).toBe(clean)
    }),
  )
})
