import { expect, test } from 'vitest'
import { sizeInWords } from './sizeInWords.ts'

test.each([
  [1, '1 kB'],
  [1024, '1 kB'],
  [840 * 1024, '840 kB'],
  [1024 * 1024 - 1, '1 MB'],
  [2.44 * 1024 * 1024, '2,4 MB'],
  [10 * 1024 * 1024, '10 MB'],
])('given %d bytes, says %s', (bytes, said) => {
  expect(sizeInWords(bytes)).toBe(said)
})
