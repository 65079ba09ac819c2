import type { Reader } from '../platform/db/connect.ts'
import { cityByHost } from './store.ts'

export { serviceHoursOf } from './serviceHoursOf.ts'

export async function cityIdOfHost(reader: Reader, host: string): Promise<string | null> {
  return (await cityByHost(reader, host))?.id ?? null
}
