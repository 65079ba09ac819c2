import { linesOf, teamsOf } from '../city/index.ts'
import { namesOf } from '../people/index.ts'
import { CITY_STAFF } from '../platform/http/route.ts'
import { type Role, requireRole, type StaffContext } from '../platform/context.ts'
import { callById, outsideTargets, type Switchboard } from '../telephony/index.ts'
import { ownCall } from './callInHand.ts'
import type { TalkTargets } from './contract.ts'
import { DESK_ROLES } from './roles.ts'

/**
 * Whom the call in hand can be passed to. The provider's agents learn from it the names of the lines, of the city's own
 * people who sit at a telephone, and of the allowed outside numbers; no other agent's name and no number.
 * @throws Problem 404, 403 for somebody else's call
 */
export async function targetsFor(
  ctx: StaffContext,
  switchboard: Switchboard,
  callId: string,
): Promise<TalkTargets> {
  requireRole(ctx, ...DESK_ROLES)
  await ownCall(ctx.db, ctx, callId)
  const call = await callById(ctx.db, ctx.cityId, callId)
  const people = switchboard.talk.reachable(ctx)
  const lines = (await linesOf(ctx.db, ctx.cityId)).filter(({ active }) => active)
  const outside = await outsideTargets(ctx.db, ctx.cityId)
  return {
    lines: lines.map(({ id, name, answeringTeamId }) => ({
      id,
      name,
      free: people.filter((one) => one.available && one.teamIds.includes(answeringTeamId)).length,
      own: id === call?.lineId,
    })),
    clerks: await clerksAmong(ctx, people),
    outside: outside.map(({ id, name, purpose }) => ({ id, name, purpose })),
  }
}

async function clerksAmong(
  ctx: StaffContext,
  people: ReturnType<Switchboard['talk']['reachable']>,
): Promise<TalkTargets['clerks']> {
  const teams = new Map((await teamsOf(ctx.db, ctx.cityId)).map(({ id, name }) => [id, name]))
  const isCityStaff = (role: Role): boolean => (CITY_STAFF as readonly Role[]).includes(role)
  const staff = (await namesOf(ctx.db, ctx.cityId)).filter(({ role }) => isCityStaff(role))
  return staff.flatMap(({ id, name, teamIds }) => {
    const there = people.find(({ accountId }) => accountId === id)
    if (!there) return []
    const own = teamIds.map((team) => teams.get(team)).filter((team) => team !== undefined)
    return [{ id, name, teams: own.join(', '), free: there.free }]
  })
}
