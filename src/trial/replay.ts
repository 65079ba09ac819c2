import { cityOf } from '../city/index.ts'
import type { Db } from '../platform/db/connect.ts'
import type { DayFigures } from './contract.ts'
import { emptyFigures, figuresFromEvents } from './figuresFromEvents.ts'
import { figuresFromTables } from './figuresFromTables.ts'
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
    const all = days ?? [...told.keys(), ...(await store.daysWithRows(tx, cityId, timeZone))]
    const result: ReplayedDay[] = []
    for (const day of [...new Set(all)].toSorted()) {
      const tables = await figuresFromTables(tx, { id: cityId, timeZone }, day)
      result.push({ day, differences: differencesOf(tables, told.get(day) ?? emptyFigures(day)) })
    }
    return result
  })
}

export function differencesOf(tables: DayFigures, events: DayFigures): Difference[] {
  const told = figures(events)
  return [...figures(tables)]
    .map(([figure, value]) => ({ figure, tables: value, events: told.get(figure) ?? 0 }))
    .filter((difference) => difference.tables !== difference.events)
}

function figures({ calls, waits, cases, callbacks, proposals }: DayFigures): Map<string, number> {
  const groups = Object.entries({ calls, waits, cases, callbacks, proposals })
  return new Map(
    groups.flatMap(([group, values]) =>
      Object.entries(values).map(([name, value]): [string, number] => [`${group}.${name}`, value]),
    ),
  )
}
