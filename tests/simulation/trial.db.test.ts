import { expect, test } from 'vitest'
import { teamsOf } from '../../src/city/index.ts'
import { keepDraft } from '../../src/desk/keepDraft.ts'
import { givenAccount } from '../../src/people/people.testkit.ts'
import { signIn } from '../../src/people/signIn.ts'
import { asSystem, type StaffContext } from '../../src/platform/context.ts'
import { datesBetween } from '../../src/shared/dayClock.ts'
import { planEnding, readEnding } from '../../src/trial/ending/planEnding.ts'
import {
  closeTrial,
  decideTrial,
  importPast,
  publishedTrial,
  publishTrial,
  saveTrial,
  startTrial,
  trialJobs,
} from '../../src/trial/index.ts'
import { localDay } from '../../src/trial/localDay.ts'
import { replay } from '../../src/trial/replay.ts'
import { aPlan, queueLogOf } from '../../src/trial/trial.testkit.ts'
import { replayTrial } from '../../src/trial/verdict/replayTrial.ts'
import { useDatabase } from '../kit/database.ts'
import { checkMonth } from './invariants.ts'
import { fromWindows } from './offers.ts'
import { localTime, type Office } from './office.ts'
import { WHOLE_MONTH } from './plan.ts'
import { exponential, seeded } from './random.ts'
import { NOBODY, numberOf, runMonth } from './runMonth.ts'
import { NOTE, type PlayedCall } from './serviceDesk.ts'

const database = useDatabase()

/** Four weeks of a small city; a day after an election is special, and one is closed by a storm in the morning. */
const MONTH = {
  ...WHOLE_MONTH,
  serviceDays: 20,
  calls: 460,
  busy: { from: '2027-03-15', until: '2027-03-15' },
  closures: [{ date: '2027-03-10', at: '07:10', reason: 'Sturm' }],
  officeSize: 0.35,
}
const PLAN = aPlan({
  period: { from: '2027-03-01', to: '2027-03-26' },
  baseline: { from: '2026-12-01', to: '2027-02-19', source: 'imported', queues: ['buero'] },
  decidesOn: '2027-04-15',
  price: { per: 'call', cents: 310 },
  targets: [
    { figure: 'answered15', share: 0.7 },
    { figure: 'callbacks', share: 0.8 },
    { figure: 'abandoned', share: 0.15 },
    { figure: 'firstContact', share: 0.9 },
  ],
  specialDays: [{ day: '2027-03-15', why: 'Tag nach der Wahl' }],
})

/** The old telephone: eighteen calls on each weekday, long waits, and a third gives up. */
function oldTelephone(): string {
  const random = seeded(7)
  const weekdays = datesBetween(PLAN.baseline.from, PLAN.baseline.to).filter(
    (day) => new Date(`${day}T12:00:00Z`).getUTCDay() % 6 !== 0,
  )
  return queueLogOf(
    weekdays.flatMap((day) =>
      Array.from({ length: 18 }, () => ({
        at: localTime(day, 8 * 60 + 450 * random()),
        waitS: Math.round(exponential(random, 240)),
        talkS: random() < 0.66 ? 150 : null,
      })),
    ),
  )
}

