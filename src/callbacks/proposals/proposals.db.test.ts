import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import { client } from '../../people/request.testkit.ts'
import { asSystem } from '../../platform/context.ts'
import { acceptProposal } from './acceptProposal.ts'
import { FakeSwitchboard, givenCallback, TEST_PHONE } from '../callbacks.testkit.ts'
import { worklist } from '../contract.ts'
import { dismissProposal } from './dismissProposal.ts'
import { givenEndedCall, type LostOverrides } from './proposals.testkit.ts'
import { proposeCallback } from './proposeCallback.ts'
import { readCallback } from '../worklist/readCallback.ts'
import { readWorklist } from '../worklist/readWorklist.ts'
import { callbackRoutes } from '../routes.ts'
import { sweepProposals } from './withdrawProposals.ts'

const database = useDatabase()
const switchboard = new FakeSwitchboard()
const OTHER = '+491713920077'
let city: GivenCity
let clerk: GivenAccount

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T09:42:00Z')
  city = await givenCity(database.platform)
  clerk = await givenAccount(database.platform, city.cityId, 'clerk')
})

const propose = (callId: string) => proposeCallback(asSystem(database.platform, city.cityId), callId)
async function lose(overrides: LostOverrides = {}): Promise<string> {
  const callId = await givenEndedCall(database.platform, city, overrides)
  await propose(callId)
  return callId
}
const rows = () =>
  database.platform.db
    .selectFrom('callback_proposal')
    .selectAll()
    .where('city_id', '=', city.cityId)
    .orderBy('called_at')
    .orderBy('id')
    .execute()
const listed = async () => (await readWorklist(clerk.ctx)).proposals
const kinds = async () =>
  (
    await database.platform.db
      .selectFrom('event')
      .select(['kind', 'data'])
      .where('city_id', '=', city.cityId)
      .where('kind', 'like', 'proposal.%')
      .orderBy('seq')
      .execute()
  ).map(({ kind }) => kind)
async function only(): Promise<string> {
  const [proposal] = await listed()
  if (!proposal) throw new Error('nothing is proposed')
  return proposal.id
}

describe('a lost caller', () => {
  test('given an abandoned call with a number, is proposed to the line’s callback team', async () => {
    await lose()
    const list = await readWorklist(clerk.ctx)
    expect(worklist.parse(list)).toEqual(list)
    expect(list.proposals).toMatchObject([
      {
        teamId: city.teams.office,
        lineName: 'Bürgerbüro',
        number: '0171 3920012',
        calls: 1,
        firstCalledAt: '2026-11-23T09:42:00.000Z',
        causeText: 'Aufgelegt, bevor jemand annehmen konnte.',
      },
    ])
    expect(await kinds()).toEqual(['proposal.made'])
  })

  test.each(['telephone-lost', 'unknown-end'] as const)(
    'given a call that ended as %s, says so',
    async (endReason) => {
      await lose({ endReason })
      expect(await listed()).toMatchObject([{ causeText: 'Die Verbindung ist abgerissen.' }])
    },
  )

  test('given the same news twice, is proposed once', async () => {
    await propose(await lose())
    expect(await listed()).toMatchObject([{ calls: 1 }])
    expect(await kinds()).toEqual(['proposal.made'])
  })

  test('given further lost calls of the number on the line, they join and count', async () => {
    await lose()
    database.platform.clock.advance(120_000)
    await Promise.all([lose(), lose()])
    expect(await listed()).toMatchObject([
      { calls: 3, firstCalledAt: '2026-11-23T09:42:00.000Z', lastCalledAt: '2026-11-23T09:44:00.000Z' },
    ])
    expect(await kinds()).toEqual(['proposal.made', 'proposal.joined', 'proposal.joined'])
  })

  test('given another line or another number, makes a proposal of its own', async () => {
    await lose()
    await lose({ lineId: city.lines.report.id })
    await lose({ caller: OTHER })
    expect(await rows()).toHaveLength(3)
    expect(await listed()).toHaveLength(2)
    const report = await givenAccount(database.platform, city.cityId, 'report')
    expect((await readWorklist(report.ctx)).proposals).toMatchObject([{ teamId: city.teams.reports }])
  })

  test.each<[string, LostOverrides]>([
    ['a practice call', { source: 'training' }],
    ['a call told by a webhook', { source: 'cti' }],
    ['a withheld number', { caller: null }],
    ['a call outside service hours', { endReason: 'closed' }],
    ['an answered call', { answered: true }],
  ])('given %s, proposes nothing', async (_name, overrides) => {
    await lose(overrides)
    expect(await rows()).toEqual([])
  })

  test('given an open callback for the number, proposes nothing: it is called anyway', async () => {
    await givenCallback(database.platform, city, clerk.ctx)
    await lose()
    expect(await rows()).toEqual([])
  })

  test('given an answered call since, proposes nothing', async () => {
    const callId = await givenEndedCall(database.platform, city)
    database.platform.clock.advance(60_000)
    await givenEndedCall(database.platform, city, { answered: true })
    await propose(callId)
    expect(await rows()).toEqual([])
  })
})

