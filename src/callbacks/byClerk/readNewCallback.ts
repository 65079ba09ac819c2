import { teamScope } from '../../cases/index.ts'
import { dialPermissionsOf, teamsOf } from '../../city/index.ts'
import { requireRole, type StaffContext } from '../../platform/context.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { invalid } from '../../platform/problems.ts'
import { windowsFor } from '../windows/windowsFor.ts'
import { CALLERS } from '../worklist/hands.ts'
import type { NewCallbackQuery, NewCallbackView } from './contract.ts'

/** As many as one reads aloud. */
const OFFERED = 6

/** What this person can promise for a team. @throws Problem 422 for a team that is not theirs */
export async function readNewCallback(
  ctx: StaffContext,
  { teamId, serviceId }: NewCallbackQuery,
): Promise<NewCallbackView> {
  requireRole(ctx, ...CALLERS)
  const teams = await teamsToPromiseFor(ctx.db, ctx)
  const team = teamId === undefined ? teams[0] : teamAmong(teams, teamId)
  const wish = { serviceId: serviceId ?? null, wide: true }
  const windows = team ? await windowsFor(ctx.db, ctx.cityId, team.id, ctx.clock.now(), OFFERED, wish) : []
  return {
    teams,
    windows: windows.map(({ start, end, label, free }) => ({
      start: new Date(start).toISOString(),
      end: new Date(end).toISOString(),
      label,
      free,
    })),
    dialPermissions: await dialPermissionsOf(ctx.db, ctx.cityId),
  }
}

export type NamedTeam = NewCallbackView['teams'][number]

/** The teams for which this person may promise: their own, for leads all; none of a provider. */
export async function teamsToPromiseFor(reader: Reader, ctx: StaffContext): Promise<NamedTeam[]> {
  const scope = teamScope(ctx.actor)
  const teams = await teamsOf(reader, ctx.cityId)
  return teams
    .filter(({ id, kind }) => kind !== 'service-desk' && (scope === 'all' || scope.includes(id)))
    .map(({ id, name }) => ({ id, name }))
}

/** @throws Problem 422 at `teamId`; also without a team where there are several */
export function teamAmong(teams: readonly NamedTeam[], teamId: string | null): NamedTeam {
  const [only, ...others] = teams
  const team = teamId === null && others.length === 0 ? only : teams.find(({ id }) => id === teamId)
  if (!team) throw invalid({ teamId: 'Bitte das Team wählen, das zurückruft.' })
  return team
}
