import { Temporal } from 'temporal-polyfill'
import type { LostCause } from './proposalModel.ts'

const HOW: Record<LostCause, string> = {
  'caller-left': 'Aufgelegt, bevor jemand annehmen konnte.',
  'line-lost': 'Die Verbindung ist abgerissen.',
}

/** How a caller was lost, as a sentence. */
export const causeText = (cause: LostCause): string => HOW[cause]

interface Lost {
  called_at: Date
  cause: LostCause
}

/** What is known of the concern: only that somebody called. */
export function reasonOf(calls: readonly Lost[], lineName: string, timeZone: string): string {
  const [first] = calls
  const last = calls.at(-1)
  if (!first || !last)
    return 'Entgangener Anruf. Das Anliegen ist noch nicht bekannt, zugesagt wurde der Person nichts.'
  const when =
    calls.length === 1
      ? clockOf(first, timeZone)
      : `${clockOf(first, timeZone)}, zuletzt ${clockOf(last, timeZone)}`
  const what = calls.length === 1 ? 'Entgangener Anruf' : `${calls.length} entgangene Anrufe`
  return `${what} (${lineName}): ${when}. ${HOW[last.cause]} Das Anliegen ist noch nicht bekannt, zugesagt wurde der Person nichts.`
}

/** '23.11., 10:42 Uhr' */
function clockOf({ called_at: at }: Lost, timeZone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone)
  return `${local.day}.${local.month}., ${local.hour}:${String(local.minute).padStart(2, '0')} Uhr`
}