describe('a proposal that is not needed any more', () => {
  test('given the person reached somebody, it is withdrawn by itself', async () => {
    await lose()
    database.platform.clock.advance(60_000)
    await givenEndedCall(database.platform, city, { answered: true, lineId: city.lines.report.id })
    await sweepProposals(database.platform)
    expect(await rows()).toMatchObject([{ state: 'withdrawn', withdrawn_because: 'reached-somebody' }])
    expect(await kinds()).toEqual(['proposal.made', 'proposal.withdrawn'])
  })

  test('given a promise to the number, it is withdrawn with it', async () => {
    await lose()
    await givenCallback(database.platform, city, clerk.ctx)
    expect(await rows()).toMatchObject([{ state: 'withdrawn', withdrawn_because: 'promised' }])
  })

  test('given a practice promise to the number, it stays', async () => {
    await lose()
    await givenCallback(database.platform, city, clerk.ctx, { practice: true })
    expect(await rows()).toMatchObject([{ state: 'open' }])
  })

  test('given a month, it ends; given two weeks more, its number is gone', async () => {
    await lose()
    database.platform.clock.set('2026-12-24T09:42:00Z')
    await sweepProposals(database.platform)
    expect(await rows()).toMatchObject([{ withdrawn_because: 'too-old', caller: TEST_PHONE }])
    database.platform.clock.set('2027-01-07T09:43:00Z')
    await sweepProposals(database.platform)
    await sweepProposals(database.platform)
    expect(await rows()).toMatchObject([{ state: 'withdrawn', caller: null }])
    expect(await kinds()).toEqual(['proposal.made', 'proposal.withdrawn', 'proposal.forgotten'])
  })
})

