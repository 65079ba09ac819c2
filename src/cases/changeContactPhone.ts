import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import type { PhoneNumber } from '../shared/phoneNumber.ts'
import * as store from './store.ts'

/** The person of a case is reached by another number, in the caller's transaction; whoever changes it tells the events. */
export const changeContactPhone = (tx: Tx, ctx: Context, caseId: string, phone: PhoneNumber): Promise<void> =>
  store.setContactPhone(tx, ctx.cityId, caseId, phone)
