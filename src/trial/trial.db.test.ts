import { beforeAll, describe, expect, test } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../people/people.testkit.ts'
import { dateOfNumber, dayNumber } from '../shared/dayClock.ts'
import { closeCase } from '../cases/index.ts'
import { inTransaction } from '../platform/context.ts'
import { importPast } from './baseline/importPast.ts'
import type { PastPreview } from './baseline/contract.ts'
import { packedImports, pastTallies } from './baseline/pastStore.ts'
import { previewPast } from './baseline/previewPast.ts'
import { undoPast } from './baseline/undoPast.ts'
import { addRemark } from './plan/addRemark.ts'
import { play } from './history.testkit.ts'
import { publishTrial } from './plan/publishTrial.ts'
import { readTrial, readTrials } from './plan/readTrials.ts'
import { changeTrial, decideTrial, discardTrial, saveTrial, startTrial } from './plan/saveTrial.ts'
import { aPlan, pastCalls, playTrial, queueLogOf } from './trial.testkit.ts'
import { closeTrial } from './verdict/closeTrial.ts'
import { compareTrial } from './verdict/compareTrial.ts'
import { replayTrial } from './verdict/replayTrial.ts'

const database = useDatabase()
let city: GivenCity
let lead: GivenAccount
let agent: GivenAccount
let clerk: GivenAccount

const at = (day: string, time: string): Date => new Date(`${day}T${time}:00Z`)
const ctx = () => lead.ctx
const failsWith = (message: string) => ({ message: expect.stringContaining(message) as string })

beforeAll(async () => {
  database.platform.clock.set(at('2026-08-31', '08:00'))
  city = await givenCity(database.platform)
  lead = await givenAccount(database.platform, city.cityId, 'lead')
  agent = await givenAccount(database.platform, city.cityId, 'agent')
  clerk = await givenAccount(database.platform, city.cityId, 'clerk')
})

