import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fillIn, unknownPlaceholders } from './fillRule.ts'

const values = { Nummer: 'LU-7K3-94Q', Rufnummer: '02306 104', Servicezeiten: 'heute bis 16 Uhr' }

test('given placeholders, each is filled in as often as it stands there', () => {
  expect(fillIn('{Nummer} unter {Rufnummer}, {Nummer}', values)).toBe(
    'LU-7K3-94Q unter 02306 104, LU-7K3-94Q',
  )
})

test('given other braces, they stay and are named', () => {
  expect(fillIn('{Name}', values)).toBe('{Name}')
  expect(unknownPlaceholders('{Nummer} {Name} {}')).toEqual(['Name', ''])
})

test('for any text without braces, nothing changes, and what is filled in is not read again', () => {
  const plain = fc.string().filter((text) => !/[{}]/.test(text))
  fc.assert(
    fc.property(plain, (text) => {
      expect(fillIn(text, values)).toBe(text)
    }),
  )
  fc.assert(
    fc.property(plain, (text) => {
      const odd = { ...values, Nummer: `${text}$&{Rufnummer}` }
      expect(fillIn('{Nummer}', odd)).toBe(odd.Nummer)
    }),
  )
})
