import { firstWord } from './sha256.ts'

/**
 * How much a browser has to compute: for each of `parts` a number whose hash begins with `bits` noughts. Many small parts
 * instead of a large one, so that nobody is unlucky: 16 times 11 bits are 32,768 hashes on average and hardly ever twice that.
 */
export interface WorkSize {
  readonly parts: number
  readonly bits: number
}

/** An old telephone computes some 40,000 hashes a second (measured in tests/e2e/attack.test.ts): under three seconds. */
export const WORK: WorkSize = { parts: 16, bits: 11 }

const puzzle = (seed: string, part: number, number: number): string => `${seed}:${part}:${number}`

/** Whether a number solves its part. @param seed up to 40 ASCII characters */
export const isSolved = (seed: string, part: number, number: number, { bits }: WorkSize): boolean =>
  firstWord(puzzle(seed, part, number)) < 2 ** (32 - bits)

/** Looks for the number of a part among `tries` numbers from `from` on; null when it is not there. */
export function solvePart(
  seed: string,
  part: number,
  size: WorkSize,
  { from, tries }: { from: number; tries: number },
): number | null {
  for (let number = from; number < from + tries; number++)
    if (isSolved(seed, part, number, size)) return number
  return null
}
