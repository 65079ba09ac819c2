import type { PageLanguage } from '../../platform/ui/language.ts'

const localeOf = (lang: PageLanguage): string => (lang === 'en' ? 'en-GB' : 'de-DE')
const format = (lang: PageLanguage, value: number, options: Intl.NumberFormatOptions): string =>
  new Intl.NumberFormat(localeOf(lang), options).format(value)
const ONE = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const

/** 0.941: '94,1 %' */
export const percent = (lang: PageLanguage, share: number): string =>
  format(lang, share, { style: 'percent', ...ONE })

/** 0.547: '+54,7', in percentage points. */
export const points = (lang: PageLanguage, share: number): string =>
  format(lang, share * 100, { ...ONE, signDisplay: 'exceptZero' })

/** 0.1: '10', the size of a change in percentage points. */
export const size = (lang: PageLanguage, share: number): string =>
  format(lang, Math.abs(share) * 100, { maximumFractionDigits: 1 })

export const whole = (lang: PageLanguage, value: number): string => format(lang, value, {})

/** The day of a moment in the city: '13. Oktober 2026'. */
export const dayOfMoment = (lang: PageLanguage, at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat(localeOf(lang), { dateStyle: 'long', timeZone }).format(at)

/** '13. Oktober 2026 um 10:42' in the city. */
export const momentIn = (lang: PageLanguage, at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat(localeOf(lang), { dateStyle: 'long', timeStyle: 'short', timeZone }).format(at)

/** Cents as '6,40 €'. */
export const euros = (lang: PageLanguage, cents: number): string =>
  format(lang, cents / 100, { style: 'currency', currency: 'EUR' })

/** '7 s', '12 min', '3 h': as exact as it is of use. */
export function spokenMs(lang: PageLanguage, ms: number): string {
  const seconds = Math.round(ms / 1000)
  if (seconds < 90) return `${whole(lang, seconds)} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 90 ? `${whole(lang, minutes)} min` : `${whole(lang, Math.round(minutes / 60))} h`
}