describe('accepting', () => {
  test('given an open proposal, case, callback and hands are one; the window is the next one', async () => {
    const callId = await lose()
    const id = await acceptProposal(clerk.ctx, await only())
    const view = await readCallback(clerk.ctx, switchboard, id)
    expect(view).toMatchObject({
      promise: 'open',
      promiseText: 'heute zwischen 10 und 11 Uhr',
      item: { mine: true, state: 'taken' },
      case: {
        state: 'open',
        contactPhone: TEST_PHONE,
        reason:
          'Entgangener Anruf (Bürgerbüro): 23.11., 10:42 Uhr. Aufgelegt, bevor jemand annehmen konnte. Das Anliegen ist noch nicht bekannt, zugesagt wurde der Person nichts.',
      },
    })
    expect(await listed()).toEqual([])
    expect(await rows()).toMatchObject([
      { state: 'accepted', case_id: view.case.id, decided_by: clerk.account.id },
    ])
    expect(await kinds()).toEqual(['proposal.made', 'proposal.accepted'])
    const call = await database.platform.db
      .selectFrom('call')
      .select('case_id')
      .where('id', '=', callId)
      .executeTakeFirstOrThrow()
    expect(call.case_id).toBe(view.case.id)
  })

  test('given two clerks at once, one gets it and the other reads why not', async () => {
    await lose()
    const id = await only()
    const other = await givenAccount(database.platform, city.cityId, 'clerk')
    const results = await Promise.allSettled([acceptProposal(clerk.ctx, id), acceptProposal(other.ctx, id)])
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { status: 409, code: 'proposal-over' },
    })
  })

  test('given one person lost on two lines, of two who accept at once one gets both and the other reads why not', async () => {
    await lose()
    await lose({ lineId: city.lines.report.id })
    const [first, second] = (await rows()).map(({ id }) => id)
    const leads = await Promise.all([1, 2].map(() => givenAccount(database.platform, city.cityId, 'lead')))
    const results = await Promise.allSettled([
      acceptProposal(leads[0]!.ctx, first ?? ''),
      acceptProposal(leads[1]!.ctx, second ?? ''),
    ])
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'proposal-over' },
    })
    expect((await rows()).map(({ state }) => state).toSorted()).toEqual(['accepted', 'withdrawn'])
  })

  test('given the person reached somebody a moment ago, refuses it', async () => {
    await lose()
    const id = await only()
    await givenEndedCall(database.platform, city, { answered: true })
    await expect(acceptProposal(clerk.ctx, id)).rejects.toMatchObject({
      code: 'proposal-over',
      message: 'Diese Person hat inzwischen jemanden erreicht oder eine Rückrufzusage bekommen.',
    })
    expect(await rows()).toMatchObject([{ state: 'open' }])
  })

  test('given a team without windows, nothing is written', async () => {
    const small = await givenCity(database.platform, { callbacksPerHour: { office: 0 } })
    const colleague = await givenAccount(database.platform, small.cityId, 'clerk')
    const callId = await givenEndedCall(database.platform, small)
    await proposeCallback(asSystem(database.platform, small.cityId), callId)
    const [proposal] = (await readWorklist(colleague.ctx)).proposals
    await expect(acceptProposal(colleague.ctx, proposal?.id ?? '')).rejects.toMatchObject({
      code: 'no-window',
    })
    const cases = database.platform.db.selectFrom('case').select('id').where('city_id', '=', small.cityId)
    expect(await cases.execute()).toEqual([])
    expect((await readWorklist(colleague.ctx)).proposals).toHaveLength(1)
  })

  test('given a premium number, refuses it', async () => {
    await lose({ caller: '+499001234567' })
    await expect(acceptProposal(clerk.ctx, await only())).rejects.toMatchObject({ status: 422 })
  })
})

describe('dismissing', () => {
  test('given a reason, it is kept and the row leaves the list', async () => {
    await lose()
    await dismissProposal(clerk.ctx, await only(), { reason: 'Werbeanruf' })
    expect(await listed()).toEqual([])
    expect(await rows()).toMatchObject([{ state: 'dismissed', dismissed_because: 'Werbeanruf' }])
    expect(await kinds()).toEqual(['proposal.made', 'proposal.dismissed'])
  })

  test('given no reason, asks for one at the field', async () => {
    await lose()
    const ask = client(database.platform, callbackRoutes(switchboard))
    const path = `/api/v1/proposals/${await only()}/dismiss`
    const answer = await ask('POST', path, { cookie: clerk.cookie, body: { reason: ' ' } })
    expect(answer.status).toBe(422)
    expect(await rows()).toMatchObject([{ state: 'open' }])
  })

  test('given a caller who calls again afterwards, a new proposal is made', async () => {
    await lose()
    await dismissProposal(clerk.ctx, await only(), { reason: 'Verwählt' })
    database.platform.clock.advance(60_000)
    await lose()
    expect((await rows()).map(({ state }) => state)).toEqual(['dismissed', 'open'])
  })
})

describe('who may decide', () => {
  test('given another team’s clerk, refuses', async () => {
    await lose({ lineId: city.lines.report.id })
    const [{ id } = { id: '' }] = await rows()
    await expect(acceptProposal(clerk.ctx, id)).rejects.toMatchObject({ status: 403 })
    await expect(dismissProposal(clerk.ctx, id, { reason: 'x' })).rejects.toMatchObject({ status: 403 })
  })

  test.each(['agent', 'admin'] as const)('given %s, refuses', async (role) => {
    await lose()
    const id = await only()
    const { ctx } = await givenAccount(database.platform, city.cityId, role)
    await expect(acceptProposal(ctx, id)).rejects.toMatchObject({ status: 403 })
    await expect(dismissProposal(ctx, id, { reason: 'x' })).rejects.toMatchObject({ status: 403 })
  })
})
