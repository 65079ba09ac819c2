/** Whole numbers as people write them: '1.234'. */
export const number = (value: number): string => value.toLocaleString('de-DE')

/** "87,5 %"; a dash where there is nothing to share. Never rounded up: 100 % means all. */
export function share(part: number, whole: number): string {
  if (whole === 0) return '–'
  return `${(Math.floor((part / whole) * 1000) / 10).toLocaleString('de-DE')} %`
}

/** "1,4"; a dash where nothing can be divided. */
export const ratio = (part: number, whole: number): string =>
  whole === 0 ? '–' : (part / whole).toLocaleString('de-DE', { maximumFractionDigits: 1 })

const MINUTE_MS = 60_000

/** "42 Min." or "1.210 Min. (20,2 Std.)"; a dash where nobody was tried. */
export function minutes(ms: number | null): string {
  if (ms === null) return '–'
  return `${number(Math.round(ms / MINUTE_MS))} Min.`
}
