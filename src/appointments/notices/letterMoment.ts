import type { PageLanguage } from '../../platform/ui/language.ts'

/** 'Donnerstag, 26. November 2026, 10:15 Uhr': whole, because nobody knows on which day a message is read. */
export function letterMoment(at: number, timeZone: string, lang: PageLanguage): string {
  const day = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'de-DE', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  }).format(at)
  return `${day}, ${clockOf(at, timeZone, lang)}`
}

/** 'Do., 26.11., 10:15 Uhr', for the few signs of an SMS. */
export function shortLetterMoment(at: number, timeZone: string, lang: PageLanguage): string {
  const day = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'de-DE', {
    weekday: 'short',
    day: 'numeric',
    month: 'numeric',
    timeZone,
  }).format(at)
  return `${day} ${clockOf(at, timeZone, lang)}`
}

export function clockOf(at: number, timeZone: string, lang: PageLanguage): string {
  const clock = new Intl.DateTimeFormat('de-DE', { hour: 'numeric', minute: '2-digit', timeZone }).format(at)
  return lang === 'en' ? clock : `${clock} Uhr`
}
