import { callerNumber } from '../shared/callerNumber.ts'
import { formatNational } from '../shared/phoneNumber.ts'

const SHOWN_AT_THE_END = 3
const SHOWN_AT_THE_START = 4

/** '0172 … 445': enough to tell two callers apart, too little to call one. @param e164 null when withheld */
export function maskedNumber(e164: string | null): string | null {
  const number = e164 === null ? null : callerNumber(e164)
  if (!number) return null
  const digits = formatNational(number).replaceAll(/\D/g, '')
  return `${digits.slice(0, SHOWN_AT_THE_START)} … ${digits.slice(-SHOWN_AT_THE_END)}`
}
