import { requireRole, type StaffContext } from '../../platform/context.ts'
import { shortWindow } from '../../shared/germanTime.ts'
import { callersOfTeam } from '../store.ts'
import { teamsThatTakeOver } from '../worklist/passOn.ts'
import { type FreeWindow, HORIZON_WINDOWS, windowsFor } from '../windows/windowsFor.ts'
import { leftOf } from './alarmRule.ts'
import * as store from './alarmStore.ts'
import { atRiskNow, type Risky, type TeamAtRisk } from './atRisk.ts'
import type { AtRiskView } from './contract.ts'
import { type Colleague, helpsFor, type HelpFacts } from './helpRule.ts'
import { presentRisks } from './presentRisk.ts'

/** More than a lead works through; the count says how many there are. */
const LIST_LIMIT = 100
/** As many as one act takes. */
const ACT_LIMIT = 200

type Facts = Pick<HelpFacts, 'colleagues' | 'teams'> & { windows: readonly FreeWindow[] }
type WindowsOf = (teamId: string) => Promise<readonly FreeWindow[]>

/** What is at risk, and what helps. Leads act on it; administrators look. */
export async function readAtRisk(ctx: StaffContext): Promise<AtRiskView> {
  requireRole(ctx, 'lead', 'admin')
  const now = ctx.clock.now()
  const { items, teams, timeZone } = await atRiskNow(ctx.db, ctx.cityId, now)
  const shown = await presentRisks(ctx.db, ctx.cityId, items.slice(0, LIST_LIMIT))
  const windowsOf = lookOnce(ctx, now)
  const deputies = await store.deputies(ctx.db, ctx.cityId)
  const facts = new Map<string, Facts>()
  const views: AtRiskView['teams'] = []
  for (const one of teams) {
    if (!items.some(({ promise }) => promise.teamId === one.team.id) && one.loadText === null) continue
    const known = await factsOf(ctx, one, now, windowsOf)
    facts.set(one.team.id, known)
    views.push(presentTeam(one, known, items))
  }
  return {
    count: items.length,
    teams: views,
    items: shown.map(({ item, promise, stages }) => {
      const known = facts.get(item.teamId)
      if (!known) return { ...item, helps: [] }
      const left = leftOf(promise, now)
      const next = known.windows.find(({ start }) => start >= left.end)
      const later = next ? shortWindow(next, now, timeZone) : null
      const { ownerId } = promise
      const deputyId = deputies.get(ownerId ?? '') ?? null
      const asked = stages.has('asked-later')
      const overloaded = item.why === 'too-much'
      return { ...item, helps: helpsFor({ ...known, left, ownerId, deputyId, later, asked, overloaded }) }
    }),
  }
}

/** The windows in which another team has room are looked for once, however many teams it may help. */
function lookOnce({ db, cityId }: StaffContext, now: Date): WindowsOf {
  const known = new Map<string, Promise<readonly FreeWindow[]>>()
  return (teamId) => {
    const windows = known.get(teamId) ?? windowsFor(db, cityId, teamId, now, HORIZON_WINDOWS)
    known.set(teamId, windows)
    return windows
  }
}

async function factsOf(
  { db, cityId }: StaffContext,
  { team }: TeamAtRisk,
  now: Date,
  windowsOf: WindowsOf,
): Promise<Facts> {
  const others = await teamsThatTakeOver(db, cityId, team.id)
  const teams: HelpFacts['teams'][number][] = []
  for (const { id, name } of others) teams.push({ id, name, free: await windowsOf(id) })
  const colleagues = (await callersOfTeam(db, cityId, team.id)).map(({ id, name }): Colleague => ({
    id,
    name,
    onDuty: team.duties.filter(({ who }) => who === id),
    inHand: team.promises.filter(({ ownerId }) => ownerId === id).length,
  }))
  // What the citizen would be offered; who takes over keeps the promised hours, so of the others only hours count.
  const windows = await windowsFor(db, cityId, team.id, now, HORIZON_WINDOWS, { wide: true })
  return { colleagues, teams, windows }
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
            .filter(
              ({ promise, why, stages }) =>
                promise.teamId === team.id && why === 'nobody' && !stages.has('asked-later'),
            )
            .slice(0, ACT_LIMIT)
            .map(({ promise }) => promise.id),
        },
  colleagues: colleagues.map(({ id, name }) => ({ id, name })),
  takers: teams.map(({ id, name }) => ({ id, name })),
})
