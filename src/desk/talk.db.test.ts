import { beforeEach, describe, expect, it } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { givenCity, type GivenCity } from '../city/city.testkit.ts'
import { givenAccount, type GivenAccount } from '../people/people.testkit.ts'
import { readEvents } from '../platform/events/events.ts'
import { createSwitchboard, type Switchboard } from '../telephony/index.ts'
import { listOutsideNumbers } from '../telephony/outside/listOutsideNumbers.ts'
import { deleteOutsideNumber } from '../telephony/outside/deleteOutsideNumber.ts'
import { saveOutsideNumber } from '../telephony/outside/saveOutsideNumber.ts'
import { targetsFor } from './targetsFor.ts'

const database = useDatabase()
const LIGHTS = { name: 'Stadtwerke', number: '02306 104500', purpose: 'Störung der Straßenbeleuchtung' }
let city: GivenCity
let agent: GivenAccount
let admin: GivenAccount
let switchboard: Switchboard
let callId: string

/** An agent in a training call: the same switchboard, only the caller is played. */
beforeEach(async () => {
  city = await givenCity(database.platform)
  agent = await givenAccount(database.platform, city.cityId, 'agent')
  admin = await givenAccount(database.platform, city.cityId, 'admin')
  const made = createSwitchboard(database.platform, null)
  switchboard = made
  await made.start()
  callId = await made.startTraining(agent.ctx)
  await made.accept(agent.ctx, callId)
  return () => made.stop()
})

const kinds = async (): Promise<string[]> => {
  const range = { from: new Date(0), to: new Date('2100-01-01') }
  const events = await readEvents(database.platform.db, city.cityId, range)
  return events.map((event) => event.kind).filter((kind) => kind.startsWith('call.'))
}

describe('the caller in hand', () => {
  it('given hold and back, says so in the log and changes no figure', async () => {
    await switchboard.talk.hold(agent.ctx, callId)
    expect(switchboard.talk.state(agent.ctx, callId)?.talk?.stage).toBe('held')
    await switchboard.talk.takeBack(agent.ctx, callId)
    expect(switchboard.talk.state(agent.ctx, callId)?.talk).toBeNull()
    expect((await kinds()).slice(-2)).toEqual(['call.held', 'call.resumed'])
  })

  it('given what does not fit, refuses and changes nothing', async () => {
    for (const act of ['takeBack', 'handOver', 'confer'] as const)
      await expect(switchboard.talk[act](agent.ctx, callId)).rejects.toMatchObject({ status: 409 })
    await switchboard.talk.hold(agent.ctx, callId)
    await expect(switchboard.talk.hold(agent.ctx, callId)).rejects.toMatchObject({ status: 409 })
  })

  it('given somebody else, refuses every step', async () => {
    const other = await givenAccount(database.platform, city.cityId, 'agent')
    const target = { to: 'line', targetId: city.lines.report.id } as const
    for (const act of ['hold', 'takeBack', 'handOver', 'confer'] as const)
      await expect(switchboard.talk[act](other.ctx, callId)).rejects.toMatchObject({ status: 409 })
    for (const act of ['consult', 'transfer'] as const)
      await expect(switchboard.talk[act](other.ctx, callId, target)).rejects.toMatchObject({ status: 409 })
    expect(switchboard.talk.state(other.ctx, callId)).toBeNull()
    await expect(targetsFor(other.ctx, switchboard, callId)).rejects.toMatchObject({ status: 403 })
  })

  it('given a training call, rings nobody', async () => {
    await saveOutsideNumber(admin.ctx, null, LIGHTS)
    const [outside] = (await listOutsideNumbers(admin.ctx)).numbers
    const target = { to: 'outside', targetId: outside?.id ?? '' } as const
    await expect(switchboard.talk.consult(agent.ctx, callId, target)).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('Übung'),
    })
  })

  it('given a call that ended on hold, knows nothing of it any more', async () => {
    await switchboard.talk.hold(agent.ctx, callId)
    await switchboard.hangUp(agent.ctx, callId)
    expect(switchboard.talk.state(agent.ctx, callId)).toBeNull()
  })
})

describe('what an agent learns of the targets', () => {
  it('given people at their desks, only lines, reachable city staff and allowed numbers by name', async () => {
    await saveOutsideNumber(admin.ctx, null, LIGHTS)
    const clerk = await givenAccount(database.platform, city.cityId, 'clerk', { name: 'Carla Probe' })
    await givenAccount(database.platform, city.cityId, 'clerk', { name: 'Nicht Da' })
    const colleague = await givenAccount(database.platform, city.cityId, 'agent', { name: 'Bernd Probe' })
    const told = await targetsFor(
      agent.ctx,
      { ...switchboard, talk: { ...switchboard.talk, reachable: () => [clerk, colleague].map(atTheirDesk) } },
      callId,
    )
    expect(told.lines.map(({ name }) => name).toSorted()).toEqual(['Bürgerbüro', 'Bürgertelefon'])
    expect(told.clerks).toEqual([
      { id: clerk.account.id, name: 'Carla Probe', teams: 'Bürgerbüro', free: true },
    ])
    expect(told.outside).toMatchObject([{ name: LIGHTS.name, purpose: LIGHTS.purpose }])
    const text = JSON.stringify(told)
    expect(text).not.toContain('Bernd')
    expect(text).not.toContain('104500')
  })
})

const atTheirDesk = ({ account, ctx }: GivenAccount) => ({
  accountId: account.id,
  teamIds: ctx.actor.teamIds,
  free: true,
  available: true,
})

describe('the allowed outside numbers', () => {
  it('given an administrator, are added, changed and deleted', async () => {
    await saveOutsideNumber(admin.ctx, null, LIGHTS)
    const [entry] = (await listOutsideNumbers(admin.ctx)).numbers
    expect(entry).toMatchObject({ name: 'Stadtwerke', number: '+492306104500' })
    await saveOutsideNumber(admin.ctx, entry?.id ?? '', { ...LIGHTS, name: 'Licht' })
    await deleteOutsideNumber(admin.ctx, entry?.id ?? '')
    expect((await listOutsideNumbers(admin.ctx)).numbers).toEqual([])
    await expect(deleteOutsideNumber(admin.ctx, entry?.id ?? '')).rejects.toMatchObject({ status: 404 })
  })

  it.each(['112', '0900 1234567', 'abc', '02306 1'])('given %s, refuses it at the field', async (number) => {
    await expect(saveOutsideNumber(admin.ctx, null, { ...LIGHTS, number })).rejects.toMatchObject({
      status: 422,
      fields: { number: expect.any(String) },
    })
  })

  it('given the same name or number twice, says so at the field', async () => {
    await saveOutsideNumber(admin.ctx, null, LIGHTS)
    await expect(
      saveOutsideNumber(admin.ctx, null, { ...LIGHTS, number: '02306 104501' }),
    ).rejects.toMatchObject({ fields: { name: expect.any(String) } })
    await expect(saveOutsideNumber(admin.ctx, null, { ...LIGHTS, name: 'Andere' })).rejects.toMatchObject({
      fields: { number: expect.any(String) },
    })
  })

  it('given anybody else, refuses', async () => {
    for (const run of [
      () => listOutsideNumbers(agent.ctx),
      () => saveOutsideNumber(agent.ctx, null, LIGHTS),
      () => deleteOutsideNumber(agent.ctx, callId),
    ])
      await expect(run()).rejects.toMatchObject({ status: 403 })
  })
})
