import { z } from 'zod'
import { offer } from '../../appointments/contract.ts'
import { Problem } from '../../platform/problems.ts'

/** The starts (epoch ms) that a refused booking offers instead; null for any other error. */
export function offersIn(error: unknown): number[] | null {
  if (!(error instanceof Problem) || error.status !== 409) return null
  const offers = z.array(offer).safeParse(error.extensions['offers'])
  return offers.success ? offers.data.map(({ start }) => Date.parse(start)) : null
}
