import type { Reader } from '../platform/db/connect.ts'
import type { Dialling } from '../shared/callbackNumber.ts'
import { cityOf } from './cityOf.ts'
import { dialPermissionsOf } from './misuseStore.ts'
import { listLines } from './store.ts'

/** What `callbackNumber` needs to know of a city. */
export async function diallingOf(reader: Reader, cityId: string): Promise<Dialling> {
  const { areaCode } = await cityOf(reader, cityId)
  const lines = await listLines(reader, cityId)
  return {
    areaCode,
    allowed: await dialPermissionsOf(reader, cityId),
    own: lines.map(({ number }) => number),
  }
}
