import type { z } from 'zod'
import { inTransaction, requireRole, type StaffContext } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { invalid, notFound } from '../platform/problems.ts'
import { parsePhoneNumber } from '../shared/parsePhoneNumber.ts'
import { cityOf } from './cityOf.ts'
import type { lineInput } from './contract.ts'
import { emit } from './events.ts'
import { tellingTheField } from './fieldOfConstraint.ts'
import * as store from './store.ts'

/**
 * Adds a line (`id` null) or changes one. The number may be typed without the city's area code.
 * @returns its id @throws Problem 404, 422
 */
export async function saveLine(
  ctx: StaffContext,
  id: string | null,
  input: z.output<typeof lineInput>,
): Promise<string> {
  requireRole(ctx, 'admin')
  return tellingTheField(() =>
    inTransaction(ctx, async (tx) => {
      const { areaCode } = await cityOf(tx, ctx.cityId)
      const number = parsePhoneNumber(input.number, { areaCode })
      if (!number.ok) throw invalid({ number: number.message })
      const row = {
        number: number.value,
        name: input.name,
        purpose: input.purpose,
        greeting: input.greeting,
        answering_team_id: input.answeringTeamId,
        callback_team_id: input.callbackTeamId,
        active: input.active,
      }
      const lineId = id ?? newId()
      if (id === null) await store.insertLine(tx, { city_id: ctx.cityId, id: lineId, ...row })
      else if (!(await store.updateLine(tx, ctx.cityId, id, row))) throw notFound('Diese Rufnummer')
      await emit(tx, ctx, 'line.changed', { id: lineId }, {})
      return lineId
    }),
  )
}
