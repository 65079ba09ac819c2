import type { Lang } from './lang.ts'
import { parseCallbackNumber, type PhoneFault } from './parsePhoneNumber.ts'
import type { PhoneNumber } from './phoneNumber.ts'
import type { Result } from './result.ts'

/** What the city's settings say about numbers. */
export interface Dialling {
  areaCode: string
  /** Beginnings that the administrator has allowed beyond ordinary numbers. */
  allowed: readonly string[]
  /** The city's own lines: calling them would make the city talk to itself. */
  own: readonly PhoneNumber[]
}

const OWN: Record<Lang, string> = {
  de: 'Das ist unsere eigene Nummer. Bitte geben Sie die Nummer ein, unter der wir Sie erreichen.',
  en: 'This is our own number. Please enter the number at which we can reach you.',
}

/**
 * The one rule of which number is called back, however the callback is made: one that the city may dial (`dialFault`: no
 * emergency, premium or special number, abroad only where allowed) and that is none of its own. It need not be the number
 * somebody calls from.
 */
export function callbackNumber(
  typed: string,
  { areaCode, allowed, own }: Dialling,
  lang: Lang = 'de',
): Result<PhoneNumber, PhoneFault | 'own'> {
  const number = parseCallbackNumber(typed, { areaCode, allowed, lang })
  if (!number.ok || !own.includes(number.value)) return number
  return { ok: false, cause: 'own', message: OWN[lang] }
}
