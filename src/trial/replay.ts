import { cityOf, serviceHoursOf } from '../city/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { ANSWER_KINDS, answersFromEvents } from './answersFromEvents.ts'
import { type Answers, answersByDay, NO_ANSWERS } from './answersStore.ts'
import { figuresOfPeriod } from './callbackFigures/figuresOfPeriod.ts'
import type { GroupFigures } from './callbackFigures/figuresStore.ts'
import { foldPromises, groupsOfDay, PROMISE_KINDS } from './callbackFigures/foldPromises.ts'
import type { DayFigures } from './contract.ts'
import { emptyFigures, figuresFromEvents } from './figuresFromEvents.ts'
import { figuresFromTables } from './figuresFromTables.ts'
import { dayRange } from './localDay.ts'
import * as store from './store.ts'
import { TOLD_KINDS } from './toldEvents.ts'

/** A figure that the tables and the events do not agree on, for example `calls.answered`. */
export interface Difference {
  figure: string
  tables: number
  events: number
}

export interface ReplayedDay {
  day: string
  differences: readonly Difference[]
}

/**
 * Works out the figures of each day from the event log alone and compares them with the tables, both as they
 * were at one moment. A city that works meanwhile does not disturb it.
 * @param days local dates; all days on which events or tables have something when not given
 */
export function replay(db: Db, cityId: string, days?: readonly string[]): Promise<ReplayedDay[]> {
  return store.inOneMoment(db, async (tx) => {
    const { timeZone } = await cityOf(tx, cityId)
    const told = await figuresFromEvents(store.eventsOf(tx, cityId, TOLD_KINDS), timeZone)
    const promises = await foldPromises(store.eventsOf(tx, cityId, PROMISE_KINDS))
    const answers = await answersFromEvents(store.eventsOf(tx, cityId, ANSWER_KINDS), timeZone, ALL_OVER)
    const hours = await serviceHoursOf(tx, cityId)
    const all = days ?? [...told.keys(), ...(await store.daysWithRows(tx, cityId, timeZone))]
    const result: ReplayedDay[] = []
    for (const day of [...new Set(all)].toSorted()) {
      const city = { id: cityId, timeZone }
      const tables = await figuresFromTables(tx, city, day)
      const groups = await figuresOfPeriod(tx, city, { from: day, to: day })
      const answered = await answersByDay(tx, city, dayRange(day, timeZone), ALL_OVER)
      result.push({
        day,
        differences: [
          ...differencesOf(tables, told.get(day) ?? emptyFigures(day)),
          ...compare(answerValues(answered.get(day)), answerValues(answers.get(day))),
          ...compare(groupValues(groups), groupValues(groupsOfDay(promises, day, hours))),
        ],
      })
    }
    return result
  })
}

export const differencesOf = (tables: DayFigures, events: DayFigures): Difference[] =>
  compare(figures(tables), figures(events))

/** So late that the time of every case is over. */
const ALL_OVER = new Date('9999-12-31T00:00:00Z')

const answerValues = ({ answered24, decided24 }: Answers = NO_ANSWERS): Map<string, number> =>
  new Map([
    ['cases.answered24', answered24],
    ['cases.decided24', decided24],
  ])

/** What only one of both knows counts as 0 in the other. */
function compare(tables: ReadonlyMap<string, number>, events: ReadonlyMap<string, number>): Difference[] {
  return [...new Set([...tables.keys(), ...events.keys()])]
    .map((figure) => ({ figure, tables: tables.get(figure) ?? 0, events: events.get(figure) ?? 0 }))
    .filter((difference) => difference.tables !== difference.events)
}

/** "callbacksBy.team.01890a5d.kept"; a time that nobody knows is -1. */
function groupValues(groups: readonly GroupFigures[]): Map<string, number> {
  return new Map(
    groups.flatMap(({ by, key, figures: values }) =>
      Object.entries(values).map(([name, value]): [string, number] => [
        `callbacksBy.${by}.${key ? `${key}.` : ''}${name}`,
        value ?? -1,
      ]),
    ),
  )
}

function figures({ calls, waits, cases, callbacks, proposals }: DayFigures): Map<string, number> {
  const groups = Object.entries({ calls, waits, cases, callbacks, proposals })
  return new Map(
    groups.flatMap(([group, values]) =>
      Object.entries(values).map(([name, value]): [string, number] => [`${group}.${name}`, value]),
    ),
  )
}
