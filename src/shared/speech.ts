import { z } from 'zod'

/** The languages that may be chosen for a case and for staff (BCP 47), as they are called in German; in the order of lists. */
export const SPEECH = {
  de: 'Deutsch',
  en: 'Englisch',
  tr: 'Türkisch',
  ar: 'Arabisch',
  uk: 'Ukrainisch',
  ru: 'Russisch',
  pl: 'Polnisch',
  ro: 'Rumänisch',
  bg: 'Bulgarisch',
  fa: 'Persisch',
  ku: 'Kurdisch',
  sq: 'Albanisch',
  sr: 'Serbisch',
  el: 'Griechisch',
  it: 'Italienisch',
  es: 'Spanisch',
  fr: 'Französisch',
} as const

export type Speech = keyof typeof SPEECH

const isSpeech = (code: string): code is Speech => code in SPEECH
const CODES = Object.keys(SPEECH).filter(isSpeech)

export const speech = z.enum(CODES, { error: 'Bitte eine Sprache der Liste wählen.' })
