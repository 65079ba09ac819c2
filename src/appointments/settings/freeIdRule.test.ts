import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freeIdOf } from './freeIdRule.ts'

test.each([
  ['a new word', 'rathaus', [], 'rathaus'],
  ['a word that is taken', 'rathaus', ['rathaus', 'rathaus-2'], 'rathaus-3'],
  ['a word that would end in a hyphen when cut', `${'a'.repeat(39)}-b`, [], 'a'.repeat(39)],
  ['one letter', 'r', [], null],
])('given %s, the id is free', (_what, word, taken, expected) => {
  expect(freeIdOf(word, taken)).toBe(expected)
})

test('given any words one after the other, each has an id of its own that the database takes', () => {
  const word = fc.stringMatching(/^[a-z0-9]{2,12}(-[a-z0-9]{1,20}){0,3}$/)
  fc.assert(
    fc.property(fc.array(word, { maxLength: 20 }), (words) => {
      const ids: string[] = []
      for (const one of words) ids.push(freeIdOf(one, ids) ?? '')
      expect(new Set(ids).size).toBe(words.length)
      for (const id of ids) expect(id).toMatch(/^(?=.{2,40}$)[a-z0-9]+(-[a-z0-9]+)*$/)
    }),
  )
})
