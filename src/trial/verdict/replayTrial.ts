import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { cityOf } from '../../city/index.ts'
import type { Db, Tx } from '../../platform/db/connect.ts'
import { notFound } from '../../platform/problems.ts'
import { ANSWER_KINDS, answersFromEvents } from '../answersFromEvents.ts'
import { countPast } from '../baseline/countPast.ts'
import type { PastCall } from '../baseline/pastCall.ts'
import { readTally } from '../baseline/tally/readTally.ts'
import { tallyOfSheet } from '../baseline/tally/sheetStore.ts'
import { asPastCall, withoutId } from '../testCalls/asPastCall.ts'
import { testCallsIn } from '../testCalls/testCallStore.ts'
import { packedImports } from '../baseline/pastStore.ts'
import { readPast } from '../baseline/readPast.ts'
import { figuresFromEvents } from '../figuresFromEvents.ts'
import { rangeOfDays } from '../localDay.ts'
import type { DayTally } from '../plan/figures.ts'
import { resultOf } from '../plan/trialStore.ts'
import * as store from '../store.ts'
import { TOLD_KINDS } from '../toldEvents.ts'
import { hashOf } from './hashOf.ts'
import { trialInputs, type TrialInputs } from './inputs.ts'
import { judge } from './judge.ts'
import { tallyOf } from './tallyOf.ts'
import { WORK_KINDS, workFromEvents } from './workFromEvents.ts'

const unpack = promisify(gunzip)
/** What was over when a sheet came in is over. */
const AT_ANY_TIME = '9999-12-31'

/** What the kept result says, and what it says when it is worked out anew. */
export interface TrialDifference {
  /** 'trial 2026-09-14 answered15', 'result.figures.0.change.low' */
  what: string
  kept: string
  anew: string
}

/**
 * Works out a closed trial anew: its days from the event log, the time before from the files as they were imported, the result
 * from both; and holds each figure against the kept one.
 * @throws Problem 404 where there is no result
 */
export function replayTrial(db: Db, cityId: string, trialId: string): Promise<TrialDifference[]> {
  return store.inOneMoment(db, async (tx) => {
    const kept = await resultOf(tx, cityId, trialId)
    if (!kept) throw notFound('Ein Ergebnis dieses Testbetriebs')
    const inputs = trialInputs.parse(kept.inputs)
    const { timeZone } = await cityOf(tx, cityId)
    const told = await figuresFromEvents(store.eventsOf(tx, cityId, TOLD_KINDS), timeZone)
    const answers = await answersFromEvents(store.eventsOf(tx, cityId, ANSWER_KINDS), timeZone, kept.at)
    const own = new Map([...told].map(([day, figures]) => [day, tallyOf(figures, answers.get(day))]))
    const { baseline, period } = inputs.plan
    const past = baseline.source === 'own' ? own : await pastOf(tx, { id: cityId, timeZone }, inputs.plan)
    const work = await workFromEvents(
      store.eventsOf(tx, cityId, WORK_KINDS),
      rangeOfDays(period, timeZone),
      kept.at,
    )
    return [
      ...differences('hash', kept.hash, hashOf(kept.inputs)),
      ...daysApart('baseline', inputs.baseline, past),
      ...daysApart('trial', inputs.trial, own),
      ...differences('work', inputs.work, work),
      ...differences(
        'testCalls',
        inputs.testCalls,
        inputs.testCalls && (await testCallsOf(tx, cityId, inputs.plan, timeZone)),
      ),
      ...differences('result', kept.result, judge(inputs)),
    ]
  })
}

async function testCallsOf(
  tx: Tx,
  cityId: string,
  { baseline, period }: TrialInputs['plan'],
  timeZone: string,
): Promise<TrialInputs['testCalls']> {
  const called = async (days: { from: string; to: string }) =>
    (await testCallsIn(tx, cityId, rangeOfDays(days, timeZone))).map(withoutId)
  return { baseline: await called(baseline), trial: await called(period) }
}

/** The days before, from what was kept of them as it came. */
async function pastOf(
  tx: Tx,
  city: { id: string; timeZone: string },
  { baseline }: TrialInputs['plan'],
): Promise<Map<string, DayTally>> {
  if (baseline.source === 'tally') return pastFromSheets(tx, city.id)
  if (baseline.source === 'imported') return pastFromFiles(tx, city.id, city.timeZone, baseline.queues)
  const calls = await testCallsIn(tx, city.id, rangeOfDays(baseline, city.timeZone))
  return countPast(calls.map(asPastCall), city.timeZone)
}

async function pastFromSheets(tx: Tx, cityId: string): Promise<Map<string, DayTally>> {
  const days = new Map<string, DayTally>()
  for await (const { packed } of packedImports(tx, cityId, 'tally'))
    for (const day of readTally((await unpack(packed)).toString(), AT_ANY_TIME).days)
      if (!days.has(day.day)) days.set(day.day, tallyOfSheet(day))
  return days
}

async function pastFromFiles(
  tx: Tx,
  cityId: string,
  timeZone: string,
  queues: readonly string[],
): Promise<Map<string, DayTally>> {
  const calls: PastCall[] = []
  for await (const { packed, mapping } of packedImports(tx, cityId)) {
    for await (const found of readPast(await unpack(packed), mapping, timeZone))
      if ('call' in found && (queues.length === 0 || queues.includes(found.call.queue)))
        calls.push(found.call)
  }
  return countPast(calls, timeZone)
}

function daysApart(
  which: string,
  { days, special }: TrialInputs['trial'],
  anew: ReadonlyMap<string, DayTally>,
): TrialDifference[] {
  return [...days, ...special].flatMap((kept) =>
    differences(`${which} ${kept.day}`, kept, anew.get(kept.day) ?? null),
  )
}

/** Leaf by leaf; a number is equal when every digit is. What is counted only since it was kept is no difference. */
function differences(what: string, kept: unknown, anew: unknown): TrialDifference[] {
  if (isObject(kept) && isObject(anew)) {
    const keys = Object.keys(Array.isArray(anew) ? { ...kept, ...anew } : kept)
    return keys.flatMap((key) => differences(`${what}.${key}`, kept[key], anew[key]))
  }
  const [one, other] = [JSON.stringify(kept), JSON.stringify(anew)]
  return one === other ? [] : [{ what, kept: one ?? 'nichts', anew: other ?? 'nichts' }]
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
