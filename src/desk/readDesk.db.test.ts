import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { FakeSwitchboard } from '../callbacks/callbacks.testkit.ts'
import { type GivenCity, givenCity } from '../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../people/people.testkit.ts'
import { client } from '../people/request.testkit.ts'
import { complete } from './complete.ts'
import { deskView, type DeskView } from './contract.ts'
import { FULL, givenCall } from './desk.testkit.ts'
import { keepDraft } from './keepDraft.ts'
import { readDesk } from './readDesk.ts'
import { deskRoutes } from './routes.ts'

const database = useDatabase()
let city: GivenCity
let agent: GivenAccount
let switchboard: FakeSwitchboard

beforeEach(async () => {
  city = await givenCity(database.platform)
  agent = await givenAccount(database.platform, city.cityId, 'agent')
  switchboard = new FakeSwitchboard()
})

const inHand = (callId: string): void => {
  const now = database.platform.clock.now()
  switchboard.stations.set(agent.account.id, {
    state: 'in-call',
    since: now,
    callId,
    pause: null,
    ready: true,
    missing: [],
  })
}
const read = (): Promise<DeskView> => readDesk(agent.ctx, switchboard)
const { outcome: _, ...draft } = FULL

test('given no call, shows the place at the telephone and nothing of citizens', async () => {
  expect(await read()).toMatchObject({
    state: 'not-ready',
    telephone: false,
    call: null,
    draft: null,
    windows: [],
    handOver: null,
    record: null,
  })
})

test('given a call, shows line, number, windows of both teams and no open case', async () => {
  inHand(await givenCall(database.platform, city, agent))
  const view = await read()
  expect(deskView.parse(view)).toEqual(view)
  expect(view.call).toMatchObject({
    stage: 'connected',
    practice: false,
    line: { name: 'Bürgerbüro', purpose: 'service' },
    callerNumber: '0171 3920012',
    openCase: null,
    script: [],
  })
  expect(view.windows.map(({ label, free }) => `${label}: ${free}`)).toEqual([
    'heute 9–10 Uhr: 6',
    'heute 10–11 Uhr: 6',
    'heute 11–12 Uhr: 6',
    'heute 12–12:30 Uhr: 3',
    'heute 13:30–14 Uhr: 3',
    'heute 14–15 Uhr: 6',
  ])
  expect(view.handOver).toMatchObject({
    lineName: 'Bürgertelefon',
    windows: [{ free: 4 }, {}, {}, {}, {}, {}],
  })
})

test('given a caller with an open case, names it with its promise, but not the case of this call', async () => {
  const first = await givenCall(database.platform, city, agent, { state: 'ended' })
  const done = await complete(agent.ctx, switchboard, first, FULL)
  inHand(first)
  expect((await read()).call?.openCase).toBeNull()
  inHand(await givenCall(database.platform, city, agent))
  expect((await read()).call?.openCase).toEqual({
    number: done.caseNumber,
    promise: 'heute zwischen 14 und 15 Uhr',
    owed: { owner: null, reachable: false, attempt: null },
  })
})

test('given a withheld number, shows none', async () => {
  inHand(await givenCall(database.platform, city, agent, { caller: null }))
  expect((await read()).call).toMatchObject({ callerNumber: null, openCase: null })
})

test('given a draft, a reload finds every word of it; a later one replaces it', async () => {
  const callId = await givenCall(database.platform, city, agent)
  inHand(callId)
  await keepDraft(agent.ctx, callId, draft)
  expect((await read()).draft).toEqual(draft)
  await keepDraft(agent.ctx, callId, { ...draft, reason: 'Doch etwas anderes.' })
  expect((await read()).draft).toMatchObject({ reason: 'Doch etwas anderes.' })
})

test('given a draft and a restart that forgot the call, the record is still there to be completed', async () => {
  const callId = await givenCall(database.platform, city, agent, { state: 'ended' })
  await keepDraft(agent.ctx, callId, draft)
  expect(await read()).toMatchObject({
    call: { id: callId, stage: 'ended' },
    draft: { reason: draft.reason },
  })
})

test('given a complete record while the caller still talks, shows it instead of a form', async () => {
  const callId = await givenCall(database.platform, city, agent)
  inHand(callId)
  await keepDraft(agent.ctx, callId, draft)
  const done = await complete(agent.ctx, switchboard, callId, FULL)
  await keepDraft(agent.ctx, callId, { ...draft, reason: 'zu spät' })
  expect(await read()).toMatchObject({ draft: null, record: done, call: { stage: 'connected' } })
})

test('given many looks at one call, the audit trail has one', async () => {
  const callId = await givenCall(database.platform, city, agent)
  inHand(callId)
  await read()
  await read()
  const looks = await database.platform.db
    .selectFrom('audit')
    .select(['action', 'account_id'])
    .where('subject_id', '=', callId)
    .execute()
  expect(looks).toEqual([{ action: 'call.read', account_id: agent.account.id }])
})

test('given an administrator, the desk is closed', async () => {
  const admin = await givenAccount(database.platform, city.cityId, 'admin')
  const ask = client(database.platform, deskRoutes(switchboard))
  expect((await ask('GET', '/api/v1/desk', { cookie: admin.cookie })).status).toBe(403)
  expect((await ask('GET', '/api/v1/desk', { cookie: agent.cookie })).status).toBe(200)
})
