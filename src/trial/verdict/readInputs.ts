import { cityOf, serviceHoursOf } from '../../city/index.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { datesBetween } from '../../shared/dayClock.ts'
import { answersByDay } from '../answersStore.ts'
import { countPast } from '../baseline/countPast.ts'
import { pastTallies } from '../baseline/pastStore.ts'
import { sheetTallies } from '../baseline/tally/sheetStore.ts'
import { figuresFromTables } from '../figuresFromTables.ts'
import { rangeOfDays } from '../localDay.ts'
import type { TrialPlan } from '../plan/contract.ts'
import type { DayTally } from '../plan/figures.ts'
import { asPastCall, type KnownTestCall, withoutId } from '../testCalls/asPastCall.ts'
import { testCallsIn } from '../testCalls/testCallStore.ts'
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
  const tested = {
    baseline: await testCallsIn(tx, cityId, rangeOfDays(baseline, timeZone)),
    trial: await testCallsIn(tx, cityId, rangeOfDays(period, timeZone)),
  }
  const before = await talliesBefore(tx, city, { plan, at, testCalls: tested.baseline })
  return {
    plan,
    trialId: id,
    baseline: periodOf(baseline, before, hours, specialDays),
    trial: periodOf(period, await ownTallies(tx, city, period, at), hours, specialDays),
    testCalls: { baseline: tested.baseline.map(withoutId), trial: tested.trial.map(withoutId) },
    work: await workIn(tx, cityId, rangeOfDays(period, timeZone)),
  }
}

interface Days {
  from: string
  to: string
}

/** The days before, from where the plan says. */
async function talliesBefore(
  tx: Tx,
  city: { id: string; timeZone: string },
  { plan: { baseline }, at, testCalls }: { plan: TrialPlan; at: Date; testCalls: readonly KnownTestCall[] },
): Promise<DayTally[]> {
  switch (baseline.source) {
    case 'imported':
      return pastTallies(tx, city, rangeOfDays(baseline, city.timeZone), baseline.queues)
    case 'tally':
      return sheetTallies(tx, city.id, baseline)
    case 'test-calls':
      return [...countPast(testCalls.map(asPastCall), city.timeZone).values()]
    case 'own':
      return ownTallies(tx, city, baseline, at)
  }
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
