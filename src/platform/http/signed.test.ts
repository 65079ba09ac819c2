import fc from 'fast-check'
import { expect, test } from 'vitest'
import { signed, unsigned } from './signed.ts'

const key = Buffer.alloc(32, 7)

test('given any text, only the same key and purpose know it again', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const given = signed(key, 'guest', text)
      expect(unsigned(key, 'guest', given)).toBe(text)
      expect(unsigned(key, 'other', given)).toBeNull()
      expect(unsigned(Buffer.alloc(32, 8), 'guest', given)).toBeNull()
    }),
  )
})

test('given any change of a signed text, it is not ours', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1 }),
      fc.nat(),
      fc.string({ minLength: 1, maxLength: 1 }),
      (text, at, letter) => {
        const given = signed(key, 'guest', text)
        const place = at % text.length
        const changed = given.slice(0, place) + letter + given.slice(place + 1)
        fc.pre(changed !== given)
        expect(unsigned(key, 'guest', changed)).toBeNull()
      },
    ),
  )
  for (const nothing of ['', '.', 'a', 'a.', '.a', 'a.b']) expect(unsigned(key, 'guest', nothing)).toBeNull()
})
