import type { z } from 'zod'
import { teamsOf } from '../city/index.ts'
import { requireRole, type StaffContext } from '../platform/context.ts'
import { listCategories } from '../reports/index.ts'
import type { deskCategories } from './contract.ts'
import { DESK_ROLES } from './roles.ts'

/** What a caller can report, in the city's order; the provider's agents see the same as everybody on the web, and the team. */
export async function readCategories(ctx: StaffContext): Promise<z.infer<typeof deskCategories>> {
  requireRole(ctx, ...DESK_ROLES)
  const teams = new Map((await teamsOf(ctx.db, ctx.cityId)).map(({ id, name }) => [id, name]))
  const categories = await listCategories(ctx.db, ctx.cityId, 'active')
  return {
    categories: categories.map(({ id, name, description, place, questions, instead, teamId }) => ({
      id,
      name,
      description,
      place,
      questions: [...questions],
      instead,
      teamName: teams.get(teamId) ?? '',
    })),
  }
}
