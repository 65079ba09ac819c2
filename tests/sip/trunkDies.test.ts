import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { callBack } from '../../src/callbacks/attempts/callBack.ts'
import { givenCallback } from '../../src/callbacks/callbacks.testkit.ts'
import { windowsFor } from '../../src/callbacks/index.ts'
import { readWorklist } from '../../src/callbacks/worklist/readWorklist.ts'
import { recordOutcome } from '../../src/callbacks/attempts/recordOutcome.ts'
import { takeCallback } from '../../src/callbacks/worklist/take.ts'
import { root } from '../../src/root.ts'
import type { PhoneNumber } from '../../src/shared/phoneNumber.ts'
import { sendRequest } from '../../src/telephony/asterisk/ari/request.ts'
import { openCompany, type Company } from './kit/company.ts'
import { openDesk, openHouse, type Desk, type House } from './kit/house.ts'
import { awaitCallee, callLine, type Sipp } from './kit/lab.ts'
import { startOwnLab, type OwnLab } from './kit/ownLab.ts'

/** A busy machine takes its time; no right answer is waited for longer than it needs. */
const SOON = { timeout: 20_000, interval: 50 }
const CITIZEN = '+493023125041' as PhoneNumber
const OUTSIDE = '+493023125099'
const TRUNK_DOWN = /^Die Leitung nach draußen ist gestört/

let lab: OwnLab
let company: Company
let house: House
const desks: Desk[] = []
const processes: Sipp[] = []

beforeAll(async () => {
  const more = { LAB_EXTRA: join(root, 'tests/sip/provider/asked') }
  lab = startOwnLab({ name: 'trunk', own: '127.0.97.1', callee: '127.0.97.2:5070', rtp: 15_400, more })
  company = await openCompany(lab)
  house = await openHouse(lab)
})
afterEach(async () => {
  for (const desk of desks.splice(0)) {
    await house.switchboard.setReady(desk.ctx, false)
    await desk.close()
  }
  await Promise.all(processes.splice(0).map((sipp) => sipp.stop()))
})
afterAll(async () => {
  await house?.stop()
  await company?.close()
  lab?.down()
})

async function desk(role: 'agent' | 'clerk'): Promise<Desk> {
  const opened = await openDesk(house, role)
  desks.push(opened)
  await expect.poll(() => house.switchboard.station(opened.ctx).missing, SOON).toEqual([])
  await opened.softphone.answerAll(true)
  return opened
}

const calls = (from: string): void =>
  void processes.push(callLine(lab, house.city.lines.service.number, from, 60_000))

const db = () => house.platform.db
const alarm = () => house.switchboard.alarm(house.city.cityId)
const stateOf = ({ ctx }: Desk) => house.switchboard.station(ctx).state
const callFrom = (caller: string) =>
  db().selectFrom('call').selectAll().where('caller', '=', caller).executeTakeFirst()
const callback = (id: string) =>
  db().selectFrom('callback').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const attempts = (id: string) =>
  db().selectFrom('attempt').selectAll().where('callback_id', '=', id).orderBy('started_at').execute()
const trunkNews = async () =>
  (
    await db()
      .selectFrom('event')
      .select('data')
      .where('kind', '=', 'telephone.trunk')
      .orderBy('id')
      .execute()
  ).map(({ data }) => data)

const trunkState = async (): Promise<unknown> => {
  const which = { tech: 'PJSIP', resource: 'trunk' }
  const answer = await sendRequest(lab.ari, 'GET /endpoints/{tech}/{resource}', which)
  return typeof answer === 'object' && answer && 'state' in answer ? answer.state : null
}

/** A promised callback in this clerk's hands. */
async function promised(clerk: Desk): Promise<string> {
  const { platform, city } = house
  const [window] = await windowsFor(platform.db, city.cityId, city.teams.office, platform.clock.now(), 1)
  if (!window) throw new Error('no window')
  const windowStart = new Date(window.start)
  const { id } = await givenCallback(platform, city, clerk.ctx, { windowStart, contactPhone: CITIZEN })
  await takeCallback(clerk.ctx, id)
  return id
}

/** @returns milliseconds until everybody was told that the trunk is silent */
async function silence(): Promise<number> {
  const from = performance.now()
  company.fallSilent()
  await expect.poll(alarm, SOON).toMatch(TRUNK_DOWN)
  return Math.round(performance.now() - from)
}

