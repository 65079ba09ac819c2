/** 'HH:MM' of an instant in the city's time zone. */
export function clockOf(at: string | number, timeZone: string): string {
  return format(at, timeZone, { hour: '2-digit', minute: '2-digit' })
}

/** An instant as people write it down: '10:42' today, 'gestern, 10:42', 'Mo., 23.11., 10:42', with the year when it is another one. */
export function momentOf(at: string, now: number, timeZone: string): string {
  const clock = clockOf(at, timeZone)
  const day = dayOf(at, timeZone)
  if (day === dayOf(now, timeZone)) return clock
  if (day === dayOf(now - 24 * 3_600_000, timeZone)) return `gestern, ${clock}`
  const sameYear = day.slice(0, 4) === dayOf(now, timeZone).slice(0, 4)
  const date = format(at, timeZone, {
    weekday: 'short',
    day: 'numeric',
    month: 'numeric',
    ...(sameYear ? {} : { year: 'numeric' }),
  })
  return `${date}, ${clock}`
}

/** A calendar date ('2026-11-27') as people write it: 'Freitag, 27. November 2026'. */
export function dateInWords(date: string): string {
  return format(`${date}T12:00:00Z`, 'UTC', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
}

/** Milliseconds as seconds with one decimal: '9,4 s'. */
export function secondsOf(ms: number): string {
  return `${(ms / 1000).toLocaleString('de-DE', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} s`
}

/** The calendar date ('2026-11-27') of an instant in the city's time zone. */
export const dayOf = (at: string | number, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(at))

const format = (at: string | number, timeZone: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('de-DE', { timeZone, ...options }).format(new Date(at))
