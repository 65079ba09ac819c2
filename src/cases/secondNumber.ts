import { cityOf } from '../city/index.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import type { CaseNumber } from '../shared/caseNumber.ts'
import { drawNumber } from './drawNumber.ts'
import * as store from './secondNumberStore.ts'

/**
 * A number for somebody who asked on the web about a case that is open, and who may be a stranger to it: with it staff find
 * the case, and whoever has it is told no more than what they chose themselves.
 */
export async function giveSecondNumber(
  tx: Tx,
  ctx: Context,
  { caseId, lineId, serviceId, window }: Omit<store.SecondNumber, 'givenAt'>,
): Promise<CaseNumber> {
  const { casePrefix } = await cityOf(tx, ctx.cityId)
  return drawNumber(casePrefix, (number) =>
    store.insertSecondNumber(tx, {
      city_id: ctx.cityId,
      number,
      case_id: caseId,
      given_at: ctx.clock.now(),
      line_id: lineId,
      service_id: serviceId,
      window_start: new Date(window.start),
      window_end: new Date(window.end),
    }),
  )
}
