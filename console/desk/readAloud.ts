import { parseCallbackNumber } from '../../src/shared/parsePhoneNumber.ts'
import { digitGroups, readBack } from '../../src/shared/phoneNumber.ts'

/** A typed number prepared for reading aloud, or the sentence about what is wrong with it; null while it is empty. */
export type NumberAloud = { groups: readonly string[]; words: string } | { fault: string } | null

/** @param allowed beginnings of numbers that may be called back beyond ordinary ones */
export function numberAloud(typed: string, allowed: readonly string[]): NumberAloud {
  if (typed.trim() === '') return null
  const parsed = parseCallbackNumber(typed, { allowed })
  // A number of this city without its area code: the server completes it, here its digits are read in pairs.
  if (!parsed.ok && parsed.cause === 'areaCode') return inPairs(typed)
  if (!parsed.ok) return { fault: parsed.message }
  return { groups: digitGroups(parsed.value), words: readBack(parsed.value).join(', ') }
}

function inPairs(typed: string): NumberAloud {
  const groups = typed.replace(/\D/g, '').match(/\d{3}$|\d{2}(?!\d$)|\d+/g) ?? []
  return { groups, words: groups.join(', ') }
}
