import { dialPermissionsOf } from '../city/index.ts'
import type { Reader } from '../platform/db/connect.ts'
import { conflict } from '../platform/problems.ts'
import { dialFault } from '../shared/dialRule.ts'
import { dialFaultText } from '../shared/parsePhoneNumber.ts'
import { isPhoneNumber } from '../shared/phoneNumber.ts'

/**
 * The last gate before a number is dialled, whatever was checked when it was written down: a permission may have been
 * taken away since.
 * @param number E.164
 * @throws Problem 409 `number-not-allowed`
 */
export async function requireDialable(reader: Reader, cityId: string, number: string): Promise<void> {
  if (!isPhoneNumber(number)) throw conflict('number-not-allowed', 'Das ist keine vollständige Rufnummer.')
  const fault = dialFault(number, await dialPermissionsOf(reader, cityId))
  if (fault) throw conflict('number-not-allowed', dialFaultText(fault))
}
