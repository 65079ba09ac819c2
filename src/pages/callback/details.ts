import type { FieldErrors } from '../../platform/ui/ErrorSummary.tsx'
import type { PageLanguage } from '../../platform/ui/language.ts'
import { callbackNumber, type Dialling } from '../../shared/callbackNumber.ts'
import { emailAddress } from '../../shared/emailAddress.ts'
import type { Draft } from './keep.ts'
import { callbackTexts } from './texts.ts'

/** Without a service, what is typed is all that the clerk knows. */
const SHORTEST_REASON = 5
export const LONGEST_REASON = 500
const LONGEST_NAME = 120
const LONGEST_NUMBER = 40

/** What is wrong with what it is about. */
export function reasonFaults(reason: string, hasService: boolean, lang: PageLanguage): FieldErrors {
  const texts = callbackTexts[lang].errors
  const { length } = reason.trim()
  if (length === 0) return [['reason', texts.reason]]
  if (!hasService && length < SHORTEST_REASON) return [['reason', texts.reasonShort]]
  return length > LONGEST_REASON ? [['reason', texts.reasonLong]] : []
}

/** What is wrong with number, name and address, in the order of the form. */
export function contactFaults(draft: Draft, dialling: Dialling, lang: PageLanguage): FieldErrors {
  const texts = callbackTexts[lang].errors
  const phone =
    draft.phone.length > LONGEST_NUMBER ? texts.phoneLong : phoneFault(draft.phone, dialling, lang)
  const email = draft.email.trim()
  const faults: [string, string | null][] = [
    ['phone', phone],
    ['name', draft.name.trim().length > LONGEST_NAME ? texts.nameLong : null],
    ['email', email === '' || emailAddress.safeParse(email).success ? null : texts.email],
  ]
  return faults.flatMap(([field, message]) => (message === null ? [] : [[field, message] as const]))
}

function phoneFault(typed: string, dialling: Dialling, lang: PageLanguage): string | null {
  const number = callbackNumber(typed, dialling, lang === 'en' ? 'en' : 'de')
  return number.ok ? null : number.message
}
