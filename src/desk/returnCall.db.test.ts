import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { callBack } from '../callbacks/attempts/callBack.ts'
import { FakeSwitchboard, givenCallback, TEST_PHONE } from '../callbacks/callbacks.testkit.ts'
import { takeCallback } from '../callbacks/worklist/take.ts'
import { promiseCallback } from '../callbacks/promises/promiseCallback.ts'
import { lockCaseOfTeam, openCase, readCase } from '../cases/index.ts'
import { type GivenCity, givenCity } from '../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../people/people.testkit.ts'
import { inTransaction } from '../platform/context.ts'
import type { PhoneNumber } from '../shared/phoneNumber.ts'
import { complete } from './complete.ts'
import type { Completed, CompleteInput, DeskCall } from './contract.ts'
import { FULL, givenCall } from './desk.testkit.ts'
import { knownCase } from './knownCase.ts'

const database = useDatabase()
let city: GivenCity
let agent: GivenAccount
let clerk: GivenAccount
let switchboard: FakeSwitchboard
let callback: Awaited<ReturnType<typeof givenCallback>>

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  city = await givenCity(database.platform)
  agent = await givenAccount(database.platform, city.cityId, 'agent')
  clerk = await givenAccount(database.platform, city.cityId, 'clerk')
  switchboard = new FakeSwitchboard()
  switchboard.connectedTo = true
  callback = await givenCallback(database.platform, city, clerk.ctx)
})

const call = (caller: string | null = TEST_PHONE) => givenCall(database.platform, city, agent, { caller })
const known = (): Promise<DeskCall['openCase']> =>
  knownCase(agent.ctx, switchboard, { caller: TEST_PHONE, practice: false, caseId: null })
const join = (callId: string, part: Partial<CompleteInput> = {}): Promise<Completed> =>
  complete(agent.ctx, switchboard, callId, {
    ...FULL,
    reason: 'Hat die Unterlagen jetzt da.',
    windowStart: null,
    phoneReadBack: false,
    belongsTo: callback.caseNumber,
    ...part,
  })
const row = () =>
  database.platform.db
    .selectFrom('callback')
    .selectAll()
    .where('id', '=', callback.id)
    .executeTakeFirstOrThrow()
const attempts = () =>
  database.platform.db.selectFrom('attempt').selectAll().where('callback_id', '=', callback.id).execute()
const cases = () =>
  database.platform.db.selectFrom('case').selectAll().where('city_id', '=', city.cityId).execute()
const stateOf = async (id: string) => (await cases()).find((one) => one.id === id)?.state
const waitingForLocks = async (): Promise<number> =>
  (await database.pool.query('select 1 from pg_locks where not granted')).rows.length
/** One that nobody is to call about. */
const anotherCase = (contactPhone: typeof TEST_PHONE) => ({
  channel: 'email' as const,
  practice: false,
  callId: null,
  lineId: null,
  teamId: city.teams.office,
  serviceId: null,
  reason: 'Hat wegen der Gebühr geschrieben.',
  contactName: null,
  contactPhone,
  outcome: 'hand-over' as const,
})
const caseOf = async (callId: string) =>
  (
    await database.platform.db
      .selectFrom('call')
      .select('case_id')
      .where('id', '=', callId)
      .executeTakeFirstOrThrow()
  ).case_id

describe('what the agent learns of a returning caller', () => {
  test('given a promise that nobody has taken, its number and its window, and nobody to connect to', async () => {
    expect(await known()).toEqual({
      number: callback.caseNumber,
      promise: 'heute zwischen 14 und 15 Uhr',
      owed: { owner: null, reachable: false, attempt: null },
    })
  })

  test('given an owner at a telephone who is free, the caller can be put through', async () => {
    await takeCallback(clerk.ctx, callback.id)
    const owner = { id: clerk.account.id, name: 'Test clerk' }
    expect(await known()).toMatchObject({ owed: { owner, reachable: false } })
    const there = { accountId: owner.id, teamIds: [], free: true, available: false }
    switchboard.talk.reachable = () => [there]
    expect(await known()).toMatchObject({ owed: { owner, reachable: true } })
    switchboard.talk.reachable = () => [{ ...there, free: false }]
    expect(await known()).toMatchObject({ owed: { owner, reachable: false } })
    switchboard.talk.reachable = () => []
  })

  test('given an attempt under way, says so until it is over', async () => {
    await takeCallback(clerk.ctx, callback.id)
    await callBack(clerk.ctx, switchboard, callback.id)
    expect(await known()).toMatchObject({ owed: { attempt: 'dialling' } })
    const at = database.platform.clock.now()
    await switchboard.play({ kind: 'clerk-ready', at }, { kind: 'rang', at }, { kind: 'answered', at })
    expect(await known()).toMatchObject({ owed: { attempt: 'talking' } })
    await switchboard.play({ kind: 'ended', at, how: 'hung-up' })
    expect(await known()).toMatchObject({ owed: { attempt: null } })
  })
})

