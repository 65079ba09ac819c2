import { Temporal } from 'temporal-polyfill'

/** Nobody is woken, and nobody is disturbed in the evening: local hours. */
const FROM_HOUR = 9
const TO_HOUR = 19
const HOUR_MS = 3_600_000
/** Who heard of the appointment just before needs no reminder. */
const HEARD_LATELY_MS = 24 * HOUR_MS
/** Later a reminder frees the time for nobody. */
const TOO_LATE_MS = 12 * HOUR_MS

interface Remindable {
  /** Epoch ms. */
  readonly start: number
  /** When its owner last heard of it: booked it, or was told something. */
  readonly heardAt: number
}

/**
 * Whether its owner is to be reminded now: from 9 o'clock of the day `days` before it, between 9 and 19 o'clock, once (which the
 * queue sees to), and not when they booked it only then.
 * @param days 0: never
 */
export function isReminderDue(
  { start, heardAt }: Remindable,
  days: number,
  timeZone: string,
  now: number,
): boolean {
  if (days === 0 || start - now < TOO_LATE_MS) return false
  const { hour } = at(now, timeZone)
  if (hour < FROM_HOUR || hour >= TO_HOUR) return false
  const from = at(start, timeZone).subtract({ days }).withPlainTime({ hour: FROM_HOUR }).epochMilliseconds
  return now >= from && heardAt <= from - HEARD_LATELY_MS
}

const at = (instant: number, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone)
