import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstWord } from './sha256.ts'

test('given any short text, it is what the library of this machine says', () => {
  const ascii = fc.string({ unit: 'grapheme-ascii', maxLength: 55 })
  fc.assert(
    fc.property(ascii, (text) => {
      expect(firstWord(text)).toBe(createHash('sha256').update(text).digest().readUInt32BE(0))
    }),
    { numRuns: 500 },
  )
})

test('given a text of more than one block, refuses', () => {
  expect(() => firstWord('x'.repeat(56))).toThrow(RangeError)
})
