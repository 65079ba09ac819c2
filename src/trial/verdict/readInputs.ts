import { cityOf, serviceHoursOf } from '../../city/index.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { datesBetween } from '../../shared/dayClock.ts'
import { answersByDay } from '../answersStore.ts'
import { pastTallies } from '../baseline/pastStore.ts'
import { figuresFromTables } from '../figuresFromTables.ts'
import { rangeOfDays } from '../localDay.ts'
import type { TrialPlan } from '../plan/contract.ts'
import type { DayTally } from '../plan/figures.ts'
import type { TrialInputs } from './inputs.ts'
import { periodOf } from './periodOf.ts'
import { tallyOf } from './tallyOf.ts'
import { workIn } from './workStore.ts'

/** Everything a result is worked out of, by the queries of the board. @param at now: what is decided by then counts @param until last day that is over, 'YYYY-MM-DD' */
export async function readInputs(
  tx: Tx,
  cityId: string,
  { id, plan }: { id: string; plan: TrialPlan },
  at: Date,
  until = plan.period.to,
): Promise<TrialInputs> {
  const { timeZone } = await cityOf(tx, cityId)
  const city = { id: cityId, timeZone }
  const hours = await serviceHoursOf(tx, cityId)
  const { baseline, specialDays } = plan
  const period = { from: plan.period.from, to: until < plan.period.to ? until : plan.period.to }
  const before =
    baseline.source === 'imported'
      ? await pastTallies(tx, city, rangeOfDays(baseline, timeZone), baseline.queues)
      : await ownTallies(tx, city, baseline, at)
  return {
    plan,
    trialId: id,
    baseline: periodOf(baseline, before, hours, specialDays),
    trial: periodOf(period, await ownTallies(tx, city, period, at), hours, specialDays),
    work: await workIn(tx, cityId, rangeOfDays(period, timeZone)),
  }
}

interface Days {
  from: string
  to: string
}

async function ownTallies(
  tx: Tx,
  city: { id: string; timeZone: string },
  days: Days,
  at: Date,
): Promise<DayTally[]> {
  const tallies: DayTally[] = []
  const answers = await answersByDay(tx, city, rangeOfDays(days, city.timeZone), at)
  for (const day of datesBetween(days.from, days.to))
    tallies.push(tallyOf(await figuresFromTables(tx, city, day), answers.get(day)))
  return tallies
}
