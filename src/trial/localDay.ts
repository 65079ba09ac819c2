import { Temporal } from 'temporal-polyfill'

/** The local date 'YYYY-MM-DD' of an instant. @param timeZone IANA name */
export function localDay(at: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString()
}

/** From local midnight to the next one: 23, 24 or 25 hours. @param day 'YYYY-MM-DD' */
export function dayRange(day: string, timeZone: string): { from: Date; to: Date } {
  const date = Temporal.PlainDate.from(day)
  const midnight = (d: Temporal.PlainDate): Date => new Date(d.toZonedDateTime(timeZone).epochMilliseconds)
  return { from: midnight(date), to: midnight(date.add({ days: 1 })) }
}

/** From the midnight before the first of these days to the one after the last. @param days 'YYYY-MM-DD', both included */
export const rangeOfDays = ({ from, to }: { from: string; to: string }, timeZone: string) => ({
  from: dayRange(from, timeZone).from,
  to: dayRange(to, timeZone).to,
})
