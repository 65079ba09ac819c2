import { randomInt } from 'node:crypto'
import { type CaseNumber, makeCaseNumber } from '../shared/caseNumber.ts'

/** With 6.4 million numbers, 30 taken ones in a row mean that a city has run out of them. */
const DRAWS = 30

/** Draws until one is free. @param insert false when the number is taken */
export async function drawNumber(
  prefix: string,
  insert: (number: CaseNumber) => Promise<boolean>,
): Promise<CaseNumber> {
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const number = makeCaseNumber(prefix, (n) => randomInt(n))
    if (await insert(number)) return number
  }
  throw new Error(`no free case number with prefix ${prefix}`)
}
