import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clockOfMinute, weeks } from '../../shared/serviceWeek.testkit.ts'
import type { WeekOpening } from '../../shared/serviceWeek.ts'
import { PAUSE, promptOf } from './registry.ts'
import { sayTimeOfDay } from './say.ts'
import { sayWeek } from './sayWeek.ts'
import { WEEKDAYS } from './words.ts'

const aloud = (names: readonly string[]): string =>
  names
    .map((name) => (name === PAUSE ? ',' : (promptOf(name, 'de')?.text ?? `<${name}>`)))
    .join(' ')
    .replaceAll(' ,', ',')

/** '1-3 08:00-12:30' */
const on = (days: string, ...spans: string[]): WeekOpening[] => {
  const [first = 1, last = first] = days.split('-').map(Number)
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).flatMap((weekday) =>
    spans.map((span) => {
      const [opens = '', closes = ''] = span.split('-')
      return { weekday, opens, closes }
    }),
  )
}

test.each([
  [
    'of a city hall',
    [
      ...on('1-3', '08:00-12:30', '13:30-16:00'),
      ...on('4', '09:00-12:30', '13:30-18:00'),
      ...on('5', '08:00-12:30'),
    ],
    'Montag bis Mittwoch von acht Uhr bis zwölf Uhr dreißig und von dreizehn Uhr dreißig bis sechzehn Uhr, ' +
      'Donnerstag von neun Uhr bis zwölf Uhr dreißig und von dreizehn Uhr dreißig bis achtzehn Uhr, ' +
      'Freitag von acht Uhr bis zwölf Uhr dreißig',
  ],
  [
    'with equal days apart',
    [...on('1-2', '08:00-16:00'), ...on('4', '08:00-16:00'), ...on('3', '08:00-12:00')],
    'Montag Dienstag und Donnerstag von acht Uhr bis sechzehn Uhr, Mittwoch von acht Uhr bis zwölf Uhr',
  ],
  [
    'with a longer day in the middle',
    [...on('1-3', '07:05-13:00'), ...on('5', '07:05-13:00')],
    'Montag bis Mittwoch und Freitag von sieben Uhr fünf bis dreizehn Uhr',
  ],
  ['of two days', on('6-7', '10:00-11:00'), 'Samstag und Sonntag von zehn Uhr bis elf Uhr'],
  [
    'of three openings on a day, in any order',
    on('2', '15:00-16:00', '01:00-02:00', '09:00-12:00'),
    'Dienstag von ein Uhr bis zwei Uhr von neun Uhr bis zwölf Uhr und von fünfzehn Uhr bis sechzehn Uhr',
  ],
  ['that never closes', on('1-7', '00:00-24:00'), 'Montag bis Sonntag rund um die Uhr'],
  [
    'with an opening in two parts without a gap, until midnight',
    on('5', '08:00-12:00', '12:00-24:00'),
    'Freitag von acht Uhr bis vierundzwanzig Uhr',
  ],
  ['without hours', [], ''],
] as const)('given a week %s, says it', (_what, week, said) => {
  expect(aloud(sayWeek(week))).toBe(said)
})

test('given every minute of the day, has a prompt for each word', () => {
  const times = Array.from({ length: 24 * 60 + 1 }, (_, minute) => clockOfMinute(minute))
  const unknown = times.flatMap((time) => sayTimeOfDay(time).filter((name) => !promptOf(name, 'de')))
  expect(unknown).toEqual([])
})

test('given any week, has a prompt for each word, and who listens can write the week down again', () => {
  fc.assert(
    fc.property(weeks(3), (week) => {
      const said = sayWeek(week)
      expect(said.filter((name) => name !== PAUSE && !promptOf(name, 'de'))).toEqual([])
      expect(writtenDown(said).toSorted()).toEqual(week.map(textOf).toSorted())
    }),
  )
})

const textOf = ({ weekday, opens, closes }: WeekOpening): string => `${weekday} ${opens}-${closes}`

/** '1 08:00-12:30' for each opening that is heard. */
function writtenDown(said: readonly string[]): string[] {
  const groups = said.join(' ').split(` ${PAUSE} `)
  return groups.flatMap((group) => {
    const [, days = '', hours = ''] = /^(.*?) ((?:von|rund).*)$/.exec(group) ?? []
    return daysIn(days).flatMap((weekday) => spansIn(hours).map((span) => `${weekday} ${span}`))
  })
}

function daysIn(text: string): number[] {
  const words = text.split(' ').filter((word) => word !== 'und')
  const numbers = words.map((word) => WEEKDAYS.indexOf(word) + 1)
  return numbers.flatMap((day, index) => {
    if (day > 0) return [day]
    const from = numbers[index - 1] ?? 0
    return Array.from({ length: (numbers[index + 1] ?? 0) - from - 1 }, (_, n) => from + n + 1)
  })
}

function spansIn(text: string): string[] {
  if (text === 'rund-um-die-uhr') return ['00:00-24:00']
  const time = 'zahl-(ein|\\d+) uhr(?: zahl-(\\d+))?'
  return [...text.matchAll(new RegExp(`von ${time} bis ${time}`, 'g'))].map(([, ...parts]) => {
    const [h1, m1, h2, m2] = parts.map((part) => (part === 'ein' ? 1 : Number(part ?? 0)))
    return `${clockOfMinute((h1 ?? 0) * 60 + (m1 ?? 0))}-${clockOfMinute((h2 ?? 0) * 60 + (m2 ?? 0))}`
  })
}
