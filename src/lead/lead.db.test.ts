import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { givenCity, type GivenCity } from '../city/city.testkit.ts'
import { givenAccount, type GivenAccount } from '../people/people.testkit.ts'
import { client } from '../people/request.testkit.ts'
import { newId } from '../platform/ids.ts'
import { conflict } from '../platform/problems.ts'
import type { LeadTools, TelephoneNow } from '../telephony/index.ts'
import { leadView } from './contract.ts'
import { joinCall, leaveCall } from './joinCall.ts'
import { moveCaller } from './moveCaller.ts'
import { readLead } from './readLead.ts'
import { leadRoutes } from './routes.ts'
import { signOutAgent } from './signOutAgent.ts'

const database = useDatabase()
let city: GivenCity
let lead: GivenAccount
let agent: GivenAccount
let telephone: TelephoneNow
let asked: string[]

const tools: LeadTools = {
  telephoneNow: () => telephone,
  moveCaller: async (_ctx, callId, move, reason) => void asked.push(`move ${callId} ${move.kind} ${reason}`),
  signOut: async (_ctx, accountId, reason) => void asked.push(`sign out ${accountId} ${reason}`),
  joinCall: () => Promise.reject(conflict('not-talking', 'Dieses Gespräch ist schon zu Ende.')),
  leaveCall: async (_ctx, callId) => void asked.push(`leave ${callId}`),
  leadIn: () => null,
}
const request = (...args: Parameters<ReturnType<typeof client>>) =>
  client(database.platform, leadRoutes(tools))(...args)

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  asked = []
  city = await givenCity(database.platform)
  lead = await givenAccount(database.platform, city.cityId, 'lead')
  agent = await givenAccount(database.platform, city.cityId, 'agent', { name: 'Aylin Probe' })
  telephone = {
    connected: true,
    well: true,
    note: 'Die Telefonanlage ist verbunden.',
    waiting: [],
    talking: [],
    desks: [],
  }
})

async function givenCall(caller: string | null): Promise<string> {
  const id = newId()
  await database.platform.db
    .insertInto('call')
    .values({
      city_id: city.cityId,
      id,
      source: 'asterisk',
      source_key: id,
      line_id: city.lines.service.id,
      caller,
      state: 'waiting',
      offered_at: database.platform.clock.now(),
      answer_promise: 'open',
    })
    .execute()
  return id
}

test('given a quiet telephone, everything is there and empty', async () => {
  const answer = await request('GET', '/api/v1/lead', { cookie: lead.cookie })
  const view = leadView.parse(await answer.json())
  expect(view).toMatchObject({ waiting: [], talking: [], desks: [], announcements: [] })
  expect(view.lines.map(({ name, open, decision }) => [name, open, decision])).toEqual([
    ['Bürgerbüro', true, null],
    ['Bürgertelefon', true, null],
  ])
})

test('given callers, shows who they are no further than to tell them apart, and who talks to them', async () => {
  const [waiting, hidden, talking] = [
    await givenCall('+491725566445'),
    await givenCall(null),
    await givenCall('+4923061042030'),
  ]
  const since = database.platform.clock.now()
  const lineId = city.lines.service.id
  const teamIds = [city.teams.serviceDesk]
  telephone = {
    ...telephone,
    waiting: [
      { callId: waiting, lineId, teamIds, since, front: true, doing: 'waiting' },
      { callId: hidden, lineId, teamIds, since, front: false, doing: 'rings' },
    ],
    talking: [
      {
        callId: talking,
        lineId,
        agentId: agent.account.id,
        since,
        lead: { accountId: lead.account.id, name: 'Frauke Probe', in: true },
      },
    ],
    desks: [{ accountId: agent.account.id, teamIds, state: 'in-call', since, ready: true, pause: null }],
  }
  const view = leadView.parse(await readLead(lead.ctx, tools))
  expect(view.waiting).toMatchObject([
    { caller: '0172 … 445', lineName: 'Bürgerbüro', teamNames: ['Telefon-Service'], front: true },
    { caller: null, doing: 'rings' },
  ])
  expect(view.talking).toMatchObject([
    { agentName: 'Aylin Probe', caller: '0230 … 030', lead: { name: 'Frauke Probe', isMe: true, in: true } },
  ])
  expect(view.desks).toMatchObject([{ name: 'Aylin Probe', state: 'in-call', signedOut: false }])
  expect(view.lines[0]).toMatchObject({ waiting: 2 })
  expect(JSON.stringify(view)).not.toContain('5566')
})

test('given a deed without a reason, says so at the field and does nothing', async () => {
  const { cookie } = lead
  const move = await request('POST', `/api/v1/lead/calls/${newId()}/move`, {
    cookie,
    body: { to: { kind: 'front' }, reason: ' ' },
  })
  expect(move.status).toBe(422)
  expect(await move.json()).toMatchObject({ error: { fields: { reason: expect.any(String) } } })
  const signOut = await request('POST', `/api/v1/lead/desks/${agent.account.id}/sign-out`, {
    cookie,
    body: {},
  })
  expect(signOut.status).toBe(422)
  expect(asked).toEqual([])
})

test('given a reason, hands the deed to the telephone; given a conversation that is over, says so', async () => {
  const { cookie } = lead
  const callId = newId()
  const body = { to: { kind: 'line', id: city.lines.report.id }, reason: 'falsche Leitung' }
  expect((await request('POST', `/api/v1/lead/calls/${callId}/move`, { cookie, body })).status).toBe(204)
  expect(asked).toEqual([`move ${callId} line falsche Leitung`])
  expect((await request('POST', `/api/v1/lead/calls/${callId}/join`, { cookie })).status).toBe(409)
})

test.each(['agent', 'clerk', 'report'] as const)('given the role %s, refuses all of it', async (role) => {
  const { ctx } = await givenAccount(database.platform, city.cityId, role)
  const refused = { status: 403 }
  const reason = 'x'
  await expect(readLead(ctx, tools)).rejects.toMatchObject(refused)
  await expect(moveCaller(ctx, tools, newId(), { to: { kind: 'front' }, reason })).rejects.toMatchObject(
    refused,
  )
  await expect(signOutAgent(ctx, tools, agent.account.id, { reason })).rejects.toMatchObject(refused)
  await expect(joinCall(ctx, tools, newId())).rejects.toMatchObject(refused)
  await expect(leaveCall(ctx, tools, newId())).rejects.toMatchObject(refused)
  expect(asked).toEqual([])
})

test('given an administrator, who has no telephone, refuses to join and allows the rest', async () => {
  const { ctx } = await givenAccount(database.platform, city.cityId, 'admin')
  await expect(joinCall(ctx, tools, newId())).rejects.toMatchObject({ status: 403 })
  await signOutAgent(ctx, tools, agent.account.id, { reason: 'x' })
  expect(asked).toEqual([`sign out ${agent.account.id} x`])
})