describe('a record that belongs to an open case', () => {
  test('given "callback", the note joins the case and the promise stays as it is', async () => {
    const callId = await call()
    const done = await join(callId)
    expect(done).toMatchObject({
      caseNumber: callback.caseNumber,
      promise: 'heute zwischen 14 und 15 Uhr',
    })
    expect(await cases()).toHaveLength(1)
    expect(await caseOf(callId)).toBe(callback.caseId)
    expect(await row()).toMatchObject({ promise: 'open', state: 'waiting' })
    const { timeline } = await readCase(clerk.ctx, callback.caseId)
    expect(timeline.map(({ text }) => text).slice(-2)).toEqual([
      'Die Person hat wieder angerufen.',
      'Notiz: Hat die Unterlagen jetzt da.',
    ])
    expect(await join(callId)).toEqual(done)
    expect((await readCase(clerk.ctx, callback.caseId)).timeline).toHaveLength(timeline.length)
  })

  test('given "settled", the promise is withdrawn, its time is free and the case is closed', async () => {
    const done = await join(await call(), { outcome: 'settled' })
    expect(done).toMatchObject({ caseNumber: callback.caseNumber, promise: null })
    expect(await row()).toMatchObject({ promise: 'withdrawn', state: 'done', outcome: 'settled' })
    expect(await cases()).toMatchObject([{ state: 'settled' }])
    const { timeline } = await readCase(clerk.ctx, callback.caseId)
    expect(timeline.map(({ text }) => text)).toContain(
      'Zusage zurückgezogen: Die Person rief selbst an, und es ist geklärt.',
    )
    const { taken_ms } = await database.platform.db
      .selectFrom('window_capacity')
      .select('taken_ms')
      .where('city_id', '=', city.cityId)
      .executeTakeFirstOrThrow()
    expect(taken_ms).toBe(0)
  })

  test('given "settled" while the clerk’s attempt rings, it is stopped and counts as none', async () => {
    await takeCallback(clerk.ctx, callback.id)
    await callBack(clerk.ctx, switchboard, callback.id)
    await join(await call(), { outcome: 'settled' })
    const [attempt] = await attempts()
    expect(attempt).toMatchObject({ result: 'called-back-meanwhile' })
    expect(switchboard.endedDials).toEqual([attempt?.id])
    expect(await row()).toMatchObject({ promise: 'withdrawn', state: 'done', attempts: 0 })
  })

  test('given "settled" while a clerk promises a call on that case, it is refused and may be saved again', async () => {
    const caller = '+491713920066' as PhoneNumber
    const opened = await inTransaction(clerk.ctx, (tx) => openCase(tx, clerk.ctx, anotherCase(caller)))
    const belongsTo = opened.number
    const callId = await call(caller)
    const { saving } = await inTransaction(clerk.ctx, async (tx) => {
      const { id: caseId, teamId } = await lockCaseOfTeam(tx, clerk.ctx, opened.id)
      const windowStart = new Date('2026-11-23T13:00:00Z')
      await promiseCallback(tx, clerk.ctx, { caseId, teamId, windowStart, practice: false })
      const settling = join(callId, { belongsTo, outcome: 'settled' }).catch((error: unknown) => error)
      await expect.poll(() => waitingForLocks()).toBeGreaterThan(0)
      return { saving: settling }
    })
    expect(await saving).toMatchObject({
      fields: { belongsTo: expect.stringContaining('gerade ein Rückruf') },
    })
    expect(await stateOf(opened.id)).toBe('open')
    await join(callId, { belongsTo, outcome: 'settled' })
    expect(await stateOf(opened.id)).toBe('settled')
    const owed = database.platform.db
      .selectFrom('callback')
      .select('promise')
      .where('case_id', '=', opened.id)
    expect(await owed.execute()).toEqual([{ promise: 'withdrawn' }])
  })

  test('given "settled" after a broken promise, it stays broken and the work is done', async () => {
    database.platform.clock.set('2026-11-23T14:30:00Z')
    await database.platform.db
      .updateTable('callback')
      .set({ promise: 'broken', cause: 'nobody-took-it', decided_at: new Date('2026-11-23T14:00:00Z') })
      .where('id', '=', callback.id)
      .execute()
    await join(await call(), { outcome: 'settled' })
    expect(await row()).toMatchObject({ promise: 'broken', state: 'done' })
  })

  test('given "settled" while somebody of this number talks with the clerk, refuses it', async () => {
    await takeCallback(clerk.ctx, callback.id)
    await callBack(clerk.ctx, switchboard, callback.id)
    const at = database.platform.clock.now()
    await switchboard.play({ kind: 'clerk-ready', at }, { kind: 'answered', at })
    await expect(join(await call(), { outcome: 'settled' })).rejects.toMatchObject({ code: 'attempt-open' })
    expect(await row()).toMatchObject({ promise: 'open', state: 'taken' })
  })

  test('given "hand-over", says at the field what to choose', async () => {
    await expect(join(await call(), { outcome: 'hand-over' })).rejects.toMatchObject({
      status: 422,
      fields: { outcome: expect.stringContaining('Neues Anliegen') },
    })
  })

  test('given the number of somebody else’s case, refuses it and writes nothing', async () => {
    for (const caller of ['+491713920077', null])
      await expect(join(await call(caller))).rejects.toMatchObject({
        status: 422,
        fields: { belongsTo: expect.any(String) },
      })
    const { timeline } = await readCase(clerk.ctx, callback.caseId)
    expect(timeline.map(({ kind }) => kind)).not.toContain('case.called-again')
  })

  test('given a new concern of the same caller, it is a case and a promise of its own', async () => {
    const done = await join(await call(), {
      belongsTo: null,
      phoneReadBack: true,
      windowStart: FULL.windowStart,
    })
    expect(done.caseNumber).not.toBe(callback.caseNumber)
    expect(await cases()).toHaveLength(2)
    expect(await row()).toMatchObject({ promise: 'open' })
  })
})
