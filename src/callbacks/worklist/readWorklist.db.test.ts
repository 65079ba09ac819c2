import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import { client } from '../../people/request.testkit.ts'
import { callBack } from '../attempts/callBack.ts'
import { FakeSwitchboard, givenCallback } from '../callbacks.testkit.ts'
import { callbackView, worklist } from '../contract.ts'
import { sweepPromises } from '../promises/decideDue.ts'
import { readWorklist } from './readWorklist.ts'
import { recordOutcome } from '../attempts/recordOutcome.ts'
import { callbackRoutes } from '../routes.ts'
import { takeCallback } from './take.ts'

const database = useDatabase()
const switchboard = new FakeSwitchboard()
let city: GivenCity
let clerk: GivenAccount

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  city = await givenCity(database.platform)
  clerk = await givenAccount(database.platform, city.cityId, 'clerk')
})

const promise = (hour: number, more: { teamId?: string; practice?: boolean } = {}) =>
  givenCallback(database.platform, city, clerk.ctx, {
    windowStart: new Date(Date.UTC(2026, 10, 23, hour)),
    ...more,
  })

test('given callbacks of two teams, a clerk sees the own ones by the promise and a lead all', async () => {
  const later = await promise(14)
  const sooner = await promise(13)
  const report = await promise(10, { teamId: city.teams.reports })
  const lead = await givenAccount(database.platform, city.cityId, 'lead')
  const list = await readWorklist(clerk.ctx)
  expect(worklist.parse(list)).toEqual(list)
  expect(list.items.map(({ id }) => id)).toEqual([sooner.id, later.id])
  expect(list).toMatchObject({ open: 2, atRisk: 0, keptToday: 0, decidedToday: 0 })
  expect(list.items[0]).toMatchObject({
    summary: 'Braucht ein Führungszeugnis für das Ehrenamt.',
    dueText: 'heute zwischen 14 und 15 Uhr',
    state: 'waiting',
    owner: null,
    mine: false,
    risk: 'later',
    lastAttempt: null,
  })
  expect((await readWorklist(lead.ctx)).items.map(({ id }) => id)).toEqual([report.id, sooner.id, later.id])
})

test('given a kept, a broken and a practice promise today, counts the first two', async () => {
  for (const practice of [false, true]) {
    const { id } = await promise(9, { practice })
    await takeCallback(clerk.ctx, id)
    await callBack(clerk.ctx, new FakeSwitchboard(), id)
    await recordOutcome(clerk.ctx, switchboard, id, { outcome: 'settled', note: '' })
  }
  await promise(10)
  database.platform.clock.set('2026-11-23T11:30:00Z')
  await sweepPromises(database.platform)
  expect(await readWorklist(clerk.ctx)).toMatchObject({ open: 1, atRisk: 1, keptToday: 1, decidedToday: 2 })
  database.platform.clock.set('2026-11-24T08:00:00Z')
  expect(await readWorklist(clerk.ctx)).toMatchObject({ keptToday: 0, decidedToday: 0 })
})

test('given a list that stays open, the audit trail has one look per quarter of an hour', async () => {
  const looks = async () =>
    (
      await database.platform.db
        .selectFrom('audit')
        .select('action')
        .where('account_id', '=', clerk.account.id)
        .execute()
    ).map(({ action }) => action)
  await readWorklist(clerk.ctx)
  await readWorklist(clerk.ctx)
  expect(await looks()).toEqual(['worklist.read'])
  database.platform.clock.advance(15 * 60_000)
  await readWorklist(clerk.ctx)
  expect(await looks()).toHaveLength(2)
})

test('given the whole way over HTTP, each answer keeps its contract', async () => {
  const { id } = await promise(13)
  const ask = client(database.platform, callbackRoutes(switchboard))
  const post = async (what: string, body: object = {}) => {
    const response = await ask('POST', `/api/v1/callbacks/${what}`, { cookie: clerk.cookie, body })
    return { status: response.status, body: response.status === 204 ? null : await response.json() }
  }
  const taken = await post('next')
  expect(callbackView.parse(taken.body)).toMatchObject({
    item: { id, mine: true, owner: { name: 'Test clerk' } },
    promise: 'open',
    via: 'tel',
    teams: [{ name: 'Bürgertelefon' }],
    colleagues: [],
  })
  expect(callbackView.parse((await post(`${id}/call`)).body).openAttempt).toMatchObject({ number: 1 })
  expect((await post(`${id}/outcome`, { outcome: '' })).body).toMatchObject({
    error: { fields: { outcome: 'Bitte ein Ergebnis wählen.' } },
  })
  expect((await post(`${id}/outcome`, { outcome: 'settled' })).body).toEqual({
    state: 'done',
    promise: 'kept',
    nextText: null,
  })
  const seen = await ask('GET', `/api/v1/callbacks/${id}`, { cookie: clerk.cookie })
  expect(callbackView.parse(await seen.json())).toMatchObject({ item: { state: 'done' } })
  expect((await post('next')).status).toBe(404)
  expect((await post('keine-nummer/take')).status).toBe(404)
})

test('given an agent, every route of callbacks is closed', async () => {
  const agent = await givenAccount(database.platform, city.cityId, 'agent')
  const { id } = await promise(13)
  for (const route of callbackRoutes(switchboard)) {
    const path = route.path.replace(':id', id)
    const method = route.method === 'get' ? 'GET' : 'POST'
    const response = await client(database.platform, callbackRoutes(switchboard))(method, path, {
      cookie: agent.cookie,
      ...(method === 'POST' ? { body: {} } : {}),
    })
    expect(`${response.status} ${path}`).toBe(`403 ${path}`)
  }
})