describe('a trunk whose far side is silent', () => {
  it('is told to everybody; a callback is refused and its promise untouched, and goes out when the far side is back', async () => {
    const { platform, switchboard, city } = house
    expect(alarm()).toBeNull()
    const heard: string[] = []
    platform.live.subscribe(city.cityId, ({ topic }) => void heard.push(topic))
    const clerk = await desk('clerk')
    const id = await promised(clerk)
    const before = await callback(id)

    process.stdout.write(`everybody was told ${await silence()} ms after the far side fell silent\n`)
    await expect.poll(() => heard, SOON).toContain('telephone.trunk')
    expect(switchboard.missing()).toMatch(TRUNK_DOWN)

    await expect(callBack(clerk.ctx, switchboard, id)).rejects.toMatchObject({
      status: 409,
      code: 'trunk-down',
      message: expect.stringMatching(/gestört.*Dieser Versuch zählt nicht, die Zusage bleibt\./),
    })
    expect(await callback(id)).toEqual(before)
    expect(await attempts(id)).toMatchObject([{ result: 'failed', rang_at: null, answered_at: null }])
    expect((await readWorklist(clerk.ctx)).items).toMatchObject([{ id, attempts: 0, mine: true }])
    expect(stateOf(clerk)).toBe('not-ready')

    const phone = awaitCallee(company.lab)
    processes.push(phone)
    const backFrom = performance.now()
    company.comeBack()
    await expect.poll(alarm, SOON).toBeNull()
    process.stdout.write(
      `and ${Math.round(performance.now() - backFrom)} ms after it answered that it does\n`,
    )
    expect((await trunkNews())[0]).toEqual({ up: false })
    await expect.poll(async () => (await trunkNews()).at(-1), SOON).toEqual({ up: true })
    await callBack(clerk.ctx, switchboard, id)
    await expect.poll(async () => (await attempts(id))[1]?.answered_at, SOON).toBeTruthy()
    const settled = await recordOutcome(clerk.ctx, switchboard, id, { outcome: 'settled', note: '' })
    expect(settled).toMatchObject({ state: 'done', promise: 'kept' })
    expect(await attempts(id)).toMatchObject([{ result: 'failed' }, { result: 'reached', number: 1 }])
    await clerk.softphone.hangUp()
    expect(await phone.ended).toBe(0)
  })

  it('given that nobody tells of it, is noticed all the same, and so is its return', async () => {
    const told = { applicationName: lab.ari.app, eventSource: ['endpoint:PJSIP/trunk'] }
    await sendRequest(lab.ari, 'DELETE /applications/{applicationName}/subscription', told)
    process.stdout.write(`without an event everybody was told after ${await silence()} ms\n`)
    company.comeBack()
    await expect.poll(alarm, SOON).toBeNull()
    await sendRequest(lab.ari, 'POST /applications/{applicationName}/subscription', told)
  })

  it('given an Asterisk that has just started and has not asked yet, nobody is alarmed', async () => {
    const { switchboard } = house
    await lab.cutPower()
    await expect.poll(alarm, SOON).toContain('Die Telefonanlage antwortet nicht')
    company.fallSilent()
    await lab.restorePower()
    await expect.poll(() => switchboard.connected(house.city.cityId), SOON).toBe(true)
    expect(await trunkState()).toBe('offline')
    expect(alarm()).toBeNull()
    company.comeBack()
    await expect.poll(trunkState, SOON).toBe('online')
    await expect.poll(alarm, SOON).toBeNull()
  })

  it('given callers who come all the same, they are answered as always, and nobody waits for a number outside that cannot ring', async () => {
    await silence()
    const agent = await desk('agent')
    await house.switchboard.setReady(agent.ctx, true)
    calls('+491713920041')
    await expect.poll(() => stateOf(agent), SOON).toBe('in-call')
    expect(await callFrom('+491713920041')).toMatchObject({ answer_promise: 'kept' })

    await db()
      .updateTable('line')
      .set({
        overflow_number: OUTSIDE,
        overflow_basis: 'AV-Vertrag vom 1. September 2026',
        overflow_after_ms: 1_000,
      })
      .where('id', '=', house.city.lines.service.id)
      .execute()
    const other = await desk('agent')
    calls('+491713920042')
    await expect
      .poll(
        () => db().selectFrom('event').select('kind').where('kind', '=', 'call.overflowed').execute(),
        SOON,
      )
      .toHaveLength(1)
    const from = performance.now()
    await house.switchboard.setReady(other.ctx, true)
    await expect.poll(() => stateOf(other), SOON).toBe('in-call')
    process.stdout.write(
      `answered here ${Math.round(performance.now() - from)} ms after somebody was ready\n`,
    )
    expect(await callFrom('+491713920042')).toMatchObject({ agent_id: other.account.id })
    for (const { ctx } of [agent, other])
      await house.switchboard.hangUp(ctx, house.switchboard.station(ctx).callId ?? '')
    company.comeBack()
    await expect.poll(alarm, SOON).toBeNull()
  })
})
