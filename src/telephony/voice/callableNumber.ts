import { callbackNumber } from '../../shared/callbackNumber.ts'
import type { PhoneNumber } from '../../shared/phoneNumber.ts'

/**
 * The number we would call back, or null where the city does not: `callbackNumber`.
 * @param keyed digits as they were keyed in, or E.164
 * @param areaCode of the city, completes a local number
 * @param allowed beginnings that the administrator has allowed
 * @param own the city's own lines
 */
export function callableNumber(
  keyed: string,
  areaCode: string,
  allowed: readonly string[] = [],
  own: readonly PhoneNumber[] = [],
): PhoneNumber | null {
  const result = callbackNumber(keyed, { areaCode, allowed, own })
  return result.ok ? result.value : null
}
