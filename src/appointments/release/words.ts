/** 'Mo, 28. Dezember 2026' */
export const dayWords = (date: string): string =>
  new Intl.DateTimeFormat('de-DE', {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
    .format(new Date(`${date}T00:00:00Z`))
    .replace('.,', ',')

/** 'am So, 29. November, um 14:00 Uhr' */
export function momentWords(at: number, timeZone: string): string {
  const day = new Intl.DateTimeFormat('de-DE', { timeZone, weekday: 'short', day: 'numeric', month: 'long' })
  const clock = new Intl.DateTimeFormat('de-DE', { timeZone, hour: 'numeric', minute: '2-digit' })
  return `am ${day.format(at).replace('.,', ',')}, um ${clock.format(at)} Uhr`
}
