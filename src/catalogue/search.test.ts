import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCatalogue } from './readCatalogue.ts'
import { relevance } from './relevance.testkit.ts'
import { search } from './search.ts'
import { buildIndex } from './searchIndex.ts'

const reading = readCatalogue(readFileSync(new URL('services.json', import.meta.url), 'utf8'))
if (!reading.ok) throw new Error(reading.errors.map((error) => error.message).join('\n'))
const { services } = reading
const index = buildIndex(services)
const found = (query: string, limit = 3) => search(index, query, limit).map(({ service }) => service.id)

describe('relevance of the search', () => {
  it.each(relevance)('given "%s", finds %s among the first %i', (query, id, within) => {
    expect(found(query, within)).toContain(id)
  })

  it('given all queries, finds nine of ten in first place', () => {
    const first = relevance.filter(([query, id]) => found(query, 1).includes(id)).length
    const top = relevance.filter(([query, id]) => found(query).includes(id)).length
    const share = (count: number) => `${((100 * count) / relevance.length).toFixed(1)} %`
    process.stdout.write(`${relevance.length} queries: first ${share(first)}, among three ${share(top)}\n`)
    expect(first / relevance.length).toBeGreaterThan(0.9)
  })

  it.each(services.map(({ id, name }) => [name, id]))(
    'given its exact name "%s", finds %s first',
    (name, id) => {
      expect(found(name, 1)).toEqual([id])
    },
  )
})

describe('search', () => {
  it.each([
    '',
    '   ',
    '!?',
    'asdfghjkl',
    'xqzw',
    'pizza bestellen',
    'guten tag',
    'ich möchte bitte',
    '0815 4711',
  ])('given "%s", finds nothing', (query) => {
    expect(found(query)).toEqual([])
  })

  it.each([
    ['führungszeugnis', 'fuehrungszeugnis'],
    ['führungszeugnis', 'fuhrungszeugnis'],
    ['Straße', 'strasse'],
    ['mülltonne', 'MUELLTONNE'],
    ['wohnsitz', '  wohnsitz  '],
    ['führungszeugnis', 'fu\u0308hrungszeugnis'],
  ])('given "%s" and "%s", finds the same', (one, other) => {
    expect(search(index, other, 9)).toEqual(search(index, one, 9))
  })

  it('given equal scores, keeps the order of the catalogue', () => {
    const twins = services.slice(0, 3).map((service, position) => ({
      ...services[0],
      ...service,
      id: `twin-${position}`,
      name: 'Zwilling',
      plainName: 'Zwilling',
      synonyms: [],
    }))
    expect(search(buildIndex(twins), 'zwilling', 9).map(({ service }) => service.id)).toEqual([
      'twin-0',
      'twin-1',
      'twin-2',
    ])
  })

  it('given a limit, finds no more, and the best of them', () => {
    expect(found('ausweis', 2)).toEqual(found('ausweis', 9).slice(0, 2))
    expect(found('ausweis', 0)).toEqual([])
  })

  it('given an empty catalogue, finds nothing', () => {
    expect(search(buildIndex([]), 'ausweis', 3)).toEqual([])
  })

  it('given any text, never throws, scores between 0 and 1, best first', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const scores = search(index, text, 100).map(({ score }) => score)
        expect(scores.every((score) => score > 0 && score <= 1)).toBe(true)
        expect(scores).toEqual([...scores].sort((a, b) => b - a))
      }),
      { numRuns: 500 },
    )
  })
})

const longWords = services.flatMap(({ id, name }) =>
  [...name.matchAll(/\p{L}{6,}/gu)].map((match) => ({ id, name, start: match.index, word: match[0] })),
)
const slips: Record<string, (word: string, at: number, letter: string) => string> = {
  'a wrong letter': (word, at, letter) => word.slice(0, at) + letter + word.slice(at + 1),
  'a missing letter': (word, at) => word.slice(0, at) + word.slice(at + 1),
  'two letters swapped': (word, at) =>
    word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
}

describe('typing errors', () => {
  it.each(Object.entries(slips))('given a name with %s in a long word, finds it among three', (_, slip) => {
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzäöüß')
    fc.assert(
      fc.property(
        fc.constantFrom(...longWords),
        fc.nat(),
        letter,
        ({ id, name, start, word }, position, letter) => {
          const wrong = slip(word, position % word.length, letter)
          expect(found(name.slice(0, start) + wrong + name.slice(start + word.length))).toContain(id)
        },
      ),
      { numRuns: 1500 },
    )
  })
})
