import fc from 'fast-check'
import type { WeekOpening } from './serviceWeek.ts'

/** 'HH:MM' of minutes since midnight; 1440 is '24:00'. */
export const clockOfMinute = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** Any possible week, exact to the minute, with up to `most` openings a day. */
export function weeks(most: number): fc.Arbitrary<WeekOpening[]> {
  const cuts = fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { maxLength: most * 2 })
  return fc
    .tuple(...[1, 2, 3, 4, 5, 6, 7].map((weekday) => cuts.map((at) => openings(weekday, at))))
    .map((days) => days.flat())
}

function openings(weekday: number, cuts: readonly number[]): WeekOpening[] {
  const at = cuts.toSorted((a, b) => a - b).map(clockOfMinute)
  return at.flatMap((opens, index) => {
    const closes = at[index + 1]
    return index % 2 === 0 && closes !== undefined ? [{ weekday, opens, closes }] : []
  })
}
