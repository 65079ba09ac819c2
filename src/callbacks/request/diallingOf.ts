import { cityOf, dialPermissionsOf, linesOf } from '../../city/index.ts'
import type { Reader } from '../../platform/db/connect.ts'
import type { Dialling } from './numberRule.ts'

/** What `callbackNumber` needs to know of a city. */
export async function diallingOf(reader: Reader, cityId: string): Promise<Dialling> {
  const { areaCode } = await cityOf(reader, cityId)
  const lines = await linesOf(reader, cityId)
  return {
    areaCode,
    allowed: await dialPermissionsOf(reader, cityId),
    own: lines.map(({ number }) => number),
  }
}
