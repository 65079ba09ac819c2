import { parseCallbackNumber } from '../shared/parsePhoneNumber.ts'
import type { PhoneNumber } from '../shared/phoneNumber.ts'
import type { CompleteInput } from './contract.ts'

/** Without a service from the catalogue, the note is all that the clerk knows. */
const SHORTEST_REASON = 5

export interface Checked {
  reason: string
  contactName: string | null
  contactPhone: PhoneNumber | null
  windowStart: Date | null
}

/** What a record needs for its outcome: the values to store, or a sentence for each field that lacks something. */
export function checkIntake(
  input: CompleteInput,
  /** The city's area code, and the beginnings of numbers that it may dial beyond ordinary ones. */
  dialling: { areaCode: string; allowed: readonly string[] },
): { ok: true; value: Checked } | { ok: false; fields: Readonly<Record<string, string>> } {
  const joins = input.belongsTo !== null
  const promises = !joins && (input.outcome === 'callback' || input.outcome === 'hand-over')
  const reason = input.reason.trim()
  // Of a case that is there the number is known.
  const typed = joins ? '' : input.contactPhone.trim()
  const phone = typed === '' ? null : parseCallbackNumber(typed, dialling)
  const fields: Record<string, string> = {}
  const wrongReason = reasonFault(reason, input.serviceId !== null)
  if (wrongReason) fields['reason'] = wrongReason
  if (joins && input.outcome === 'hand-over')
    fields['outcome'] =
      'Ein Anliegen, das schon offen ist, wird hier nicht weitergegeben. Bitte „Neues Anliegen“ wählen.'
  if (phone && !phone.ok) fields['contactPhone'] = phone.message
  if (promises && !phone) fields['contactPhone'] = 'Bitte die Nummer für den Rückruf erfragen.'
  if (promises && phone?.ok && !input.phoneReadBack) {
    fields['phoneReadBack'] = 'Bitte die Nummer vorlesen und bestätigen lassen.'
  }
  if (promises && !input.windowStart) {
    fields['windowStart'] = 'Bitte ein Zeitfenster für den Rückruf wählen.'
  }
  if (Object.keys(fields).length > 0) return { ok: false, fields }
  return {
    ok: true,
    value: {
      reason,
      contactName: input.contactName.trim() || null,
      contactPhone: phone?.ok ? phone.value : null,
      windowStart: promises && input.windowStart ? new Date(input.windowStart) : null,
    },
  }
}

function reasonFault(reason: string, serviceKnown: boolean): string | null {
  if (reason === '') return 'Bitte kurz aufschreiben, worum es geht.'
  if (!serviceKnown && reason.length < SHORTEST_REASON) {
    return 'Bitte etwas genauer aufschreiben, worum es geht, oder eine Leistung wählen.'
  }
  return null
}
