import type { AccountActor } from '../platform/context.ts'
import { Problem } from '../platform/problems.ts'

/** The teams whose cases this account works: a lead and an administrator see all, everybody else their own. */
export function teamScope(actor: AccountActor): 'all' | readonly string[] {
  return actor.role === 'lead' || actor.role === 'admin' ? 'all' : actor.teamIds
}

/** @throws Problem 403 when the case is another team's */
export function requireTeam(actor: AccountActor, teamId: string): void {
  const scope = teamScope(actor)
  if (scope !== 'all' && !scope.includes(teamId)) {
    throw new Problem(403, 'other-team', 'Dieses Anliegen liegt bei einem anderen Team.')
  }
}
