import type { z } from 'zod'
import { inTransaction, requireRole, type StaffContext } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { invalid, notFound } from '../platform/problems.ts'
import { parseCallbackNumber, parsePhoneNumber } from '../shared/parsePhoneNumber.ts'
import { cityOf } from './cityOf.ts'
import type { lineInput, RoutingInput } from './contract.ts'
import { emit } from './events.ts'
import { tellingTheField } from './fieldOfConstraint.ts'
import { dialPermissionsOf } from './misuseStore.ts'
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
        ...(input.routing
          ? routingColumns(input.routing, {
              areaCode,
              allowed: await dialPermissionsOf(tx, ctx.cityId),
            })
          : {}),
      }
      const lineId = id ?? newId()
      if (id === null) await store.insertLine(tx, { city_id: ctx.cityId, id: lineId, ...row })
      else if (!(await store.updateLine(tx, ctx.cityId, id, row))) throw notFound('Diese Rufnummer')
      if (input.routing) await store.setHelperTeams(tx, ctx.cityId, lineId, input.routing.helperTeamIds)
      await emit(tx, ctx, 'line.changed', { id: lineId }, {})
      return lineId
    }),
  )
}

/** @throws Problem 422 at the number's field */
function routingColumns(routing: RoutingInput, dialling: { areaCode: string; allowed: readonly string[] }) {
  const outside = routing.overflowNumber === '' ? null : parseCallbackNumber(routing.overflowNumber, dialling)
  if (outside && !outside.ok) throw invalid({ 'routing.overflowNumber': outside.message })
  return {
    needs: [...new Set(routing.needs)],
    widen_after_ms: routing.widenAfterSeconds * 1000,
    overflow_number: outside ? outside.value : null,
    overflow_basis: outside ? routing.overflowBasis : null,
    overflow_after_ms: routing.overflowAfterSeconds * 1000,
    offer_after_ms: routing.offerAfterSeconds * 1000,
  }
}
