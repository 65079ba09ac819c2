import { parseCallbackNumber } from '../../shared/parsePhoneNumber.ts'
import type { PhoneNumber } from '../../shared/phoneNumber.ts'

/**
 * The number we would call back, or null: only numbers in Germany, no premium and no emergency number.
 * @param keyed digits as they were keyed in, or E.164
 * @param areaCode of the city, completes a local number
 */
export function callableNumber(keyed: string, areaCode: string): PhoneNumber | null {
  const result = parseCallbackNumber(keyed, { areaCode })
  return result.ok && result.value.startsWith('+49') ? result.value : null
}
