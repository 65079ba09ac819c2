import type { PageLanguage } from '../platform/ui/language.ts'

/** The `lang` attribute of words that the city wrote in German, on a page in another language. */
export const germanOn = (lang: PageLanguage): { lang?: 'de' } => (lang === 'en' ? { lang: 'de' } : {})
