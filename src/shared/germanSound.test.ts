import { expect, test } from 'vitest'
import { germanSound } from './germanSound.ts'

// The examples of the published description.
test.each([
  ['muellerluedenscheidt', '65752682'],
  ['wikipedia', '3412'],
  ['breschnew', '17863'],
])('given %s, it sounds like %s', (word, sound) => {
  expect(germanSound(word)).toBe(sound)
})

test.each([
  ['vogel', 'fogel'],
  ['schiller', 'schyler'],
  ['philipp', 'filip'],
  ['meyer', 'maier'],
])('given %s and %s, they sound alike', (one, other) => {
  expect(germanSound(one)).toBe(germanSound(other))
})

test('given signs that are no letters, they are silent', () => {
  expect(germanSound('17')).toBe('')
})
