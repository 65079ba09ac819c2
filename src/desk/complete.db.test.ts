import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { givenCatalogue } from '../catalogue/catalogue.testkit.ts'
import { FakeSwitchboard } from '../callbacks/callbacks.testkit.ts'
import { type GivenCity, givenCity } from '../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../people/people.testkit.ts'
import { client } from '../people/request.testkit.ts'
import { complete } from './complete.ts'
import type { Completed, CompleteInput } from './contract.ts'
import { FULL, givenCall } from './desk.testkit.ts'
import { deskRoutes } from './routes.ts'

const database = useDatabase()
let city: GivenCity
let agent: GivenAccount
let switchboard: FakeSwitchboard

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  city = await givenCity(database.platform)
  agent = await givenAccount(database.platform, city.cityId, 'agent')
  switchboard = new FakeSwitchboard()
})

const finish = (callId: string, part: Partial<CompleteInput> = {}): Promise<Completed> =>
  complete(agent.ctx, switchboard, callId, { ...FULL, ...part })
const rows = async (table: 'case' | 'callback' | 'intake') =>
  database.platform.db.selectFrom(table).selectAll().where('city_id', '=', city.cityId).execute()
const kinds = async () => {
  const events = await database.platform.db
    .selectFrom('event')
    .select('kind')
    .where('city_id', '=', city.cityId)
    .orderBy('seq')
    .execute()
  return events.map(({ kind }) => kind).filter((kind) => !kind.startsWith('session.'))
}

