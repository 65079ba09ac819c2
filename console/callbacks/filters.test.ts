import { expect, test } from 'vitest'
import type { WorklistItem } from '../../src/callbacks/contract.ts'
import { filtered, filtersSchema, nextOf } from './filters.ts'

const NOW = Date.parse('2026-11-23T13:20:00Z')
const item = (id: string, more: Partial<WorklistItem> = {}): WorklistItem => ({
  id,
  caseId: id,
  caseNumber: id,
  practice: false,
  teamId: 't',
  summary: '',
  serviceId: null,
  serviceName: null,
  language: 'de',
  dueFrom: '2026-11-23T13:00:00.000Z',
  dueUntil: '2026-11-23T14:00:00.000Z',
  dueText: '',
  attempts: 0,
  lastAttempt: null,
  state: 'waiting',
  owner: null,
  mine: false,
  reservedFor: null,
  risk: 'due',
  ...more,
})
const anna = { id: 'a', name: 'Anna', me: false, away: null, free: false }
const list = [
  item('plain'),
  item('later', { dueFrom: '2026-11-23T14:00:00.000Z' }),
  item('pass', { serviceId: 'reisepass' }),
  item('tr', { language: 'tr' }),
  item('hand', { state: 'taken', mine: true, language: 'tr' }),
  item('for-me', { reservedFor: { ...anna, me: true, free: true } }),
  item('for-anna', { reservedFor: anna }),
]
const shown = (filters: Parameters<typeof filtered>[1], spoken: Parameters<typeof filtered>[2] = []) =>
  filtered(list, filters, spoken, NOW).map(({ id }) => id)

test('given no filter, everything is shown', () => {
  expect(shown({})).toHaveLength(list.length)
})

test('given mine, what I have in hand and what waits for me', () => {
  expect(shown({ wer: 'meine' })).toEqual(['hand', 'for-me'])
})

test('given due, what has not begun is left out', () => {
  expect(shown({ wer: 'faellig' })).not.toContain('later')
})

test('given a service, only that', () => {
  expect(shown({ leistung: 'reisepass' })).toEqual(['pass'])
})

test('given the own languages, other ones are left out, but never what is in hand', () => {
  expect(shown({}, ['de'])).toEqual(['plain', 'later', 'pass', 'hand', 'for-me', 'for-anna'])
  expect(shown({ sprache: 'alle' }, ['de'])).toContain('tr')
  expect(shown({ sprache: 'tr' }, ['de'])).toEqual(['tr', 'hand', 'for-me'])
})

test('given an address somebody typed, what is not known is left out', () => {
  expect(filtersSchema.parse({ wer: 'alle', sprache: 'xx', ansicht: 'laut', leistung: 'reisepass' })).toEqual(
    {
      leistung: 'reisepass',
    },
  )
  expect(nextOf({ sprache: 'alle' })).toEqual({})
  expect(nextOf({ sprache: 'tr', leistung: 'x' })).toEqual({ serviceId: 'x', language: 'tr' })
})
