import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { callBack } from '../../src/callbacks/attempts/callBack.ts'
import { givenCallback } from '../../src/callbacks/callbacks.testkit.ts'
import { windowsFor } from '../../src/callbacks/index.ts'
import { readWorklist } from '../../src/callbacks/worklist/readWorklist.ts'
import { recordOutcome } from '../../src/callbacks/attempts/recordOutcome.ts'
import { takeCallback } from '../../src/callbacks/worklist/take.ts'
import { sweepProposals } from '../../src/callbacks/proposals/withdrawProposals.ts'
import { complete } from '../../src/desk/complete.ts'
import { FULL } from '../../src/desk/desk.testkit.ts'
import { readDesk } from '../../src/desk/readDesk.ts'
import type { PhoneNumber } from '../../src/shared/phoneNumber.ts'
import { openDesk, openHouse, type Desk, type House } from './kit/house.ts'
import { awaitCallee, callLine, clearLab, readLab, type Sipp } from './kit/lab.ts'

const lab = readLab()
/** A busy machine takes its time; no right answer is waited for longer than it needs. */
const SOON = { timeout: 30_000 }
const FIRST = '+491713920031'
const SECOND = '+491713920032'
const CITIZEN = '+493023125031' as PhoneNumber
/** 20 ms of sound each. */
const SOME_PACKETS = 50

let house: House
const desks: Desk[] = []
const processes: Sipp[] = []

beforeAll(async () => {
  await clearLab(lab)
  house = await openHouse(lab)
})
afterEach(async () => {
  await clearLab(lab)
  for (const desk of desks.splice(0)) {
    await house.switchboard.setReady(desk.ctx, false)
    await desk.close()
  }
  await Promise.all(processes.splice(0).map((sipp) => sipp.stop()))
})
afterAll(() => house.stop())

async function desk(role: 'agent' | 'clerk'): Promise<Desk> {
  const opened = await openDesk(house, role)
  desks.push(opened)
  await expect.poll(() => house.switchboard.station(opened.ctx).missing, SOON).toEqual([])
  return opened
}

function calls(from: string, talkMs: number): Sipp {
  const sipp = callLine(lab, house.city.lines.service.number, from, talkMs)
  processes.push(sipp)
  return sipp
}

const db = () => house.platform.db
const callsOf = (caller: string) =>
  db().selectFrom('call').selectAll().where('caller', '=', caller).orderBy('offered_at').execute()
const waiting = () => house.switchboard.snapshot(house.city.cityId).waiting.map(({ callId }) => callId)
const proposals = () => db().selectFrom('callback_proposal').selectAll().orderBy('called_at').execute()
const attempts = (callbackId: string) =>
  db().selectFrom('attempt').selectAll().where('callback_id', '=', callbackId).execute()

/** A promised callback of this citizen in the clerk's hands. */
async function promised(clerk: Desk): Promise<string> {
  const { platform, city } = house
  const [window] = await windowsFor(platform.db, city.cityId, city.teams.office, platform.clock.now(), 1)
  if (!window) throw new Error('no window')
  const windowStart = new Date(window.start)
  const { id } = await givenCallback(platform, city, clerk.ctx, { windowStart, contactPhone: CITIZEN })
  await takeCallback(clerk.ctx, id)
  return id
}

describe('a caller who gave up', () => {
  it('given nobody answered, is in the worklist at once; calls again, and is served before who came later', async () => {
    const clerk = await desk('clerk')
    expect(await calls(FIRST, 1_500).ended).toBe(0)
    await expect.poll(async () => (await readWorklist(clerk.ctx)).proposals, SOON).toHaveLength(1)
    const [lost] = await callsOf(FIRST)
    expect(lost).toMatchObject({ end_reason: 'abandoned', answer_promise: null })

    calls(SECOND, 0)
    await expect.poll(waiting, SOON).toHaveLength(1)
    calls(FIRST, 0)
    await expect.poll(waiting, SOON).toHaveLength(2)
    const [, again] = await callsOf(FIRST)
    expect(again).toMatchObject({ place_of: lost?.id, place_since: lost?.offered_at })

    const agent = await desk('agent')
    await house.switchboard.setReady(agent.ctx, true)
    await agent.softphone.until(({ ringing }) => ringing)
    expect(house.switchboard.station(agent.ctx).callId).toBe(again?.id)
    await agent.softphone.answer()
    await expect.poll(() => house.switchboard.station(agent.ctx).state, SOON).toBe('in-call')

    await sweepProposals(house.platform)
    expect(await proposals()).toMatchObject([
      { caller: FIRST, state: 'withdrawn', withdrawn_because: 'reached-somebody' },
    ])
    expect((await readWorklist(clerk.ctx)).proposals).toEqual([])
  })
})

