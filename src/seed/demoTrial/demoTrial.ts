import { serviceHoursOf } from '../../city/index.ts'
import type { StaffContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { datesBetween, dateOfNumber, dayNumber, isoWeekday } from '../../shared/dayClock.ts'
import {
  closeTrial,
  decideTrial,
  enterTestCall,
  importPast,
  publishTrial,
  randomFrom,
  saveTrial,
  startTrial,
  type TrialPlan,
} from '../../trial/index.ts'
import {
  callBefore,
  callInTrial,
  callsOn,
  caseOf,
  type DemoCall,
  type DemoCase,
  type OpenDay,
} from './history.ts'
import { type Cast, insertHistory } from './historyStore.ts'
import { queueLogOf } from './queueLogOf.ts'

/** Of the example's busiest and quietest weekday, Monday first. */
const CALLS_BEFORE = [96, 78, 70, 88, 58]
const CALLS_IN_TRIAL = [84, 66, 60, 74, 48]

/**
 * A trial that is over, so that a newcomer sees a report at once: a `queue_log` of nine weeks, four weeks of calls, cases and callbacks with
 * their events, the plan, the result and a decision. Everything in it is made up, and says so.
 * @param today 'YYYY-MM-DD'
 */
export async function tryOut(tx: Tx, lead: StaffContext, cast: Cast, today: string): Promise<void> {
  const monday = dayNumber(today) - isoWeekday(dayNumber(today)) + 1
  const day = (fromStart: number) => dateOfNumber(monday - 70 + fromStart)
  const plan = planOf(day)
  const hours = await serviceHoursOf(tx, cast.cityId)
  const openDays = (from: string, to: string): OpenDay[] =>
    datesBetween(from, to)
      .map((date) => ({ day: date, openings: hours.openingsOn(date) }))
      .filter(({ openings }) => openings.length > 0)
  const random = randomFrom(1)
  const past = openDays(plan.baseline.from, plan.baseline.to).flatMap((open) =>
    callsOn(open, CALLS_BEFORE[weekday(open)]!, random, (at) => callBefore(at, random)),
  )
  // One service day more, on which the last callbacks are made.
  const days = openDays(plan.period.from, day(32))
  const history: (DemoCall | DemoCase)[] = days.flatMap((open, n) => {
    if (open.day > plan.period.to) return []
    const isSpecial = plan.specialDays.some((special) => special.day === open.day)
    const calls = CALLS_IN_TRIAL[weekday(open)]! * (isSpecial ? 2 : 1)
    return callsOn(open, calls, random, (at) => callInTrial(at, random)).map((call) =>
      call.talkMs === null ? call : caseOf(call, days[n + 1] ?? null, random),
    )
  })
  // Each step at the moment at which a city would have done it.
  const on = (date: string): StaffContext => {
    const at = new Date(`${date}T12:00:00Z`)
    return { ...lead, db: tx, clock: { now: () => at } }
  }
  await importPast(on(day(-9)), { name: 'queue_log (erfunden)', bytes: Buffer.from(queueLogOf(past)) })
  const id = await saveTrial(on(day(-9)), null, plan)
  await startTrial(on(day(-7)), id)
  // The two waits that were in the newspaper; the days are made up.
  const tested = { time: '10:00', dialled: 'Bürgerbüro', answered: true }
  await enterTestCall(on(day(-9)), { day: day(-20), ...tested, waitS: 12_000 })
  await enterTestCall(on(day(9)), { day: day(8), ...tested, waitS: 15 })
  await insertHistory(tx, cast, history)
  await closeTrial(on(day(33)), id)
  await publishTrial(on(day(35)), id)
  await decideTrial(on(plan.decidesOn), id, {
    decision: 'adapt',
    text: 'Beispiel: Der Rat setzt den Telefon-Service fort. Was beim ersten Anruf geklärt werden darf, wird mehr.',
  })
}

const weekday = ({ day }: OpenDay): number => isoWeekday(dayNumber(day)) - 1

/** @param day of the trial, 0 the first */
const planOf = (day: (fromStart: number) => string): TrialPlan => ({
  title: 'Telefon-Service im Testbetrieb (erfundene Zahlen)',
  question:
    'Erreichen Menschen das Bürgerbüro schneller, wenn ein Dienstleister die Anrufe annimmt und die Stadt zurückruft? Alle Zahlen dieses Beispiels sind erfunden.',
  period: { from: day(0), to: day(25) },
  baseline: { from: day(-70), to: day(-10), source: 'imported', queues: [] },
  decidesOn: day(45),
  provider: 'Beispiel-Telefonservice GmbH (Demo)',
  price: { per: 'call', cents: 290 },
  staffCentsPerHour: 4_800,
  targets: [
    { figure: 'answered15', share: 0.8 },
    { figure: 'callbacks', share: 0.9 },
    { figure: 'abandoned', share: 0.05 },
    { figure: 'firstContact', share: 0.65 },
  ],
  rule: 'first',
  specialDays: [{ day: day(14), why: 'Tag nach einer Wahl' }],
})
