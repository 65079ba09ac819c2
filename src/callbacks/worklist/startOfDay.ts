import { Temporal } from 'temporal-polyfill'

/** Local midnight of the day of an instant. */
export function startOfDay(at: Date, timeZone: string): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone)
  return new Date(local.startOfDay().epochMilliseconds)
}
