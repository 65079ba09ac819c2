import { everydayWords } from './everydayWords.ts'
import type { SearchIndex } from './searchIndex.ts'
import { stemOf } from './stem.ts'
import { countErrors } from '../shared/typos.ts'
import { foldAccents, foldWord, isFiller, wordsOf } from './words.ts'

/** One word of what was typed, ready to be compared with the catalogue's words. */
export type QueryWord = {
  word: string
  stem: string
  /** The word with "ae", "oe", "ue" as typed; equal to `word` for most words. */
  asTyped: string
  /** The last word may still be growing. */
  growing: boolean
}

const everyday = new Map(Object.entries(everydayWords).map(([word, meaning]) => [foldWord(word), meaning]))
const longestQuery = 200
const mostWords = 12
const shortestPart = 4
/** Longer words are no German compound, and taking them apart would be slow. */
const longestCompound = 45

/** The meaningful words of a query; compounds that the catalogue knows only in parts are taken apart. */
export function queryWords(index: SearchIndex, query: string): QueryWord[] {
  const typed = wordsOf(query.slice(0, longestQuery), false)
  const words = joinNeighbours(index, typed)
  // Alone, a filler may be the beginning of a word: "ein" on the way to "Einbürgerung".
  const kept = words.length === 1 ? words : words.filter((word) => !isFiller(foldWord(word)))
  const considered = kept.slice(0, mostWords)
  return considered.flatMap((word, position) => understand(index, word, position === considered.length - 1))
}

/** "Führungs Zeugnis" is one word where the catalogue has it as one. */
function joinNeighbours(index: SearchIndex, words: readonly string[]): string[] {
  const joined: string[] = []
  for (const word of words) {
    const before = joined.at(-1)
    const together = `${before ?? ''}${word}`
    if (before !== undefined && index.byWord.has(foldWord(together))) joined[joined.length - 1] = together
    else joined.push(word)
  }
  return joined
}

function understand(index: SearchIndex, typed: string, growing: boolean): QueryWord[] {
  const word = foldWord(typed)
  if (isKnown(index, word)) return [queryWord(typed, growing)]
  const meaning = everyday.get(word)
  if (meaning !== undefined) return [queryWord(meaning, false)]
  const parts = word.length > longestCompound || isSlip(index, word) ? null : splitCompound(index, word)
  if (parts !== null) return parts.map((part) => queryWord(part, false))
  return [queryWord(typed, growing)]
}

function queryWord(typed: string, growing: boolean): QueryWord {
  const word = foldWord(typed)
  return { word, stem: stemOf(word), asTyped: foldAccents(typed), growing }
}

function isKnown(index: SearchIndex, word: string): boolean {
  return index.byWord.has(word) || index.byStem.has(stemOf(word))
}

/** "Reispass" is a slip of the finger in "Reisepass", not the compound of "Reis" and "Pass" that it could be. */
function isSlip(index: SearchIndex, word: string): boolean {
  return index.terms.some((term) => countErrors(word, term.word, 1, false) <= 1)
}

/** Parts of a compound that are all known to the catalogue, the longest first part that works; null if there are none. */
function splitCompound(index: SearchIndex, word: string): string[] | null {
  for (let end = word.length - shortestPart; end >= shortestPart; end -= 1) {
    const first = withoutLink(index, word.slice(0, end))
    if (first === null) continue
    const rest = word.slice(end)
    if (isKnown(index, rest)) return [first, rest]
    const parts = splitCompound(index, rest)
    if (parts !== null) return [first, ...parts]
  }
  return null
}

/** German puts an s, n, en or es between the parts of a compound. */
function withoutLink(index: SearchIndex, part: string): string | null {
  if (isKnown(index, part)) return part
  const bare = ['es', 'en', 's', 'n']
    .filter((link) => part.endsWith(link))
    .map((link) => part.slice(0, -link.length))
  return bare.find((word) => word.length >= shortestPart && isKnown(index, word)) ?? null
}
