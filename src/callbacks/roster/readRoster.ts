import type { Team } from '../../city/index.ts'
import { serviceHoursOf } from '../../city/index.ts'
import { requireRole, type StaffContext } from '../../platform/context.ts'
import { CITY_STAFF } from '../../platform/http/route.ts'
import { notFound } from '../../platform/problems.ts'
import { dateOfNumber, datesBetween, dayNumber, isoWeekday } from '../../shared/dayClock.ts'
import { callersOfTeam } from '../store.ts'
import type { RosterView } from './contract.ts'
import { gapsOf } from './gapsOf.ts'
import { PLANNERS, teamsToSee } from './hands.ts'
import { presentHours, presentPerson } from './presentRoster.ts'
import * as store from './rosterStore.ts'

/** Who of a team makes callbacks when, in the week of a day. @throws Problem 404 for another's team */
export async function readRoster(
  ctx: StaffContext,
  { team: teamId, week }: { team?: string | undefined; week?: string | undefined },
): Promise<RosterView> {
  requireRole(ctx, ...CITY_STAFF)
  const teams = await teamsToSee(ctx.db, ctx)
  const team = teamId === undefined ? teams[0] : teams.find(({ id }) => id === teamId)
  if (!team && teamId !== undefined) throw notFound('Dieses Team')
  return {
    teams: teams.map(({ id, name }) => ({ id, name })),
    roster: team ? await rosterOf(ctx, team, week) : null,
  }
}

async function rosterOf(
  ctx: StaffContext,
  team: Team,
  week: string | undefined,
): Promise<RosterView['roster']> {
  const { db, cityId, actor, clock } = ctx
  const hours = await serviceHoursOf(db, cityId)
  const today = hours.dateOf(clock.now())
  const dates = weekOf(week ?? today)
  const first = [today, ...dates].toSorted()[0] ?? today
  const roster = await store.loadRoster(db, cityId, team.id, { first, last: store.FAR })
  const callers = await callersOfTeam(db, cityId, team.id)
  return {
    team: { id: team.id, name: team.name },
    begun: await store.hasRoster(db, cityId, team.id),
    callbacksPerHour: team.callbacksPerHour,
    mayPlan: PLANNERS.some((role) => role === actor.role),
    today,
    days: dates.map((date) => ({
      date,
      closedBecause: hours.closedBecause(date),
      hours: presentHours(roster, team.id, hours, date),
    })),
    people: callers.map((caller) => ({
      ...presentPerson(caller, roster, team.id, dates),
      mine: caller.id === actor.accountId,
    })),
    gaps: await gapsOf(db, cityId, team.id, clock.now()),
  }
}

/** Monday to Sunday of the week that the date lies in. */
function weekOf(date: string): string[] {
  const monday = dayNumber(date) - (isoWeekday(dayNumber(date)) - 1)
  return datesBetween(dateOfNumber(monday), dateOfNumber(monday + 6))
}
