import { matchWord } from './matchWord.ts'
import type { Service } from './model.ts'
import { type QueryWord, queryWords } from './queryWords.ts'
import type { Phrase, SearchIndex, Term } from './searchIndex.ts'
import { isAction } from './words.ts'

/** A service that fits, with a score above 0 and up to 1. */
export type SearchHit = { service: Service; score: number }

type MatchedWord = { weight: number; isAction: boolean; matches: ReadonlyMap<Term, number> }

/** Below this share of what was typed a service is a guess that helps nobody. */
const leastScore = 0.25

/**
 * The services that fit what was typed so far, best first, at most `limit`; an empty or meaningless query finds none.
 * Equal scores keep the order of the index. Never throws, whatever the text.
 */
export function search(index: SearchIndex, query: string, limit: number): SearchHit[] {
  const words = queryWords(index, query).map((word) => matched(index, word))
  const total = words.reduce((sum, word) => sum + word.weight, 0)
  return candidates(words)
    .sort((a, b) => a - b)
    .flatMap((position) => hit(index, position, words, total))
    .filter(({ score }) => score >= leastScore)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
}

/** Services that share a subject with the query: of "Pizza bestellen" they know only what one does with it. */
function candidates(words: readonly MatchedWord[]): number[] {
  const subjects = words.filter((word) => !word.isAction)
  const deciding = subjects.length > 0 ? subjects : words
  const positions = deciding.flatMap((word) => [...word.matches.keys()].flatMap((term) => term.services))
  return [...new Set(positions)]
}

/** A typed word weighs as much as the best word it may mean. */
function matched(index: SearchIndex, word: QueryWord): MatchedWord {
  const matches = matchWord(index, word)
  let best = 0
  let weight = index.unknownWeight
  for (const [term, fit] of matches) {
    if (fit < best || (fit === best && term.weight <= weight)) continue
    best = fit
    weight = term.weight
  }
  return { weight, isAction: isAction(word.stem), matches }
}

/** Half for what the service answers at all, half for the one name or synonym that says it best. */
function hit(
  index: SearchIndex,
  position: number,
  words: readonly MatchedWord[],
  total: number,
): SearchHit[] {
  const service = index.services[position]
  const phrases = index.phrases[position]
  if (service === undefined || phrases === undefined) return []
  const answered = words.reduce(
    (sum, word) =>
      sum + word.weight * Math.max(...phrases.map((phrase) => bestFit(word, phrase) * phrase.trust)),
    0,
  )
  const closest = Math.max(...phrases.map((phrase) => closeness(phrase, words, total)))
  return [{ service, score: (answered / total + closest) / 2 }]
}

/** How much of the query a phrase holds, and how much of the phrase the query holds. */
function closeness(phrase: Phrase, words: readonly MatchedWord[], total: number): number {
  const held = words.reduce((sum, word) => sum + word.weight * bestFit(word, phrase), 0) / total
  if (held === 0) return 0
  const used = phrase.terms.reduce(
    (sum, term) => sum + term.weight * Math.max(...words.map((word) => word.matches.get(term) ?? 0)),
    0,
  )
  return phrase.trust * held * (0.6 + (0.4 * used) / phrase.weight)
}

function bestFit(word: MatchedWord, phrase: Phrase): number {
  let best = 0
  for (const term of phrase.terms) best = Math.max(best, word.matches.get(term) ?? 0)
  return best
}
