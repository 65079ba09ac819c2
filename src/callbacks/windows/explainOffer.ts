import { teamsOf } from '../../city/index.ts'
import { requireRole, type StaffContext } from '../../platform/context.ts'
import { notFound } from '../../platform/problems.ts'
import { datesBetween } from '../../shared/dayClock.ts'
import { shortWindow } from '../../shared/germanTime.ts'
import { shortMoment } from '../../shared/spokenMoment.ts'
import type { OfferReasons } from './contract.ts'
import { basisOf, closedReason, NO_OFFER, reasonOf } from './explainTexts.ts'
import { type DayFacts, judge, offersOf } from './offerRule.ts'
import { daysAhead, type Outlook, outlookOf } from './outlook.ts'
import { lastDecided } from './trackerStore.ts'

export const EXPLAINERS = ['lead', 'admin'] as const
/** So many promises are counted, so many windows named. */
const LAST_PROMISES = 100
const NAMED = 12

/** Why the system offers the window it does, and none before. @throws Problem 404 for a team that is not there */
export async function explainOffer(ctx: StaffContext, teamId: string): Promise<OfferReasons> {
  requireRole(ctx, ...EXPLAINERS)
  const { db, cityId, clock } = ctx
  const team = (await teamsOf(db, cityId)).find(({ id }) => id === teamId)
  if (!team) throw notFound('Dieses Team')
  const now = clock.now()
  const outlook = await outlookOf(db, cityId, teamId, now, {})
  const basis = basisOf(outlook, await lastDecided(db, cityId, teamId, LAST_PROMISES))
  const reasons: string[] = []
  let told = now
  for await (const day of daysAhead(db, cityId, teamId, now, outlook)) {
    reasons.push(...closedBetween(outlook, told, day, now))
    const [first] = offersOf(day, true)
    const before = day.grid.hours.filter(({ start }) => !first || start < first.window.start)
    for (const window of before) {
      const reason = reasonOf({ window, judgement: judge(window, day) }, now, outlook.hours.timeZone)
      if (reason) reasons.push(reason)
    }
    if (first) {
      const offer = shortWindow(first.window, now, outlook.hours.timeZone)
      return { offer, basis, reasons: shortened(reasons) }
    }
    told = new Date(day.grid.hours.at(-1)!.end)
  }
  return { offer: null, basis, reasons: [...shortened(reasons), NO_OFFER] }
}

/** Days that would be open and are not, since the last one that was told. */
function closedBetween({ hours }: Outlook, told: Date, day: DayFacts, now: Date): string[] {
  return datesBetween(hours.dateOf(told), day.grid.date).flatMap((date) => {
    const because = hours.closedBecause(date)
    if (because === null) return []
    const noon = Date.parse(`${date}T12:00:00Z`)
    return [closedReason(shortMoment(noon, now, hours.timeZone).day, because)]
  })
}

function shortened(reasons: readonly string[]): string[] {
  const more = reasons.length - NAMED
  return more <= 1 ? [...reasons] : [...reasons.slice(0, NAMED), `Und ${more} weitere Zeiten.`]
}
