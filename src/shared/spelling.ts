import { digitWord } from './digitWords.ts'
import type { Lang } from './lang.ts'

/** German: announcement words of DIN 5009:2022. English: the ICAO alphabet (Annex 10, volume II, 5.2.1.3). */
const WORDS: Record<Lang, string> = {
  de: 'Aachen Berlin Chemnitz Düsseldorf Essen Frankfurt Goslar Hamburg Ingelheim Jena Köln Leipzig München Nürnberg Offenbach Potsdam Quickborn Rostock Salzwedel Tübingen Unna Völklingen Wuppertal Xanten Ypsilon Zwickau',
  en: 'Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike November Oscar Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey X-ray Yankee Zulu',
}

/** How to say each letter A to Z and digit of a code, one entry per character; other characters are left out. */
export function spelling(code: string, lang: Lang = 'de'): string[] {
  return [...code.toUpperCase()].flatMap((character) => characterAloud(character, lang) ?? [])
}

function characterAloud(character: string, lang: Lang): string | undefined {
  if (!/^[A-Z]$/.test(character)) return digitWord(character, lang)
  const word = WORDS[lang].split(' ')[character.charCodeAt(0) - 65]
  return `${character} ${lang === 'de' ? 'wie' : 'as in'} ${word}`
}
