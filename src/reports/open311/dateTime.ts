import { Temporal } from 'temporal-polyfill'

/** W3C-DTF as Open311 writes it: the city's offset, whole seconds; milliseconds make strict clients refuse it. */
export const dateTime = (at: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toString({ fractionalSecondDigits: 0, timeZoneName: 'never' })

/** `2026-11-23T09:00:00Z` or with an offset, always with one; null for anything else. */
export function readDateTime(text: string): Date | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.test(text)) return null
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? null : at
}
