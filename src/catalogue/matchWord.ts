import type { QueryWord } from './queryWords.ts'
import { lettersOf, type SearchIndex, type Term } from './searchIndex.ts'
import { countErrors, forgivenErrors } from '../shared/typos.ts'

/** How well a typed word fits a word of the catalogue: 1 is the very word, less the more is guessed. */
const fit = {
  word: 1,
  stem: 0.96,
  prefix: 0.72,
  part: 0.62,
  oneError: 0.75,
  twoErrors: 0.55,
  errorInPrefix: 0.15,
}
const shortestPart = 4

/** The catalogue's words that a typed word may mean, each with its fit; errors are only guessed where nothing else fits well. */
export function matchWord(index: SearchIndex, query: QueryWord): Map<Term, number> {
  const matches = new Map<Term, number>()
  for (const term of index.terms) {
    const found = directFit(query, term)
    if (found > 0) matches.set(term, found)
  }
  if (index.byWord.has(query.word) || index.byStem.has(query.stem)) return matches
  for (const [term, found] of withErrors(index, query)) {
    matches.set(term, Math.max(found, matches.get(term) ?? 0))
  }
  return matches
}

function directFit(query: QueryWord, term: Term): number {
  if (query.word === term.word) return fit.word
  if (query.stem === term.stem) return fit.stem
  if (query.growing && term.word.startsWith(query.word)) {
    return fit.prefix + (0.2 * query.word.length) / term.word.length
  }
  return isPart(query.word, term.word) || isPart(query.stem, term.word) || isPart(term.word, query.word)
    ? fit.part
    : 0
}

/**
 * Whether a compound begins or ends with a word, as "Meldebescheinigung" does with "Melde" and "Bescheinigung". What
 * follows a beginning must be long enough to be a word too: "Personen" does not begin with "Perso".
 */
function isPart(part: string, compound: string): boolean {
  const other = compound.length - part.length
  if (part.length < shortestPart || other <= 0) return false
  return (other >= shortestPart && compound.startsWith(part)) || compound.endsWith(part)
}

function withErrors(index: SearchIndex, query: QueryWord): Map<Term, number> {
  const matches = new Map<Term, number>()
  const limit = forgivenErrors(query.asTyped.length)
  if (limit === 0) return matches
  const letters = lettersOf(query.asTyped)
  for (const term of index.terms) {
    if (!mayBeNear(letters, term.letters, limit, query.growing)) continue
    const found = fitWithErrors(query, term, limit)
    if (found > 0) matches.set(term, found)
  }
  return matches
}

/** A cheap look before the dear one: an error changes one letter, and the "e" of an umlaut may come on top. */
function mayBeNear(typed: number, known: number, limit: number, growing: boolean): boolean {
  if (bits(typed & ~known) > limit + 1) return false
  return growing || bits(known & ~typed) <= limit + 1
}

function fitWithErrors(query: QueryWord, term: Term, limit: number): number {
  const whole = errorsBetween(query, term, limit, false)
  if (whole <= limit) return whole <= 1 ? fit.oneError : fit.twoErrors
  if (!query.growing) return 0
  const begun = errorsBetween(query, term, limit, true)
  if (begun > limit) return 0
  return (begun <= 1 ? fit.oneError : fit.twoErrors) - fit.errorInPrefix
}

/** Compares both spellings: the error may sit in an umlaut spelt out, or make two letters look like one. */
function errorsBetween(query: QueryWord, term: Term, limit: number, asPrefix: boolean): number {
  const folded = countErrors(query.word, term.word, limit, asPrefix)
  if (query.asTyped === query.word && term.asTyped === term.word) return folded
  return Math.min(folded, countErrors(query.asTyped, term.asTyped, limit, asPrefix))
}

function bits(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1
  return count
}
