// The names that deploy/asterisk/extensions.conf and the application share.
import type { PhoneNumber } from '../../../shared/phoneNumber.ts'
import type { Ari } from '../ari/client.ts'
import { AriError } from '../ari/client.ts'

/** Changes every second while the application is connected and in charge. */
export const ALIVE = 'FREIZEICHEN_ALIVE'
/** The dialplan's context for calls that the application does not take. */
export const FALLBACK_CONTEXT = 'fallback'
/** From where callers come to the application; legs that we open ourselves have no dialplan. */
export const ENTRIES: readonly string[] = ['from-trunk', FALLBACK_CONTEXT]

/** Number of the newest line of the journal. */
export const JOURNAL_LAST = 'FALLBACK_LAST'
/** Up to this number everything was taken over. */
export const JOURNAL_DONE = 'FALLBACK_DONE'
export const journalLine = (no: number): string => `FALLBACK_CALL_${no}`

const digits = (line: PhoneNumber): string => line.replaceAll(/\D/g, '')
export const agentsOf = (line: PhoneNumber): string => `FALLBACK_AGENTS_${digits(line)}`
export const overflowOf = (line: PhoneNumber): string => `FALLBACK_OVERFLOW_${digits(line)}`
export const promptOf = (line: PhoneNumber): string => `FALLBACK_PROMPT_${digits(line)}`
export const untilOf = (line: PhoneNumber): string => `FALLBACK_UNTIL_${digits(line)}`
export const hoursOf = (line: PhoneNumber): string => `FALLBACK_HOURS_${digits(line)}`

/** @returns '' where it was never set; Asterisk knows no difference in the dialplan either */
export async function readGlobal(ari: Pick<Ari, 'request'>, variable: string): Promise<string> {
  try {
    return (await ari.request('GET /asterisk/variable', { variable })).value
  } catch (error) {
    if (error instanceof AriError && error.status === 404) return ''
    throw error
  }
}

export async function setGlobal(ari: Pick<Ari, 'request'>, variable: string, value: string): Promise<void> {
  await ari.request('POST /asterisk/variable', { variable, value })
}
