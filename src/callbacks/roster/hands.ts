import { teamScope } from '../../cases/index.ts'
import { teamsOf, type Team } from '../../city/index.ts'
import type { StaffContext } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import { notFound } from '../../platform/problems.ts'
import type { RosterChanged } from './contract.ts'
import { emitRoster } from './events.ts'
import { gapsOf } from './gapsOf.ts'

/** Who says who works when. */
export const PLANNERS = ['lead', 'admin'] as const

/** The teams whose roster this account may see: those that make callbacks, a clerk's own only. */
export async function teamsToSee(reader: Reader, { cityId, actor }: StaffContext): Promise<Team[]> {
  const scope = teamScope(actor)
  return (await teamsOf(reader, cityId)).filter(
    ({ id, kind, callbacksPerHour }) =>
      (kind !== 'service-desk' || callbacksPerHour > 0) && (scope === 'all' || scope.includes(id)),
  )
}

/** @throws Problem 404 for a team that makes no callbacks */
export async function teamToPlan(reader: Reader, ctx: StaffContext, teamId: string): Promise<Team> {
  const team = (await teamsToSee(reader, ctx)).find(({ id }) => id === teamId)
  if (!team) throw notFound('Dieses Team')
  return team
}

/** The last step of every change: tells it, and answers what it leaves uncovered. */
export async function changed(tx: Tx, ctx: StaffContext, teamIds: readonly string[]): Promise<RosterChanged> {
  for (const teamId of teamIds) await emitRoster(tx, ctx, 'roster.changed', { id: teamId }, { teamId })
  const gaps = []
  for (const teamId of teamIds) gaps.push(...(await gapsOf(tx, ctx.cityId, teamId, ctx.clock.now())))
  return { gaps }
}
