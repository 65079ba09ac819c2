import { solvePart, type WorkSize } from '../../shared/work.ts'

/** The page stays alive meanwhile. */
const TRIES_AT_ONCE = 2_000

/**
 * The numbers that a ticket of the gate asks for (src/platform/http/proof.ts), found in slices.
 * @param end on the clock of `performance.now()`; null is answered when it comes first
 */
export async function solveWork(seed: string, size: WorkSize, end: number): Promise<number[] | null> {
  const found: number[] = []
  for (let from = 0; found.length < size.parts;) {
    const number = solvePart(seed, found.length, size, { from, tries: TRIES_AT_ONCE })
    from = number === null ? from + TRIES_AT_ONCE : 0
    if (number !== null) found.push(number)
    if (performance.now() > end) return null
    await new Promise((resume) => setTimeout(resume))
  }
  return found
}
