import { expect, test } from 'vitest'
import type { PublicReport } from '../../../reports/index.ts'
import { groupByStreet } from './groupRule.ts'

const at = new Date('2026-11-23T08:00:00Z')
const report = (number: string, street: string | null): PublicReport => ({
  caseId: number,
  number,
  state: 'received',
  categoryId: 'strasse',
  category: 'Straße',
  description: '',
  place: null,
  street,
  isPrivate: false,
  lat: null,
  lon: null,
  requestedAt: at,
  updatedAt: at,
  expectedAt: at,
  photoId: null,
})

test('given reports of many streets, districts and streets are in the order of the alphabet, what has no name last', () => {
  const districts = new Map([
    ['Ährenweg', 'Süd'],
    ['Zechenstraße', 'Mitte'],
    ['Am Markt', 'Mitte'],
  ])
  const grouped = groupByStreet(
    [
      report('1', null),
      report('2', 'Zechenstraße'),
      report('3', 'Hauptstraße'),
      report('4', 'Ährenweg'),
      report('5', 'Am Markt'),
      report('6', 'Zechenstraße'),
    ],
    districts,
  )
  const shown = grouped.map(({ name, streets }) => [
    name,
    streets.map((street) => [street.name, street.reports.map(({ number }) => number)]),
  ])
  expect(shown).toEqual([
    [
      'Mitte',
      [
        ['Am Markt', ['5']],
        ['Zechenstraße', ['2', '6']],
      ],
    ],
    ['Süd', [['Ährenweg', ['4']]]],
    [
      null,
      [
        ['Hauptstraße', ['3']],
        [null, ['1']],
      ],
    ],
  ])
})

test('given no report, there is no group', () => {
  expect(groupByStreet([], new Map())).toEqual([])
})
