import type { Lang } from './lang.ts'

// "zwo", because "zwei" and "drei" sound alike on the telephone.
const WORDS: Record<Lang, readonly string[]> = {
  de: ['null', 'eins', 'zwo', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
}

/** The word to say for one digit '0' to '9', or undefined for anything else. */
export function digitWord(digit: string, lang: Lang): string | undefined {
  return /^\d$/.test(digit) ? WORDS[lang][Number(digit)] : undefined
}
