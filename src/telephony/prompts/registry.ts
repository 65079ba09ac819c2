import type { Lang } from '../../shared/lang.ts'
import { SENTENCES, type Spoken } from './sentences.ts'
import { WORDS } from './words.ts'

/** A prompt by name in one language: one sound file, one row of the city's own recordings. */
export interface Prompt {
  name: string
  lang: Lang
  /** What is to be spoken. */
  text: string
  kind: 'sentence' | 'word'
}

/** Every prompt that the telephone may ever need, in a fixed order. */
export const PROMPTS: readonly Prompt[] = (['de', 'en'] as const).flatMap((lang) => [
  ...listed(SENTENCES, lang, 'sentence'),
  ...listed(WORDS, lang, 'word'),
])

/**
 * Always the built-in file: said while this program is away (`stoerung`, the hours, `warten`), or so that nothing may
 * depend on a fetch from us (that a lead listens, that a conversation broke off).
 */
const FIXED: readonly string[] = [
  'stoerung',
  'unsere-servicezeiten',
  'rund-um-die-uhr',
  'warten',
  'teamleitung',
  'teamleitung-geht',
  'unterbrochen',
] satisfies SentenceName[]

export const isReplaceable = ({ name }: Pick<Prompt, 'name'>): boolean => !FIXED.includes(name)

/** Not spoken: made of a tone. */
export const TONE = 'ton'

/** Not spoken either: a breath between two parts of a list. */
export const PAUSE = 'pause'

export type SentenceName = keyof typeof SENTENCES

const known = new Map(PROMPTS.map((prompt) => [`${prompt.lang}/${prompt.name}`, prompt]))

export const promptOf = (name: string, lang: Lang): Prompt | undefined => known.get(`${lang}/${name}`)

/** Below `sounds/` of the telephone system; German is its default language and has no folder of its own. */
export const soundFileOf = (name: string, lang: Lang): string =>
  lang === 'de' || name === TONE ? `freizeichen/${name}` : `freizeichen/${lang}/${name}`

function listed(from: Readonly<Record<string, Spoken>>, lang: Lang, kind: Prompt['kind']): Prompt[] {
  return Object.entries(from).flatMap(([name, spoken]) => {
    const text = spoken[lang]
    return text === null ? [] : [{ name, lang, text, kind }]
  })
}

/** Below it the telephone system fetches the city's own recordings. */
export const PROMPT_PATH = '/telephone/prompts'
