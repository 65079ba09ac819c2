import type { Context } from '../../platform/context.ts'
import { invalid } from '../../platform/problems.ts'
import { parsePhoneNumber } from '../../shared/parsePhoneNumber.ts'
import type { Contact } from '../appointment.ts'
import type { ConfirmInput } from '../contract.ts'
import { knownCity } from '../settings/offices.ts'

/** Whom somebody says to be, with the telephone number as it is dialled. @throws Problem 422 */
export async function contactOf(
  ctx: Context,
  { name, email, phone }: ConfirmInput['contact'],
): Promise<Contact> {
  if (phone === undefined) return { name, email: email ?? null, phone: null }
  const { areaCode } = await knownCity(ctx, ctx.cityId)
  const number = parsePhoneNumber(phone, { areaCode })
  if (!number.ok) throw invalid({ 'contact.phone': number.message })
  return { name, email: email ?? null, phone: number.value }
}
