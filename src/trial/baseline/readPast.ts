import type { CallsMapping } from './contract.ts'
import { joinLegs } from './csv/joinLegs.ts'
import { readCalls } from './csv/readCalls.ts'
import { linesOf } from './linesOf.ts'
import type { Oddity, PastCall } from './pastCall.ts'
import { readQueueLog } from './queueLog.ts'

/** How a file is to be read: null for a `queue_log`, else what the columns of a table mean. */
export type Reading = CallsMapping | null

/** The calls of a file and what in it is odd, as it is read. @param timeZone IANA name, of the city */
export async function* readPast(
  bytes: Uint8Array,
  mapping: Reading,
  timeZone: string,
): AsyncGenerator<{ call: PastCall } | { odd: Oddity }> {
  if (mapping) {
    const rows = readCalls(textOf(bytes, mapping), mapping, timeZone)
    yield* mapping.id === null ? rows : joinLegs(rows)
    return
  }
  const { lines, cut } = linesOf(bytes)
  yield* readQueueLog(lines, cut)
}

/** A byte that is none of the encoding becomes U+FFFD. */
export const textOf = (bytes: Uint8Array, { encoding }: Pick<CallsMapping, 'encoding'>): string =>
  new TextDecoder(encoding).decode(bytes)
