import { sql } from 'kysely'
import { serviceHoursOf } from '../../src/city/index.ts'
import type { Month } from './runMonth.ts'

export interface Share {
  kept: number
  decided: number
}

/** What became of a month's promises. */
export interface Figures {
  promised: number
  kept: number
  withdrawn: number
  brokenBy: ReadonlyMap<string, number>
  /** From the promise to the end of its window: service hours and hours of the clock. */
  distance: { serviceHours: number; hours: number }
  windowHours: number
  attempts: number
  reached: number
  /** By the day on which the window ends. */
  days: ReadonlyMap<string, Share>
  weeks: ReadonlyMap<string, Share>
}

export async function figuresOf({ office }: Month): Promise<Figures> {
  const { platform, city } = office
  const hours = await serviceHoursOf(platform.db, city.cityId)
  const { rows } = await sql<Row>`select promise, cause, promised_at, window_start, window_end from callback
    where city_id = ${city.cityId}`.execute(platform.db)
  const made = await sql<{ attempts: number; reached: number }>`select count(*)::int as attempts,
    count(*) filter (where result = 'reached')::int as reached
    from attempt where city_id = ${city.cityId}`.execute(platform.db)
  const of = (state: string): Row[] => rows.filter(({ promise }) => promise === state)
  const brokenBy = Map.groupBy(of('broken'), ({ cause }) => cause ?? 'unknown')
  return {
    promised: rows.length,
    kept: of('kept').length,
    withdrawn: of('withdrawn').length,
    brokenBy: new Map([...brokenBy].map(([cause, of]) => [cause, of.length])),
    distance: {
      serviceHours: mean(rows.map((row) => hours.between(row.promised_at, row.window_end))) / HOUR,
      hours: mean(rows.map((row) => row.window_end.getTime() - row.promised_at.getTime())) / HOUR,
    },
    windowHours: mean(rows.map((row) => hours.between(row.window_start, row.window_end))) / HOUR,
    attempts: made.rows[0]?.attempts ?? 0,
    reached: made.rows[0]?.reached ?? 0,
    days: sharesBy(rows, (row) => hours.dateOf(row.window_end)),
    weeks: sharesBy(rows, (row) => mondayOf(hours.dateOf(row.window_end))),
  }
}

interface Row {
  promise: string
  cause: string | null
  promised_at: Date
  window_start: Date
  window_end: Date
}

const HOUR = 3_600_000
const DAY = 86_400_000
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

function sharesBy(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Share> {
  const decided = rows.filter(({ promise }) => promise === 'kept' || promise === 'broken')
  return new Map(
    [...Map.groupBy(decided, keyOf)]
      .map(([key, of]): [string, Share] => [
        key,
        { kept: of.filter(({ promise }) => promise === 'kept').length, decided: of.length },
      ])
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
}

function mondayOf(date: string): string {
  const day = new Date(`${date}T12:00:00Z`)
  return new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * DAY).toISOString().slice(0, 10)
}

/** Kept of those that are decided, 0 to 1. */
export const keptShare = ({ days }: Pick<Figures, 'days'>): number => {
  const all = [...days.values()]
  return all.reduce((sum, { kept }) => sum + kept, 0) / all.reduce((sum, { decided }) => sum + decided, 0)
}

/** The day or week that was kept least. */
export const worst = (shares: ReadonlyMap<string, Share>): [string, Share] | null =>
  [...shares].toSorted(([, a], [, b]) => a.kept / a.decided - b.kept / b.decided)[0] ?? null
