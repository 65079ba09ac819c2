import { requireRole, type StaffContext } from '../../platform/context.ts'
import { callerNumber } from '../../shared/callerNumber.ts'
import { formatNational } from '../../shared/phoneNumber.ts'
import * as store from '../talk/talkStore.ts'
import type { OutsideNumbersView } from './contract.ts'

/** The numbers that a call may be passed on to, by name. */
export async function listOutsideNumbers(ctx: StaffContext): Promise<OutsideNumbersView> {
  requireRole(ctx, 'admin')
  const rows = await store.outsideNumbers(ctx.db, ctx.cityId)
  return {
    numbers: rows.map(({ id, name, number, purpose }) => {
      const known = callerNumber(number)
      return { id, name, number, numberNational: known ? formatNational(known) : number, purpose }
    }),
  }
}
