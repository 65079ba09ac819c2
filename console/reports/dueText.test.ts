import { expect, test } from 'vitest'
import { dueText } from './dueText.ts'

const NOW = Date.parse('2026-11-23T13:20:00Z')
const said = (dueAt: string, state: 'received' | 'planned' = 'received') =>
  dueText({ state, dueAt }, NOW, 'Europe/Berlin')

test.for([
  ['2026-11-26T15:00:00.000Z', 'Antwort bis Donnerstag, 26. November'],
  ['2026-11-23T15:00:00.000Z', 'Antwort bis heute'],
  ['2026-11-24T09:00:00.000Z', 'Antwort bis morgen'],
  ['2026-11-23T09:30:00.000Z', 'überfällig seit 10:30'],
  ['2026-11-22T09:30:00.000Z', 'überfällig seit gestern, 10:30'],
  ['2026-11-19T15:00:00.000Z', 'überfällig seit Do., 19.11., 16:00'],
])('given an answer due at %s, says "%s"', ([dueAt = '', text]) => {
  expect(said(dueAt)).toBe(text)
})

test('given a planned day, it is called planned until it is over', () => {
  expect(said('2027-01-15T15:00:00.000Z', 'planned')).toBe('geplant bis Freitag, 15. Januar 2027')
  expect(said('2026-11-22T09:30:00.000Z', 'planned')).toBe('überfällig seit gestern, 10:30')
})
