import { Temporal } from 'temporal-polyfill'
import type { ServiceHours } from '../shared/serviceHours.ts'

const WEEKDAYS = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag']
const MONTHS = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ')

/** 'heute bis 12:30 Uhr, dann wieder ab 13:30 Uhr', 'wieder morgen ab 8 Uhr', 'wieder am Montag ab 8 Uhr'. */
export function spokenHours(hours: ServiceHours, now: Date): string {
  const at = (ms: number): Temporal.ZonedDateTime =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(hours.timeZone)
  const today = hours.dateOf(now)
  const closes = hours.closesAt(now)
  const next = hours.nextOpening(closes ?? now)
  if (closes === null && !hours.isOpen(now)) {
    if (!next) return 'bis auf Weiteres geschlossen'
    return `wieder ${dayFrom(today, hours.dateOf(next.start))} ab ${clock(at(next.start))} Uhr`
  }
  if (closes === null || hours.dateOf(closes - 1) !== today) return 'rund um die Uhr'
  const until = `heute bis ${clock(at(closes), '24')} Uhr`
  const again = next && hours.dateOf(next.start) === today
  return again ? `${until}, dann wieder ab ${clock(at(next.start))} Uhr` : until
}

/** 'heute', 'morgen', 'am Montag' within a week, else 'am Montag, 30. November,'. Dates are 'YYYY-MM-DD'. */
export function dayFrom(today: string, date: string): string {
  const days = Temporal.PlainDate.from(today).until(date).days
  if (days === 0) return 'heute'
  if (days === 1) return 'morgen'
  return days < 7 ? `am ${weekdayOf(date)}` : `am ${longDate(date)},`
}

/** 'Freitag, 27. November' */
export function longDate(date: string): string {
  const { day, month } = Temporal.PlainDate.from(date)
  return `${weekdayOf(date)}, ${day}. ${MONTHS[month - 1]}`
}

function weekdayOf(date: string): string {
  return WEEKDAYS[Temporal.PlainDate.from(date).dayOfWeek - 1] ?? ''
}

/** @param midnight a day ends at 24 and begins at 0 */
function clock(time: Temporal.ZonedDateTime, midnight: '0' | '24' = '0'): string {
  if (time.hour === 0 && time.minute === 0) return midnight
  return time.minute === 0 ? `${time.hour}` : `${time.hour}:${String(time.minute).padStart(2, '0')}`
}