test(
  'given a trial from its plan to the end of its provider, what it says is what callers lived through, and nobody of the provider is left',
  { timeout: 300_000 },
  async () => {
    const { platform } = database
    const { clock, db } = platform
    let trialId = ''
    let agents: readonly StaffContext[] = []
    const before = async (office: Office): Promise<void> => {
      const second = await givenAccount(platform, office.city.cityId, 'agent')
      agents = [office.agent, second.ctx]
      await importPast(office.lead, { name: 'queue_log', bytes: Buffer.from(oldTelephone()) })
      trialId = await saveTrial(office.lead, null, PLAN)
      await startTrial(office.lead, trialId)
    }
    // On Mondays one of them is alone.
    const agentsOn = (date: string) => agents.slice(new Date(`${date}T12:00:00Z`).getUTCDay() === 1 ? 1 : 0)
    const month = await runMonth(platform, MONTH, fromWindows, { before, agentsOn })
    const { office, timeline } = month
    const desk = month.desk!
    const { cityId } = office.city
    expect(month.wrong).toEqual([])
    expect(await checkMonth(month)).toEqual([])

    clock.set(new Date(Math.max(month.endedAt.getTime(), localTime('2027-04-06', 12 * 60))))
    await closeTrial(office.lead, trialId)
    await publishTrial(office.lead, trialId)
    const kept = (await publishedTrial(asSystem(platform, cityId), trialId))!
    const { inputs, result } = kept

    // What callers lived through, day by day.
    const callsOf = Map.groupBy(desk.calls, ({ at }) => dayOf(new Date(at)))
    const promises = await promisesOf(cityId)
    const counted = [...inputs.trial.days, ...inputs.trial.special]
    expect(counted).toMatchObject(
      counted.map(({ day }) => ({
        ...livedThrough(callsOf.get(day) ?? []),
        callbacksDecided: promises.filter((one) => one.day === day).length,
        callbacksKept: promises.filter((one) => one.day === day && one.kept).length,
      })),
    )
    expect(inputs.trial.special.map(({ day }) => day)).toEqual(['2027-03-15'])
    expect(inputs.trial.leftOut).toContainEqual({ day: '2027-03-10', why: 'Sturm' })
    expect(counted.length).toBeGreaterThan(17)
    // Who calls too early is told so on each day, and is nobody whom the city failed.
    expect(counted.map(({ closed }) => closed)).toEqual(counted.map(() => 1))

    // The verdict, from the same days.
    const total = (of: (day: (typeof counted)[number]) => number | null): number =>
      inputs.trial.days.reduce((sum, day) => sum + (of(day) ?? 0), 0)
    const [answered, callbacks, abandoned, firstContact] = result.figures
    expect(answered!.trial).toMatchObject({
      kept: total((day) => day.answered15),
      of: total((day) => day.offered),
    })
    expect(callbacks!.trial).toMatchObject({
      kept: total((day) => day.callbacksKept),
      of: total((day) => day.callbacksDecided),
    })
    expect(answered!.before!.value).toBeLessThan(0.2)
    expect(callbacks!.before).toBeNull()
    expect([answered, callbacks, abandoned, firstContact].map((one) => one!.verdict)).toEqual([
      'met',
      'met',
      'met',
      'not-met',
    ])
    expect(result).toMatchObject({ answer: 'better', recommendation: 'adapt' })
    const paid = desk.calls.filter(({ at, answeredAt }) => {
      const day = dayOf(new Date(at))
      return answeredAt !== null && PLAN.period.from <= day && day <= PLAN.period.to
    })
    expect(result.cost.providerCents).toBe(310 * paid.length)

    // Worked out anew, from the events and the file.
    expect(await replayTrial(db, cityId, trialId)).toEqual([])
    expect((await replay(db, cityId)).flatMap(({ differences }) => differences)).toEqual([])

    // The end. One of them begins a note on a last morning and never finishes it.
    await decideTrial(office.lead, trialId, { decision: 'end', text: 'Der Rat am 15. April.' })
    const onDay = '2027-05-03'
    await planEnding(office.lead, trialId, {
      providerId: office.city.providerId,
      teamId: office.teamId,
      onDay,
    })
    clock.set(new Date(localTime('2027-04-27', 10 * 60)))
    await desk.open(agents)
    const last = await desk.ring(NOBODY, numberOf(900))
    await timeline.runUntil(localTime('2027-04-27', 10 * 60 + 0.5))
    const talking = agents.find(
      ({ actor }) => desk.exchange.state.agents.get(actor.accountId)?.callId === last.id,
    )!
    await keepDraft(talking, last.id, { ...NOTE, reason: 'Angefangen und nie beendet' })
    await desk.exchange.end(last.id, 'caller', timeline.now())
    await desk.close()
    const answeredByThem = desk.calls.filter(({ answeredAt }) => answeredAt !== null).length
    const takenDown = desk.calls.filter(({ outcome }) => outcome !== null).length

    clock.set(new Date(localTime(onDay, 0)))
    const [job] = trialJobs(platform)
    await job!.run({ cityId, trialId })
    const { done } = await readEnding(office.lead, trialId)
    expect(done!.protocol).toMatchObject({
      accounts: 2,
      sessions: 2,
      drafts: 1,
      calls: answeredByThem,
      cases: takenDown,
      team: (await teamsOf(db, cityId)).find(({ id }) => id === office.teamId)!.name,
      lines: ['Bürgerbüro', 'Bürgertelefon'],
    })
    const accounts = await db
      .selectFrom('account')
      .select(['login', 'name', 'active'])
      .where('city_id', '=', cityId)
      .where('role', '=', 'agent')
      .execute()
    expect(accounts.map(({ active, name }) => [active, name.startsWith('Ehemals')])).toEqual([
      [false, true],
      [false, true],
    ])
    for (const { login } of accounts)
      await expect(
        signIn(platform, { login, password: 'ein-langes-testkennwort' }, { address: '', userAgent: '' }),
      ).rejects.toMatchObject({ status: 401 })
    expect(await db.selectFrom('intake').select('call_id').where('call_id', '=', last.id).execute()).toEqual(
      [],
    )

    // On that day a call is the city's: somebody of the office gets it, who sits beside them does not.
    const clerk = office.clerks[0]!.ctx
    clock.set(new Date(localTime(onDay, 10 * 60)))
    await desk.open([...agents, clerk])
    const first = await desk.ring(NOBODY, numberOf(901))
    await timeline.runUntil(localTime(onDay, 10 * 60 + 0.5))
    expect(first.answeredAt).not.toBeNull()
    expect(desk.exchange.state.callers.get(first.id)).toMatchObject({ agentId: clerk.actor.accountId })
    await desk.exchange.stop()
    await expect(
      db.updateTable('provider_ending').set({ protocol: '{}' }).where('trial_id', '=', trialId).execute(),
    ).rejects.toThrow('stays')
  },
)

