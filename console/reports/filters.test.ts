import { expect, test } from 'vitest'
import { askedBy, emptySentence, filtersSchema } from './filters.ts'

test('given an address somebody typed, what is not known is left out', () => {
  expect(filtersSchema.parse({ zeigen: 'alles', wer: 'du', kategorie: 'strasse' })).toEqual({
    kategorie: 'strasse',
  })
})

test('given nothing, asks for every open report', () => {
  expect(askedBy({})).toEqual({ show: 'open', who: 'all' })
})

test('given a choice, asks for it', () => {
  expect(askedBy({ zeigen: 'beantwortet', wer: 'niemand', kategorie: 'muell' })).toEqual({
    show: 'ended',
    who: 'nobody',
    category: 'muell',
  })
  expect(askedBy({ wer: 'meine' }).who).toBe('mine')
})

test('given a team and words, asks for them; a team that is none is left out', () => {
  const team = '019ab1de-7a10-7c3e-8f00-0123456789ab'
  expect(askedBy(filtersSchema.parse({ team, worte: ' Loch ' }))).toMatchObject({ team, words: 'Loch' })
  expect(filtersSchema.parse({ team: 'x', worte: '  ' })).toEqual({})
  expect(emptySentence({ worte: 'Loch' })).toContain('Loch')
})

test('given an empty list, the sentence says whether the choice is the reason', () => {
  expect(emptySentence({})).toContain('Keine Meldung ist offen')
  expect(emptySentence({ wer: 'meine' })).toContain('zugewiesen')
  expect(emptySentence({ wer: 'meine', kategorie: 'muell' })).toContain('Auswahl')
  expect(emptySentence({ zeigen: 'beantwortet' })).toContain('beantwortet')
})
