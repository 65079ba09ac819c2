import { type Line, linesOf } from '../city/index.ts'
import type { Reader } from '../platform/db/connect.ts'

/** The line for complaints and hints that this one can hand over to; null on that line itself or where there is none. */
export async function reportLineFor(reader: Reader, line: Line): Promise<Line | null> {
  if (line.purpose === 'report') return null
  const lines = await linesOf(reader, line.cityId)
  return lines.find(({ active, purpose }) => active && purpose === 'report') ?? null
}
