import { expect, test } from 'vitest'
import { spelling } from './spelling.ts'

test('given the whole alphabet, every letter has a word that begins with it', () => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  for (const lang of ['de', 'en'] as const) {
    const words = spelling(letters, lang).map((text) => text.split(' ').at(-1) ?? '')
    expect(words.map((word) => word.charAt(0)).join('')).toBe(letters)
  }
})

test('given hyphens and lower case, says letters and digits only', () => {
  expect(spelling('y-29')).toEqual(['Y wie Ypsilon', 'zwo', 'neun'])
})
