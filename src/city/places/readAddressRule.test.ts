import { expect, test } from 'vitest'
import { foldStreet } from './foldStreet.ts'
import { readAddress } from './readAddressRule.ts'

test.each([
  'Münsterstraße',
  'münsterstr.',
  'Muensterstr',
  'MÜNSTERSTRASSE',
  'Münster Straße',
  'Münster-Str.',
  'münsterstra',
])('given %s, it is the same street', (name) => {
  expect(foldStreet(name)).toBe('muensterstr')
})

test.each([
  ['Marktpl. ', 'marktplatz'],
  ['St.-Georg-Kirchplatz', 'sanktgeorgkirchplatz'],
  ['Am Strand', 'amstrand'],
  ['Straße des 17. Juni', 'strdes17juni'],
  ['Rue de l’Église', 'ruedeleglise'],
])('given %s, it folds to %s', (name, key) => {
  expect(foldStreet(name)).toBe(key)
})

const nothing = { addition: '', postcode: null, rest: [] }
test.each([
  ['Hauptstr. 5', { ...nothing, key: 'hauptstr', number: 5 }],
  ['Hauptstraße 5 A', { ...nothing, key: 'hauptstr', number: 5, addition: 'a' }],
  ['hauptstr.5a', { ...nothing, key: 'hauptstr', number: 5, addition: 'a' }],
  ['Hauptstraße 5-7', { ...nothing, key: 'hauptstr', number: 5, addition: '-7' }],
  ['Hauptstraße', { ...nothing, key: 'hauptstr', number: null }],
  ['Straße des 17. Juni', { ...nothing, key: 'strdes17juni', number: null }],
  ['Straße des 17. Juni 135', { ...nothing, key: 'strdes17juni', number: 135 }],
  [
    'Hauptstraße 5, 44532 Mitte',
    { key: 'hauptstr', number: 5, addition: '', postcode: '44532', rest: ['mitte'] },
  ],
  [
    '44532 Mitte, Hauptstraße 5',
    { key: 'hauptstr', number: 5, addition: '', postcode: '44532', rest: ['mitte'] },
  ],
  ['Hauptstraße 5, beim Kiosk', { ...nothing, key: 'hauptstr', number: 5, rest: ['beim kiosk'] }],
  ['neben der Bank am Spielplatz', { ...nothing, key: 'nebenderbankamspielplatz', number: null }],
  ['12', { ...nothing, key: '12', number: null }],
  ['', { ...nothing, key: '', number: null }],
])('given %s, it is read', (text, typed) => {
  expect(readAddress(text)).toEqual(typed)
})
