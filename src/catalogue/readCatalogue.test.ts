import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCatalogue, readCatalogue } from './readCatalogue.ts'

const text = readFileSync(new URL('services.json', import.meta.url), 'utf8')
const service = {
  id: 'hund',
  leikaKey: null,
  name: 'Hund anmelden',
  plainName: 'Einen Hund anmelden',
  synonyms: [],
  channel: 'online',
  minutes: 5,
  documents: [],
  feeEuro: 16.8,
  department: 'Steuern',
  responsible: 'city',
  source: 'https://example.org/',
  basis: {},
}
const messages = (data: unknown) => {
  const reading = checkCatalogue(data)
  return reading.ok ? [] : reading.errors.map((error) => error.message)
}

describe('readCatalogue', () => {
  it('given the catalogue of the product, reads every service', () => {
    const reading = readCatalogue(text)
    expect(reading.ok && reading.services).toEqual(JSON.parse(text))
  })

  it('given no JSON, says so', () => {
    expect(readCatalogue('[{')).toEqual({
      ok: false,
      errors: [
        { entry: 0, id: null, field: null, message: 'Die Datei mit den Leistungen ist kein gültiges JSON.' },
      ],
    })
  })

  it.each([
    [{}, 'Die Datei mit den Leistungen muss eine Liste sein.'],
    [[7], 'Eintrag 1 muss ein Objekt mit den Feldern einer Leistung sein.'],
    [
      [{ ...service, minutes: 0 }],
      'Eintrag 1 (Leistung „hund“), Feld „minutes“, muss eine ganze Zahl von 1 bis 480 sein.',
    ],
    [
      [{ ...service, feeEuro: 1.234 }],
      'Eintrag 1 (Leistung „hund“), Feld „feeEuro“, muss ein Betrag von 0 bis 100.000 Euro mit höchstens zwei Nachkommastellen oder leer (null) sein.',
    ],
    [
      [{ ...service, channel: 'fax' }],
      'Eintrag 1 (Leistung „hund“), Feld „channel“, muss in-person, mixed, phone, email oder online sein.',
    ],
    [
      [{ ...service, name: '  ' }],
      'Eintrag 1 (Leistung „hund“), Feld „name“, muss ausgefüllt sein (höchstens 120 Zeichen).',
    ],
    [[{ ...service, colour: 'red' }], 'Eintrag 1 (Leistung „hund“), Feld „colour“, ist unbekannt.'],
    [
      [{ ...service, source: 'javascript:alert(1)' }],
      'Eintrag 1 (Leistung „hund“), Feld „source“, muss eine Webadresse (https://…) oder eine Liste von Webadressen sein.',
    ],
    [
      [service, service],
      'Eintrag 2 (Leistung „hund“), Feld „id“, kommt schon in Eintrag 1 vor und darf nur einmal vorkommen.',
    ],
  ])('given a mistake, names its place: %j', (data, message) => {
    expect(messages(data)).toEqual([message])
  })

  it('given several mistakes, reports each field once', () => {
    const errors = messages([
      { ...service, documents: ['', ''], minutes: 'lang' },
      { ...service, id: 'Ü' },
    ])
    expect(errors).toHaveLength(3)
  })

  it('given any JSON, never throws', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void readCatalogue(JSON.stringify(value))))
    fc.assert(fc.property(fc.string(), (value) => void readCatalogue(value)))
  })
})
