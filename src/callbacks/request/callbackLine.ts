import { type Line, linesOf } from '../../city/index.ts'
import type { Reader } from '../../platform/db/connect.ts'

/**
 * The line whose team makes the callbacks that are asked for on the web, and whose number the citizen will see: the city's
 * first open one for services. Null where it has none.
 */
export async function callbackLine(reader: Reader, cityId: string): Promise<Line | null> {
  const lines = await linesOf(reader, cityId)
  return lines.find(({ active, purpose }) => active && purpose === 'service') ?? null
}