test('given a trial from the file of before to the decision, its result says what was counted, and can be worked out anew', async () => {
  const bytes = Buffer.from(queueLogOf(pastCalls()))
  const imported = await importPast(ctx(), { name: 'queue_log', bytes })
  expect(imported).toMatchObject({ calls: pastCalls().length, oddities: [] })
  const id = await saveTrial(ctx(), null, aPlan())
  await startTrial(ctx(), id)

  const scene = { platform: database.platform, city, clerk: clerk.ctx, sourceId: '' }
  await playTrial(scene)
  await play(scene, [{ kind: 'case', wait: 60_000, practice: false, outcome: 'hand-over' }])

  await expect(closeTrial(ctx(), id)).rejects.toMatchObject(failsWith('läuft noch bis 13. Oktober 2026'))
  database.platform.clock.set(at('2026-10-01', '10:00'))
  const running = await readTrial(ctx(), id)
  expect(running).toMatchObject({ state: 'running', result: null, soFar: { until: '2026-09-30', days: 13 } })

  // What was before did not vary at all, so the fewest days that tell anything are enough; nobody counted calls back.
  expect(running.enough).toEqual([
    { figure: 'answered15', days: 10 },
    { figure: 'callbacks', days: null },
  ])
  await expect(addRemark(ctx(), id, { text: 'Zu früh.', signed: 'x' })).rejects.toMatchObject({ status: 409 })
  database.platform.clock.set(at('2026-10-14', '08:00'))
  await closeTrial(ctx(), id)
  const { result, state, soFar } = await readTrial(ctx(), id)
  expect([state, soFar]).toEqual(['closed', null])
  const [answered, callbacks] = result!.figures
  // 22 days, each with nine of ten in time, five of them with one who gave up.
  expect(answered).toMatchObject({
    verdict: 'met',
    trial: { kept: 198, of: 225, days: 22, value: 198 / 225 },
    // 65 weekdays, without Corpus Christi.
    before: { days: 64, value: 2 / 6 },
    change: { stands: true },
  })
  expect(answered!.change!.value).toBeCloseTo(198 / 225 - 1 / 3, 6)
  expect(callbacks).toMatchObject({ verdict: 'not-enough-data', before: null, trial: null })
  expect(result).toMatchObject({ answer: 'better', recommendation: 'undecided' })
  // 220 answered calls at 2.50; nobody called back, 22 settled.
  expect(result!.cost).toEqual({ providerCents: 55_000, staffCents: 0, settled: 22, perSettledCents: 2_500 })

  // What is settled afterwards is no difference: the cost was counted as it was then.
  database.platform.clock.set(at('2026-10-14', '09:00'))
  const { id: handedOver } = await database.platform.db
    .selectFrom('case')
    .select('id')
    .where('city_id', '=', city.cityId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  await inTransaction(database.platform, (tx) => closeCase(tx, clerk.ctx, handedOver, 'settled'))
  const printed: string[] = []
  expect(await compareTrial(database.platform.db, id, (line) => printed.push(line))).toBe(true)
  expect(printed).toEqual([`${id} gleich`])
  await expect(undoPast(ctx(), imported.id)).rejects.toMatchObject(failsWith('Sie bleibt'))
  await publishTrial(ctx(), id)
  const remark = { text: 'Der August war ungewöhnlich ruhig.', signed: 'Teamleitung Bürgerbüro' }
  await addRemark(ctx(), id, remark)
  expect((await readTrial(ctx(), id)).remarks).toEqual([{ ...remark, at: '2026-10-14T09:00:00.000Z' }])
  await expect(addRemark(clerk.ctx, id, remark)).rejects.toMatchObject({ status: 403 })
  await decideTrial(ctx(), id, { decision: 'continue', text: 'Der Rat hat am 5. November zugestimmt.' })
  expect(await readTrial(ctx(), id)).toMatchObject({
    state: 'decided',
    published: true,
    decision: { decision: 'continue' },
  })

  // A word that comes afterwards is found, to the day and the figure.
  const { db } = database.platform
  const late = await db
    .selectFrom('call')
    .select(['id', 'offered_at as offeredAt'])
    .where('city_id', '=', city.cityId)
    .where('wait_ms', '=', 4_000)
    .orderBy('offered_at')
    .executeTakeFirstOrThrow()
  const { offeredAt } = late
  const corrected = {
    direction: 'in',
    offeredAt,
    answered: true,
    waitMs: 16_000,
    talkMs: 1,
    reason: 'caller-hung-up',
  }
  await db
    .insertInto('event')
    .values({
      city_id: city.cityId,
      id: crypto.randomUUID(),
      at: database.platform.clock.now(),
      actor_kind: 'system',
      kind: 'call.corrected',
      version: 1,
      subject_id: late.id,
      data: JSON.stringify({ ...corrected, promise: 'broken' }),
    })
    .execute()
  expect(await replayTrial(db, city.cityId, id)).toEqual([
    { what: 'trial 2026-09-14.answered15', kept: '9', anew: '8' },
    { what: 'trial 2026-09-14.promiseKept', kept: '9', anew: '8' },
    { what: 'trial 2026-09-14.waitMs', kept: '61000', anew: '73000' },
    { what: 'trial 2026-09-14.wholeWaitMs', kept: '61000', anew: '73000' },
  ])
  expect(await compareTrial(db, id, () => undefined)).toBe(false)
  await expect(compareTrial(db, 'nichts', () => undefined)).rejects.toMatchObject({ status: 422 })
  await expect(
    database.platform.db
      .updateTable('trial_result')
      .set({ hash: '0'.repeat(64) })
      .where('city_id', '=', city.cityId)
      .execute(),
  ).rejects.toThrow('append-only')
  await expect(
    database.platform.db
      .updateTable('trial')
      .set({ plan: JSON.stringify(aPlan({ title: 'anders' })) })
      .where('city_id', '=', city.cityId)
      .execute(),
  ).rejects.toThrow('stays')
})

describe('the plan of a trial', () => {
  const later = (over = {}) =>
    aPlan({
      period: { from: '2027-03-01', to: '2027-03-31' },
      baseline: { from: '2027-01-11', to: '2027-02-26', source: 'own', queues: [] },
      decidesOn: '2027-04-15',
      ...over,
    })

  test.each([
    [{ period: { from: '2027-03-31', to: '2027-03-01' } }, 'period.to'],
    [{ baseline: { ...later().baseline, to: '2027-03-01' } }, 'baseline.to'],
    [{ decidesOn: '2027-03-31' }, 'decidesOn'],
    [{ specialDays: [1, 2].map(() => ({ day: '2027-03-02', why: 'Wahl' })) }, 'specialDays'],
  ])('given %o, says so at %s', async (over, field) => {
    await expect(saveTrial(ctx(), null, later(over))).rejects.toMatchObject({
      status: 422,
      fields: { [field]: expect.any(String) as string },
    })
  })

  test('given a draft, it can be changed and discarded; started, only with a reason that everybody sees', async () => {
    const id = await saveTrial(ctx(), null, later())
    await saveTrial(ctx(), id, later({ title: 'Anders' }))
    await expect(changeTrial(ctx(), id, { plan: later(), reason: 'x' })).rejects.toMatchObject({
      status: 409,
    })
    await startTrial(ctx(), id)
    await expect(saveTrial(ctx(), id, later())).rejects.toMatchObject({ status: 409 })
    await expect(discardTrial(ctx(), id)).rejects.toMatchObject({ status: 409 })
    const longer = later({ period: { from: '2027-03-01', to: '2027-04-09' } })
    await changeTrial(ctx(), id, { plan: longer, reason: 'Ostern lag darin.' })
    await expect(changeTrial(ctx(), id, { plan: longer, reason: 'Noch einmal.' })).rejects.toMatchObject({
      status: 422,
    })
    const { changes, plan } = await readTrial(ctx(), id)
    expect(plan.period.to).toBe('2027-04-09')
    expect(changes).toMatchObject([
      { reason: 'Ostern lag darin.', before: { title: 'Anders' }, after: longer },
    ])
    const beside = await saveTrial(ctx(), null, later({ period: { from: '2027-04-01', to: '2027-04-10' } }))
    await expect(startTrial(ctx(), beside)).rejects.toMatchObject({
      status: 422,
      fields: { period: 'In diesen Tagen läuft schon ein anderer Testbetrieb.' },
    })
    await discardTrial(ctx(), beside)
    expect((await readTrials(ctx())).trials.map((one) => one.id)).not.toContain(beside)
  })

  test('given somebody of the provider or a clerk, nothing of it is theirs', async () => {
    for (const who of [agent.ctx, clerk.ctx]) {
      await expect(readTrials(who)).rejects.toMatchObject({ status: 403 })
      await expect(saveTrial(who, null, later())).rejects.toMatchObject({ status: 403 })
      await expect(importPast(who, { name: 'x', bytes: Buffer.from('x') })).rejects.toMatchObject({
        status: 403,
      })
    }
  })
})

describe('files of before', () => {
  const day = (n: number) => dateOfNumber(dayNumber('2025-03-03') + n)
  const calls = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, n) => ({
      at: at(day(from + n), '08:00').getTime(),
      waitS: 7,
      talkS: 60,
    }))
  const log = (from: number, to: number): Buffer =>
    Buffer.from(
      // The same call has the same name in each file.
      queueLogOf(calls(from, to)).replaceAll(/\.(\d+)\|/g, '.0|'),
    )

  test('given two that overlap, a call in both counts once; the same file again is refused', async () => {
    const first = await importPast(ctx(), { name: 'erste', bytes: log(0, 4) })
    await importPast(ctx(), { name: 'zweite', bytes: log(2, 6) })
    await expect(importPast(ctx(), { name: 'noch mal', bytes: log(0, 4) })).rejects.toMatchObject({
      status: 409,
      message: 'Diese Datei ist schon da (erste).',
    })
    const { imports, queues } = await readTrials(ctx())
    const known = imports.filter(({ fileName }) => ['erste', 'zweite'].includes(fileName))
    expect(known.map(({ fileName, calls: all, doubled }) => [fileName, all, doubled])).toEqual([
      ['zweite', 4, 2],
      ['erste', 4, 2],
    ])
    expect(queues.find(({ queue }) => queue === 'buero')?.calls).toBe(pastCalls().length + 6)
    await undoPast(ctx(), first.id)
    expect((await readTrials(ctx())).queues.find(({ queue }) => queue === 'buero')?.calls).toBe(
      pastCalls().length + 4,
    )
    await expect(undoPast(ctx(), first.id)).rejects.toMatchObject({ status: 404 })
  })

  test.each([
    ['nothing', '', 'Die Datei ist leer.'],
    ['something else', 'Datum;Anrufe\n1.3.2020;12\n', 'kein einziger Anruf'],
    ['text that no database keeps', '1598857200|1\u0000|buero|NONE|ENTERQUEUE||x|1\n', 'kein einziger Anruf'],
  ])('given %s, says so and keeps nothing', async (_, text, message) => {
    await expect(importPast(ctx(), { name: 'x', bytes: Buffer.from(text) })).rejects.toMatchObject(
      failsWith(message),
    )
  })

  test('given the same lines twice in one file, counts them once and says so', async () => {
    const twice = Buffer.concat([log(20, 22), log(20, 22)])
    const { calls: all, oddities } = await importPast(ctx(), { name: 'doppelt', bytes: twice })
    expect(all).toBe(2)
    expect(oddities).toContainEqual({ kind: 'repeated', count: 2, lines: [] })
  })

  test('given a table of calls, says what it seems to be, takes it as somebody says, and reads it anew alike', async () => {
    const table = Buffer.from(
      [
        'Anruf-ID;Datum;Uhrzeit;Wartezeit;Gesprächsdauer;Warteschlange',
        'c1;3.2.2025;9:00;0:12;120;Tabelle',
        'c2;3.2.2025;9:05;1:02;0;Tabelle',
        'c3;3.2.2025;irgendwann;1:02;0;Tabelle',
      ].join('\r\n'),
    )
    const seen = await previewPast(ctx(), { bytes: table, mapping: null })
    expect(seen).toMatchObject({
      kind: 'calls',
      columns: ['Anruf-ID', 'Datum', 'Uhrzeit', 'Wartezeit', 'Gesprächsdauer', 'Warteschlange'],
      found: [
        { answered: true, waitS: 12 },
        { answered: false, waitS: 62 },
        { odd: 'unreadable', line: 4 },
      ],
    })
    expect(await previewPast(ctx(), { bytes: log(30, 32), mapping: null })).toEqual({ kind: 'queue-log' })
    await expect(previewPast(clerk.ctx, { bytes: table, mapping: null })).rejects.toMatchObject({
      status: 403,
    })
    const { mapping } = seen as Extract<PastPreview, { kind: 'calls' }>
    const {
      id,
      calls: taken,
      oddities,
    } = await importPast(ctx(), { name: 'anrufe.csv', bytes: table, mapping })
    expect([taken, oddities]).toEqual([2, [{ kind: 'unreadable', count: 1, lines: [4] }]])
    const range = { from: at('2025-02-03', '00:00'), to: at('2025-02-04', '00:00') }
    const city_ = { id: city.cityId, timeZone: 'Europe/Berlin' }
    const [tally] = await pastTallies(database.platform.db, city_, range, ['Tabelle'])
    expect(tally).toMatchObject({ offered: 2, answered: 1, answered15: 1, abandoned: 1, promiseDecided: 2 })
    for await (const packed of packedImports(database.platform.db, city.cityId)) {
      if (packed.mapping) expect(packed.mapping).toEqual(mapping)
    }
    await undoPast(ctx(), id)
  })
})