const dayOf = (moment: Date): string => localDay(moment, 'Europe/Berlin')

/** Each promise with the day on which its window ended, and whether a telephone rang by then. */
async function promisesOf(cityId: string): Promise<{ day: string; kept: boolean }[]> {
  const { db } = database.platform
  const promises = await db
    .selectFrom('callback')
    .select(['id', 'window_end as windowEnd'])
    .where('city_id', '=', cityId)
    .execute()
  const attempts = await db
    .selectFrom('attempt')
    .select(['callback_id as callbackId', 'rang_at as rangAt'])
    .where('city_id', '=', cityId)
    .execute()
  const rings = Map.groupBy(attempts, ({ callbackId }) => callbackId)
  return promises.map(({ id, windowEnd }) => ({
    day: dayOf(windowEnd),
    kept: (rings.get(id) ?? []).some(({ rangAt }) => rangAt !== null && rangAt <= windowEnd),
  }))
}

/** The figures of a day, counted from what its callers know. */
function livedThrough(calls: readonly PlayedCall[]) {
  const came = calls.filter(({ turnedAway }) => !turnedAway)
  const waits = came.flatMap(({ at, answeredAt }) => (answeredAt === null ? [] : [answeredAt - at]))
  const within = (seconds: number): number => waits.filter((wait) => wait <= seconds * 1000).length
  const taken = came.filter(({ outcome }) => outcome !== null)
  return {
    offered: came.length,
    answered: waits.length,
    answered15: within(15),
    answered20: within(20),
    answered30: within(30),
    abandoned: came.filter(({ gaveUpAt }) => gaveUpAt !== null).length,
    promiseKept: within(15),
    // Who gives up within 15 seconds decides nothing.
    promiseDecided:
      waits.length + came.filter(({ at, gaveUpAt }) => gaveUpAt !== null && gaveUpAt - at > 15_000).length,
    closed: calls.length - came.length,
    waitMs: waits.reduce((sum, wait) => sum + wait, 0),
    opened: taken.length,
    settledInCall: taken.filter(({ outcome }) => outcome === 'settled').length,
  }
}
