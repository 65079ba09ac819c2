import { callbackNumber, type Dialling } from '../../shared/callbackNumber.ts'
import { emailAddress } from '../../shared/emailAddress.ts'
import type { PhoneNumber } from '../../shared/phoneNumber.ts'
import type { NewCallbackInput } from './contract.ts'

/** Without a service from the catalogue, the note is all that the colleague who calls knows. */
const SHORTEST_REASON = 5

/** What a promise needs, ready to store. */
export interface CheckedCallback {
  reason: string
  name: string | null
  phone: PhoneNumber
  email: string | null
  windowStart: Date
  windowEnd: Date
}

type Fields = Readonly<Record<string, string>>

/** The values of a promise by a clerk, or a sentence for each field that lacks something. On a case that is there, its reason and person are known. */
export function checkNewCallback(
  input: NewCallbackInput,
  dialling: Dialling,
): { ok: true; value: CheckedCallback } | { ok: false; fields: Fields } {
  const { reason, contactName, contactEmail, windowStart, windowEnd } = input
  const number = checkNumberOf(input, dialling)
  const isNew = input.caseId === null
  const email = isNew && contactEmail !== '' ? emailAddress.safeParse(contactEmail) : null
  const reasonFault = isNew ? faultOfReason(reason, input.serviceId !== null) : null
  const fields = {
    ...(reasonFault ? { reason: reasonFault } : {}),
    ...(number.ok ? {} : number.fields),
    ...(email && !email.success ? { contactEmail: email.error.issues[0]?.message ?? '' } : {}),
    ...(windowStart && windowEnd ? {} : { windowStart: 'Bitte ein Zeitfenster für den Rückruf wählen.' }),
  }
  if (!number.ok || !windowStart || !windowEnd || Object.keys(fields).length > 0) return { ok: false, fields }
  return {
    ok: true,
    value: {
      reason,
      name: contactName || null,
      phone: number.value,
      email: email?.success ? email.data : null,
      windowStart: new Date(windowStart),
      windowEnd: new Date(windowEnd),
    },
  }
}

/** A number that the city dials and that somebody has compared, or a sentence at its field. */
export function checkNumberOf(
  { contactPhone, phoneReadBack }: Pick<NewCallbackInput, 'contactPhone' | 'phoneReadBack'>,
  dialling: Dialling,
): { ok: true; value: PhoneNumber } | { ok: false; fields: Fields } {
  if (contactPhone === '')
    return { ok: false, fields: { contactPhone: 'Bitte die Nummer für den Rückruf erfragen.' } }
  const number = callbackNumber(contactPhone, dialling)
  if (!number.ok) return { ok: false, fields: { contactPhone: number.message } }
  if (!phoneReadBack)
    return { ok: false, fields: { phoneReadBack: 'Bitte die Nummer vergleichen und das hier bestätigen.' } }
  return number
}

function faultOfReason(reason: string, serviceKnown: boolean): string | null {
  if (reason === '') return 'Bitte kurz aufschreiben, worum es geht.'
  if (!serviceKnown && reason.length < SHORTEST_REASON)
    return 'Bitte etwas genauer aufschreiben, worum es geht, oder eine Leistung wählen.'
  return null
}
