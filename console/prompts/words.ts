import type { PromptView } from '../../src/telephony/prompts/contract.ts'

export const LANGS = { de: 'Deutsch', en: 'Englisch' } as const satisfies Record<PromptView['lang'], string>

export const KINDS = {
  sentence: 'Ganze Sätze',
  word: 'Wörter für Zeiten, Zahlen und Buchstaben',
} as const satisfies Record<PromptView['kind'], string>

/** '3,4 Sekunden' */
export const lengthInWords = (ms: number): string =>
  `${(ms / 1000).toLocaleString('de-DE', { maximumFractionDigits: 1 })} Sekunden`
