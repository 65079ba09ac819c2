import { parseCallbackNumber } from '../../shared/parsePhoneNumber.ts'
import type { PhoneNumber } from '../../shared/phoneNumber.ts'

/**
 * The number we would call back, or null where the city does not dial: `dialFault`.
 * @param keyed digits as they were keyed in, or E.164
 * @param areaCode of the city, completes a local number
 * @param allowed beginnings that the administrator has allowed
 */
export function callableNumber(
  keyed: string,
  areaCode: string,
  allowed: readonly string[] = [],
): PhoneNumber | null {
  const result = parseCallbackNumber(keyed, { areaCode, allowed })
  return result.ok ? result.value : null
}