describe('a citizen who is owed a call and calls before it', () => {
  it('given an agent answers, the owner is one key away, and the record joins the case without a second promise', async () => {
    const clerk = await desk('clerk')
    await clerk.softphone.answerAll(true)
    const id = await promised(clerk)
    const agent = await desk('agent')
    await agent.softphone.answerAll(true)
    await house.switchboard.setReady(agent.ctx, true)
    calls(CITIZEN, 0)
    const read = () => readDesk(agent.ctx, house.switchboard)
    await expect.poll(async () => (await read()).call?.stage, SOON).toBe('connected')
    const { call } = await read()
    const owner = { id: clerk.account.id, name: 'Test clerk' }
    expect(call?.openCase).toMatchObject({ owed: { owner, reachable: true, attempt: null } })
    const callId = call?.id ?? ''

    const target = { to: 'clerk', targetId: owner.id } as const
    await house.switchboard.talk.consult(agent.ctx, callId, target)
    await expect.poll(async () => (await read()).talk?.stage, SOON).toBe('consulting')
    await house.switchboard.talk.takeBack(agent.ctx, callId)
    await expect.poll(async () => (await read()).talk?.stage, SOON).toBe('together')

    const belongsTo = call?.openCase?.number ?? null
    const said = { ...FULL, reason: 'Hat sich erledigt.', outcome: 'settled', belongsTo } as const
    expect(await complete(agent.ctx, house.switchboard, callId, said)).toMatchObject({
      caseNumber: belongsTo,
      promise: null,
    })
    const callback = await db()
      .selectFrom('callback')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(callback).toMatchObject({ state: 'done', promise: 'withdrawn', outcome: 'settled' })
    expect((await callsOf(CITIZEN)).at(-1)).toMatchObject({ id: callId, case_id: callback.case_id })
    await house.switchboard.hangUp(agent.ctx, callId)
  })
})

describe('a citizen who calls while a clerk calls them', () => {
  it('given the citizen’s telephone rings, both calls become one, and it is the attempt', async () => {
    const clerk = await desk('clerk')
    await clerk.softphone.answerAll(true)
    const phone = awaitCallee(lab, 'callee-silent')
    processes.push(phone)
    const id = await promised(clerk)
    await callBack(clerk.ctx, house.switchboard, id)
    await expect.poll(async () => (await attempts(id))[0]?.rang_at, SOON).toBeTruthy()

    const citizen = calls(CITIZEN, 5_000)
    await expect.poll(async () => (await attempts(id))[0]?.answered_at, SOON).toBeTruthy()
    expect(await phone.ended).toBe(0)
    const { received } = await clerk.softphone.packets()
    await expect
      .poll(async () => (await clerk.softphone.packets()).received - received, SOON)
      .toBeGreaterThan(SOME_PACKETS)
    expect(await citizen.ended).toBe(0)
    const call = (await callsOf(CITIZEN)).at(-1)
    const callback = await db()
      .selectFrom('callback')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(call).toMatchObject({
      state: 'ended',
      end_reason: 'handed-over',
      agent_id: clerk.account.id,
      answer_promise: 'kept',
      case_id: callback.case_id,
    })
    await expect.poll(async () => (await attempts(id))[0]?.hung_up_at, SOON).toBeTruthy()
    const outcome = await recordOutcome(clerk.ctx, house.switchboard, id, { outcome: 'settled', note: '' })
    expect(outcome).toMatchObject({ state: 'done', promise: 'kept' })
    expect(await attempts(id)).toMatchObject([{ result: 'reached', number: 1 }])
  })

  it('given the citizen waits in line already, the clerk has them without dialling', async () => {
    const clerk = await desk('clerk')
    await clerk.softphone.answerAll(true)
    const id = await promised(clerk)
    calls(CITIZEN, 0)
    await expect.poll(waiting, SOON).toHaveLength(1)
    await callBack(clerk.ctx, house.switchboard, id)
    await expect.poll(async () => (await attempts(id))[0]?.answered_at, SOON).toBeTruthy()
    await expect
      .poll(async () => (await clerk.softphone.packets()).received, SOON)
      .toBeGreaterThan(SOME_PACKETS)
    expect(waiting()).toEqual([])
    const legs = await db()
      .selectFrom('leg')
      .selectAll()
      .where('attempt_id', '=', (await attempts(id))[0]?.id ?? '')
      .orderBy('party')
      .execute()
    expect(legs.map(({ party, answered_at: at }) => [party, at !== null])).toEqual([
      ['citizen', true],
      ['clerk', true],
    ])
    await recordOutcome(clerk.ctx, house.switchboard, id, { outcome: 'settled', note: '' })
    await clerk.softphone.hangUp()
  })

  it('given the citizen talks with an agent already, the clerk is told and nobody is dialled', async () => {
    const clerk = await desk('clerk')
    const id = await promised(clerk)
    const agent = await desk('agent')
    await agent.softphone.answerAll(true)
    await house.switchboard.setReady(agent.ctx, true)
    calls(CITIZEN, 0)
    await expect.poll(() => house.switchboard.station(agent.ctx).state, SOON).toBe('in-call')
    await expect(callBack(clerk.ctx, house.switchboard, id)).rejects.toMatchObject({ code: 'citizen-calls' })
    expect(await attempts(id)).toEqual([])
  })
})
