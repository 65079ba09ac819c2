import type { TextModuleInput } from '../../src/cases/textModules/contract.ts'

type Lang = TextModuleInput['lang']

/** In which language a person reads, as staff call it. */
export const LANGUAGES: Readonly<Record<Lang, string>> = {
  de: 'Deutsch',
  einfach: 'Einfache Sprache',
  en: 'Englisch',
}

/** @returns German for what is none of them */
export const langOf = (value: string): Lang => (value === 'en' || value === 'einfach' ? value : 'de')
