/** Typing errors that are forgiven in a word of this many letters: none under 4, one from 4, two from 8. */
export function forgivenErrors(letters: number): number {
  if (letters < 4) return 0
  return letters < 8 ? 1 : 2
}

/**
 * The least number of typing errors (wrong, missing, additional letter, two neighbours swapped) that turn `typed` into
 * `word`, or, with `asPrefix`, into any beginning of `word`; `limit + 1` as soon as it is sure to be more than `limit`.
 * Optimal string alignment, the restricted Damerau-Levenshtein distance.
 */
export function countErrors(typed: string, word: string, limit: number, asPrefix: boolean): number {
  const tooMany = limit + 1
  if (typed.length - word.length > limit) return tooMany
  if (!asPrefix && word.length - typed.length > limit) return tooMany
  const width = Math.min(word.length, typed.length + limit)
  let beforePrevious = new Uint8Array(width + 1)
  let previous = Uint8Array.from({ length: width + 1 }, (_, column) => column)
  for (let row = 1; row <= typed.length; row += 1) {
    const current = nextRow(typed, word, row, previous, beforePrevious)
    if (Math.min(...current) > limit) return tooMany
    beforePrevious = previous
    previous = current
  }
  const errors = asPrefix ? Math.min(...previous) : (previous[width] ?? tooMany)
  return Math.min(errors, tooMany)
}

function nextRow(
  typed: string,
  word: string,
  row: number,
  previous: Uint8Array,
  beforePrevious: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const current = new Uint8Array(previous.length)
  current[0] = row
  for (let column = 1; column < previous.length; column += 1) {
    const same = typed[row - 1] === word[column - 1]
    const changed = at(previous, column - 1) + (same ? 0 : 1)
    const least = Math.min(changed, at(previous, column) + 1, at(current, column - 1) + 1)
    const swapped = row > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1]
    current[column] = swapped ? Math.min(least, at(beforePrevious, column - 2) + 1) : least
  }
  return current
}

function at(row: Uint8Array, column: number): number {
  return row[column] ?? 255
}