describe('completing a record', () => {
  test('given a callback, the case, the promise, the job and the call are one', async () => {
    const callId = await givenCall(database.platform, city, agent)
    const done = await finish(callId)
    expect(done.promise).toBe('heute zwischen 14 und 15 Uhr')
    expect(done.spelled?.split(', ').length).toBeGreaterThan(6)
    const [found] = await rows('case')
    expect(found).toMatchObject({
      number: done.caseNumber,
      team_id: city.teams.office,
      line_id: city.lines.service.id,
      call_id: callId,
      contact_phone: '+491713920012',
      state: 'open',
      practice: false,
      opened_by: agent.account.id,
    })
    expect(await rows('callback')).toMatchObject([{ case_id: found?.id, books_unit: true, promise: 'open' }])
    expect(await rows('intake')).toMatchObject([{ draft: {}, completed_at: expect.any(Date) }])
    const call = await database.platform.db
      .selectFrom('call')
      .select('case_id')
      .where('id', '=', callId)
      .execute()
    expect(call).toEqual([{ case_id: found?.id }])
    const jobs = await database.pool.query(
      `select name, start_after from pgboss.job where data ->> 'cityId' = $1`,
      [city.cityId],
    )
    expect(jobs.rows).toEqual([
      { name: 'callbacks.promise-due', start_after: new Date('2026-11-23T14:00:00.001Z') },
    ])
    expect(await kinds()).toEqual([
      'case.opened',
      'callback.promised',
      'callback.not-told',
      'intake.completed',
    ])
    expect(switchboard.finished).toEqual([callId])
  })

  test('given a double click, both get the same answer and there is one case', async () => {
    const callId = await givenCall(database.platform, city, agent)
    const [first, second] = await Promise.all([finish(callId), finish(callId)])
    expect(second).toEqual(first)
    expect(await finish(callId)).toEqual(first)
    expect(await rows('case')).toHaveLength(1)
    expect(await rows('callback')).toHaveLength(1)
    expect(await kinds()).toHaveLength(4)
  })

  test('given a call is owed to that number about the same, it joins: no second promise, the first window holds', async () => {
    const first = await finish(await givenCall(database.platform, city, agent))
    const callId = await givenCall(database.platform, city, agent, { caller: '+49230612345' })
    const later = { windowStart: '2026-11-23T14:00:00.000Z', reason: 'Sie fragt auch nach dem Foto.' }
    const second = await finish(callId, later)
    expect(second).toMatchObject({ caseNumber: first.caseNumber, promise: first.promise, joined: true })
    expect(first.joined).toBe(false)
    expect(await rows('case')).toHaveLength(1)
    expect(await rows('callback')).toHaveLength(1)
    const notes = await database.platform.db
      .selectFrom('case_note')
      .select(['text', 'account_id'])
      .where('city_id', '=', city.cityId)
      .execute()
    expect(notes).toEqual([
      { text: 'Sie fragt auch nach dem Foto. (Name: Jana Beispiel)', account_id: agent.account.id },
    ])
    // Sent twice, it is answered the same and noted once.
    expect(await finish(callId, later)).toEqual(second)
  })

  test('given two agents who promise the same number a call about the same service at once, one promise', async () => {
    const other = await givenAccount(database.platform, city.cityId, 'agent')
    const calls = [
      [agent, await givenCall(database.platform, city, agent)],
      [other, await givenCall(database.platform, city, other)],
    ] as const
    await givenCatalogue(database.platform, city.cityId)
    const same = { ...FULL, serviceId: 'reisepass' }
    await Promise.all(calls.map(([{ ctx }, callId]) => complete(ctx, switchboard, callId, same)))
    expect(await rows('callback')).toHaveLength(1)
  })

  test('given the city’s own line as the number, it says so at the field', async () => {
    const callId = await givenCall(database.platform, city, agent)
    const own = city.lines.service.number
    await expect(finish(callId, { contactPhone: own })).rejects.toMatchObject({
      status: 422,
      fields: { contactPhone: expect.stringContaining('unsere eigene Nummer') },
    })
  })

  test('given an e-mail address, it is kept with the case, in no event', async () => {
    const callId = await givenCall(database.platform, city, agent)
    await finish(callId, { contactEmail: ' jana@example.org ' })
    expect(await rows('case')).toMatchObject([{ contact_email: 'jana@example.org', contact_lang: 'de' }])
    const events = await database.platform.db
      .selectFrom('event')
      .select('data')
      .where('city_id', '=', city.cityId)
      .execute()
    expect(JSON.stringify(events)).not.toContain('example.org')
  })

  test('given "settled", the case is closed and nothing is promised', async () => {
    const callId = await givenCall(database.platform, city, agent, { state: 'ended' })
    const done = await finish(callId, { outcome: 'settled', contactPhone: '', windowStart: null })
    expect(done.promise).toBeNull()
    expect(await rows('case')).toMatchObject([{ state: 'settled', contact_phone: null }])
    expect(await rows('callback')).toEqual([])
    expect(await kinds()).toEqual(['case.opened', 'case.closed', 'intake.completed'])
  })

  test('given "hand-over", the report line’s team owes the callback', async () => {
    const callId = await givenCall(database.platform, city, agent)
    await finish(callId, { outcome: 'hand-over' })
    expect(await rows('case')).toMatchObject([{ team_id: city.teams.reports, state: 'open' }])
    expect(await rows('callback')).toMatchObject([{ team_id: city.teams.reports }])
  })

  test('given "hand-over" on the report line itself, says that it is not possible', async () => {
    const callId = await givenCall(database.platform, city, agent, { lineId: city.lines.report.id })
    await expect(finish(callId, { outcome: 'hand-over' })).rejects.toMatchObject({
      status: 422,
      fields: { outcome: expect.any(String) },
    })
  })

  test('given no concern, the record is complete without a case, also when done twice', async () => {
    const callId = await givenCall(database.platform, city, agent)
    const empty = { outcome: 'no-concern', reason: '', contactPhone: '', windowStart: null } as const
    const none = {
      caseNumber: null,
      spelled: null,
      promise: null,
      joined: false,
      appointment: null,
      words: null,
    }
    expect(await finish(callId, empty)).toEqual(none)
    expect(await finish(callId, empty)).toEqual(none)
    expect(await rows('case')).toEqual([])
    expect(await kinds()).toEqual(['intake.completed'])
  })

  test('given a training call, everything is practice and no unit is booked', async () => {
    const callId = await givenCall(database.platform, city, agent, { source: 'training' })
    await finish(callId)
    expect(await rows('case')).toMatchObject([{ practice: true }])
    expect(await rows('callback')).toMatchObject([{ practice: true, books_unit: false }])
    const units = await database.platform.db
      .selectFrom('window_capacity')
      .selectAll()
      .where('city_id', '=', city.cityId)
      .execute()
    expect(units).toEqual([])
  })

  test('given a full window, nothing is written and a free one is named', async () => {
    const small = await givenCity(database.platform, { callbacksPerHour: { office: 1 } })
    const colleague = await givenAccount(database.platform, small.cityId, 'agent')
    const first = await givenCall(database.platform, small, colleague)
    const second = await givenCall(database.platform, small, colleague)
    await complete(colleague.ctx, switchboard, first, FULL)
    await expect(complete(colleague.ctx, switchboard, second, FULL)).rejects.toMatchObject({
      status: 409,
      code: 'window-full',
      message: 'Dieses Zeitfenster ist nicht mehr frei. Frei ist: heute 9–10 Uhr.',
    })
    const cases = await database.platform.db
      .selectFrom('case')
      .select('call_id')
      .where('city_id', '=', small.cityId)
      .execute()
    expect(cases).toEqual([{ call_id: first }])
  })

  test('given a call that is not answered yet, refuses it', async () => {
    const callId = await givenCall(database.platform, city, agent, { state: 'waiting' })
    await expect(finish(callId)).rejects.toMatchObject({ status: 403 })
  })

  test('given a service that is gone, says so at the field', async () => {
    const callId = await givenCall(database.platform, city, agent)
    await expect(finish(callId, { serviceId: 'gibt-es-nicht' })).rejects.toMatchObject({
      status: 422,
      fields: { serviceId: expect.any(String) },
    })
  })
})

describe('another agent', () => {
  test('given the id of somebody else’s call, is refused draft and record', async () => {
    const callId = await givenCall(database.platform, city, agent)
    const other = await givenAccount(database.platform, city.cityId, 'agent')
    const ask = client(database.platform, deskRoutes(switchboard))
    const options = { cookie: other.cookie, body: FULL }
    expect((await ask('PUT', `/api/v1/desk/calls/${callId}/draft`, options)).status).toBe(403)
    expect((await ask('POST', `/api/v1/desk/calls/${callId}/complete`, options)).status).toBe(403)
  })
})
