import type { Service } from './model.ts'
import { stemOf } from './stem.ts'
import { foldAccents, foldWord, isAction, isFiller, wordsOf } from './words.ts'

/** One distinct word of the whole catalogue. */
export type Term = {
  word: string
  stem: string
  /** The word with "ae", "oe", "ue" as written: "feuer" where `word` is "feur". */
  asTyped: string
  /** Bit per letter and digit that occurs: tells cheaply that two words cannot be near. */
  letters: number
  /** How much the word tells services apart. */
  weight: number
  /** Positions of the services that use it. */
  services: number[]
}

/** One way to say a service: its name, its plain name or a synonym. */
export type Phrase = { terms: Term[]; weight: number; trust: number }

/** What `search` needs; build it once for each change of the catalogue. Order of services decides ties. */
export type SearchIndex = {
  services: readonly Service[]
  terms: readonly Term[]
  byWord: ReadonlyMap<string, Term>
  byStem: ReadonlyMap<string, readonly Term[]>
  phrases: readonly (readonly Phrase[])[]
  /** The weight of a word that no service uses: less than a rare word, because people tell stories. */
  unknownWeight: number
}

const actionWeight = 2
const unknownShare = 0.6
const trust = { name: 1, synonym: 0.97, plainName: 0.9 }

/** Prepares services for search; the given order of services decides between equal scores. */
export function buildIndex(services: readonly Service[]): SearchIndex {
  const byWord = new Map<string, Term>()
  const phrases = services.map((service, position) => phrasesOf(service, position, byWord))
  const terms = [...byWord.values()]
  const byStem = Map.groupBy(terms, (term) => term.stem)
  weigh(byStem, services.length)
  for (const phrase of phrases.flat()) phrase.weight = sum(phrase.terms.map((term) => term.weight))
  return {
    services,
    terms,
    byWord,
    byStem,
    phrases,
    unknownWeight: unknownShare * Math.log1p(services.length),
  }
}

/** A bit for each letter and digit of a folded word. */
export function lettersOf(word: string): number {
  let letters = 0
  for (let index = 0; index < word.length; index += 1) letters |= 1 << (word.charCodeAt(index) & 31)
  return letters
}

function phrasesOf(service: Service, position: number, byWord: Map<string, Term>): Phrase[] {
  const texts = [
    { text: service.name, trust: trust.name },
    ...service.synonyms.map((text) => ({ text, trust: trust.synonym })),
    { text: service.plainName, trust: trust.plainName },
  ]
  return texts.flatMap(({ text, trust }) =>
    spellings(text).map((words) => ({
      terms: words.map((word) => termFor(word, position, byWord)),
      weight: 0,
      trust,
    })),
  )
}

/** "Reise-Pass bekommen" is found as "reisepass" and as "reise pass". */
function spellings(text: string): string[][] {
  const joined = meaningful(wordsOf(text, true))
  const parted = meaningful(wordsOf(text, false))
  return joined.length === parted.length ? [joined] : [joined, parted]
}

function meaningful(words: string[]): string[] {
  const kept = words.filter((word) => !isFiller(foldWord(word)))
  return kept.length > 0 ? kept : words
}

function termFor(written: string, service: number, byWord: Map<string, Term>): Term {
  const word = foldWord(written)
  const asTyped = foldAccents(written)
  const term = byWord.get(word) ?? {
    word,
    stem: stemOf(word),
    asTyped,
    letters: lettersOf(asTyped),
    weight: 0,
    services: [],
  }
  if (term.services.at(-1) !== service) term.services.push(service)
  byWord.set(word, term)
  return term
}

/** A word that few services use weighs more (inverse document frequency over stems), a verb of the counter little. */
function weigh(byStem: ReadonlyMap<string, Term[]>, serviceCount: number): void {
  for (const [stem, terms] of byStem) {
    const users = new Set(terms.flatMap((term) => term.services)).size
    const weight = isAction(stem) ? actionWeight : Math.log1p(serviceCount / users)
    for (const term of terms) term.weight = weight
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
