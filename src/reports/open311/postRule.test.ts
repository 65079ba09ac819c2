import { expect, test } from 'vitest'
import { Failure } from './failure.ts'
import { readPosted } from './postRule.ts'

const read = (fields: Record<string, string | string[]>) =>
  readPosted(new Map(Object.entries(fields).map(([name, value]) => [name, [value].flat()])))

test('given both ways of writing a list, all its values count and empty ones do not', () => {
  const { answers } = read({
    service_code: 'muell',
    'attribute[was]': ['glas', ''],
    'attribute[was][]': ['holz'],
    'attribute[leer]': ' ',
  })
  expect(answers).toEqual({ was: ['glas', 'holz'] })
})

test('given an address, an id or a point, each is a place in words', () => {
  expect(read({ service_code: 'a', address_string: 'Am Markt 1', lat: '51.6', long: '7.5' })).toMatchObject({
    place: 'Am Markt 1',
    at: { lat: 51.6, lon: 7.5 },
  })
  expect(read({ service_code: 'a', lat: '51.6', long: '7.5' }).place).toBe('51.6, 7.5')
  expect(read({ service_code: 'a', address_id: '4711' }).place).toBe('Adresse 4711')
})

test.each([
  {},
  { service_code: '  ' },
  { service_code: 'a', lat: '51.6' },
  { service_code: 'a', lat: '91', long: '7' },
  { service_code: 'a', lat: 'x', long: 'y' },
  { service_code: 'a', media_url: 'file:///etc/passwd' },
  { service_code: 'a', media_url: 'javascript:alert(1)' },
])('given %j, it is refused', (fields) => {
  expect(() => read(fields)).toThrow(Failure)
})
