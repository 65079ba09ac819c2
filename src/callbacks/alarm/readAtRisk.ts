import { requireRole, type StaffContext } from '../../platform/context.ts'
import { shortWindow } from '../../shared/germanTime.ts'
import { serviceHoursOf } from '../../city/index.ts'
import { callersOfTeam } from '../store.ts'
import { teamsThatTakeOver } from '../worklist/passOn.ts'
import { type FreeWindow, HORIZON_WINDOWS, windowsFor } from '../windows/windowsFor.ts'
import { leftOf } from './alarmRule.ts'
import * as store from './alarmStore.ts'
import { atRiskNow, type Risky, type TeamAtRisk } from './atRisk.ts'
import type { AtRiskView } from './contract.ts'
import { type Colleague, helpsFor, type HelpFacts } from './helpRule.ts'

/** More than a lead works through; the count says how many there are. */
const LIST_LIMIT = 100
/** As many as one act takes. */
const ACT_LIMIT = 200

type Facts = Pick<HelpFacts, 'colleagues' | 'teams'> & { windows: readonly FreeWindow[]; timeZone: string }

/** What is at risk, and what helps. Leads act on it; administrators look. */
export async function readAtRisk(ctx: StaffContext): Promise<AtRiskView> {
  requireRole(ctx, 'lead', 'admin')
  const now = ctx.clock.now()
  const { items, teams } = await atRiskNow(ctx.db, ctx.cityId, now)
  const shown = items.slice(0, LIST_LIMIT)
  const deputies = await store.deputies(ctx.db, ctx.cityId)
  const facts = new Map<string, Facts>()
  const views: AtRiskView['teams'] = []
  for (const one of teams) {
    if (!items.some(({ item }) => item.teamId === one.team.id) && one.loadText === null) continue
    const known = await factsOf(ctx, one, now)
    facts.set(one.team.id, known)
    views.push(presentTeam(one, known, items))
  }
  return {
    count: items.length,
    teams: views,
    items: shown.map(({ item, promise, asked }) => {
      const known = facts.get(item.teamId)
      if (!known) return { ...item, helps: [] }
      const left = leftOf(promise, now)
      const next = known.windows.find(({ start }) => start >= left.end)
      const later = next ? shortWindow(next, now, known.timeZone) : null
      const { ownerId } = promise
      const deputyId = deputies.get(ownerId ?? '') ?? null
      const overloaded = item.why === 'too-much'
      return { ...item, helps: helpsFor({ ...known, left, ownerId, deputyId, later, asked, overloaded }) }
    }),
  }
}

async function factsOf({ db, cityId }: StaffContext, { team }: TeamAtRisk, now: Date): Promise<Facts> {
  const others = await teamsThatTakeOver(db, cityId, team.id)
  const teams: HelpFacts['teams'][number][] = []
  for (const { id, name } of others)
    teams.push({ id, name, free: await windowsFor(db, cityId, id, now, HORIZON_WINDOWS) })
  const colleagues = (await callersOfTeam(db, cityId, team.id)).map(({ id, name }): Colleague => ({
    id,
    name,
    onDuty: team.duties.filter(({ who }) => who === id),
    inHand: team.promises.filter(({ ownerId }) => ownerId === id).length,
  }))
  const windows = await windowsFor(db, cityId, team.id, now, HORIZON_WINDOWS)
  const { timeZone } = await serviceHoursOf(db, cityId)
  return { colleagues, teams, windows, timeZone }
}

const presentTeam = (
  { team, loadText, nobodyText }: TeamAtRisk,
  { colleagues, teams }: Facts,
  items: readonly Risky[],
): AtRiskView['teams'][number] => ({
  id: team.id,
  name: team.name,
  loadText,
  nobody:
    nobodyText === null
      ? null
      : {
          text: nobodyText,
          ids: items
            .filter(({ item, asked }) => item.teamId === team.id && item.why === 'nobody' && !asked)
            .slice(0, ACT_LIMIT)
            .map(({ item }) => item.callbackId),
        },
  colleagues: colleagues.map(({ id, name }) => ({ id, name })),
  takers: teams.map(({ id, name }) => ({ id, name })),
})
