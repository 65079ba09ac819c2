import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askedBy, readFilter } from './readAsked.ts'

const read = (query: Record<string, string>) => readFilter((name) => query[name])

test('given nothing or nonsense, everything is asked for', () => {
  const all = { words: '', categoryId: null, state: null, after: null }
  expect(askedBy(read({}), undefined)).toEqual(all)
  expect(askedBy(read({ q: ' \0 ', kategorie: '../x', stand: 'egal' }), "1' or 1=1")).toEqual(all)
})

test('given a filter, it is read as it is written, and cut where it is too long', () => {
  expect(read({ q: ' Platte ', kategorie: 'strasse', stand: 'offen' })).toEqual({
    q: 'Platte',
    kategorie: 'strasse',
    stand: 'offen',
  })
  expect(read({ q: 'a'.repeat(500) }).q).toHaveLength(200)
})

test('for any query, what is read is read again the same', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('q', 'kategorie', 'stand'), fc.string()), (query) => {
      const once = read(query)
      expect(read({ ...once })).toEqual(once)
    }),
  )
})
