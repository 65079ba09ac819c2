import { cityOf } from '../city/index.ts'
import { requireRole, type StaffContext } from '../platform/context.ts'
import { CITY_STAFF } from '../platform/http/route.ts'
import { invalid, notFound } from '../platform/problems.ts'
import { parseCaseNumber } from '../shared/caseNumber.ts'
import { requireTeam } from './scope.ts'
import { findSecondNumber } from './secondNumberStore.ts'
import * as store from './store.ts'

/** The id of the case with this number, typed in any way; also with a number that was given to who asked again. @throws Problem 422 for no number, 404, 403 for another team's */
export async function findCase(ctx: StaffContext, input: { number: string }): Promise<{ id: string }> {
  requireRole(ctx, ...CITY_STAFF)
  const { casePrefix } = await cityOf(ctx.db, ctx.cityId)
  const number = parseCaseNumber(input.number, { prefix: casePrefix })
  if (!number.ok) throw invalid({ number: number.message })
  const second = await findSecondNumber(ctx.db, ctx.cityId, number.value)
  const by = second ? { id: second.caseId } : { number: number.value }
  const found = await store.findCase(ctx.db, ctx.cityId, by)
  if (!found) throw notFound(`Ein Anliegen mit der Nummer ${number.value}`)
  requireTeam(ctx.actor, found.teamId)
  return { id: found.id }
}
