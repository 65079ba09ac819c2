import { expect, test } from 'vitest'
import { lettersOf } from './cutFonts.vite.ts'

test('given spans as CSS writes them, names each letter', () => {
  expect(lettersOf('U+0041-0043, U+20AC,\n U+00DF')).toBe('ABC€ß')
})
