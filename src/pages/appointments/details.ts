import { confirmInput } from '../../appointments/contract.ts'
import { fieldMessages } from '../../platform/http/mount.ts'
import type { FieldErrors } from '../../platform/ui/ErrorSummary.tsx'
import type { PageLanguage } from '../../platform/ui/language.ts'
import { parsePhoneNumber } from '../../shared/parsePhoneNumber.ts'
import type { Draft } from './keep.ts'
import { bookingTexts } from './texts.ts'

/** Whether somebody has been asked already who comes; not whether it is right. */
export const isComplete = ({ name, email, phone }: Draft): boolean =>
  name.trim() !== '' && (email.trim() !== '' || phone.trim() !== '')

/** What is wrong with what was typed, in the order of the form: by the rules of the booking, in the page's words. */
export function faultsOf(draft: Draft, areaCode: string, lang: PageLanguage): FieldErrors {
  const texts = bookingTexts[lang].errors
  const typed = confirmInput.shape.contact.safeParse(draft)
  const wrong = typed.success ? {} : fieldMessages(typed.error)
  const email = draft.email.trim()
  const phone = draft.phone.trim()
  const faults: [string, string][] = []
  if ('name' in wrong) faults.push(['name', draft.name.trim() ? texts.nameLong : texts.name])
  if (!email && !phone) faults.push(['email', texts.either])
  else if ('email' in wrong) faults.push(['email', texts.email])
  const phoneFault = 'phone' in wrong ? texts.phoneLong : phoneFaultOf(phone, areaCode, lang)
  if (phoneFault !== null) faults.push(['phone', phoneFault])
  return faults
}

function phoneFaultOf(phone: string, areaCode: string, lang: PageLanguage): string | null {
  if (!phone) return null
  const number = parsePhoneNumber(phone, { areaCode, lang: lang === 'en' ? 'en' : 'de' })
  return number.ok ? null : number.message
}
