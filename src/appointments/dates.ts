import { Temporal } from 'temporal-polyfill'

/** The local date 'YYYY-MM-DD' of an instant (epoch ms). */
export const dateAt = (at: number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString()

/** 'YYYY-MM-DD' so many days later. */
export const daysLater = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString()
