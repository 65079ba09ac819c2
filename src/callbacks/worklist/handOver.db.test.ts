import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { readCase } from '../../cases/index.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import { callBack } from '../attempts/callBack.ts'
import { FakeSwitchboard, givenCallback } from '../callbacks.testkit.ts'
import { shiftView } from '../contract.ts'
import { handOverShift } from './handOverShift.ts'
import { readShift } from './readShift.ts'
import { takeCallback } from './take.ts'
import { takeNext } from './takeNext.ts'
import { takeOver } from './takeOver.ts'

const database = useDatabase()
const switchboard = new FakeSwitchboard()
let city: GivenCity
let clerk: GivenAccount
let colleague: GivenAccount

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T13:05:00Z')
  city = await givenCity(database.platform)
  clerk = await givenAccount(database.platform, city.cityId, 'clerk', { name: 'Carla Probe' })
  colleague = await givenAccount(database.platform, city.cityId, 'clerk', { name: 'Deniz Probe' })
})

async function taken(): Promise<{ id: string; caseId: string }> {
  const made = await givenCallback(database.platform, city, clerk.ctx)
  await takeCallback(clerk.ctx, made.id)
  return made
}
const row = (id: string) =>
  database.platform.db.selectFrom('callback').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const story = async (caseId: string) =>
  (await readCase(clerk.ctx, caseId)).timeline.map(({ text }) => text).slice(-2)

describe('the end of a shift', () => {
  test('given two in hand, one goes to a colleague and one to the team, each with its sentence', async () => {
    const [first, second] = [await taken(), await taken()]
    const view = await readShift(clerk.ctx)
    expect(shiftView.parse(view)).toEqual(view)
    expect(new Set(view.items.map(({ id }) => id))).toEqual(new Set([first.id, second.id]))
    expect(view.colleagues).toEqual([
      { id: colleague.account.id, name: 'Deniz Probe', teamIds: [city.teams.office] },
    ])
    await handOverShift(clerk.ctx, {
      items: [
        { id: first.id, toId: colleague.account.id, note: 'Frist ist morgen.' },
        { id: second.id, toId: null, note: 'Noch nicht angerufen.' },
      ],
    })
    expect(await row(first.id)).toMatchObject({ state: 'waiting', reserved_for: colleague.account.id })
    expect(await row(second.id)).toMatchObject({ state: 'waiting', owner_id: null, reserved_for: null })
    expect(await story(first.caseId)).toEqual([
      'Rückruf übergeben an: Deniz Probe.',
      'Notiz: Übergabe: Frist ist morgen.',
    ])
    expect((await story(second.caseId))[0]).toBe('Rückruf an das Team übergeben.')
    expect((await readShift(clerk.ctx)).items).toEqual([])
    expect(await takeNext(colleague.ctx)).toEqual({ id: first.id, why: 'reserved' })
  })

  test('given one of them is being called, or is not in the team, nothing is handed over', async () => {
    const [first, second] = [await taken(), await taken()]
    const report = await givenAccount(database.platform, city.cityId, 'report')
    const note = 'x'
    const items = [
      { id: first.id, toId: null, note },
      { id: second.id, toId: report.account.id, note },
    ]
    await expect(handOverShift(clerk.ctx, { items })).rejects.toMatchObject({ status: 422 })
    await callBack(clerk.ctx, switchboard, second.id)
    const both = [first, second].map(({ id }) => ({ id, toId: null, note }))
    await expect(handOverShift(clerk.ctx, { items: both })).rejects.toMatchObject({ code: 'attempt-open' })
    expect(await row(first.id)).toMatchObject({ state: 'taken', owner_id: clerk.account.id })
  })

  test('given somebody else’s, it cannot be handed over', async () => {
    const { id } = await taken()
    const items = [{ id, toId: null, note: 'x' }]
    await expect(handOverShift(colleague.ctx, { items })).rejects.toMatchObject({ code: 'not-yours' })
    const agent = await givenAccount(database.platform, city.cityId, 'agent')
    await expect(handOverShift(agent.ctx, { items })).rejects.toMatchObject({ status: 403 })
  })
})

describe('taking over', () => {
  test('given a colleague’s, a reason takes it over and stands in the case', async () => {
    const { id, caseId } = await taken()
    await takeOver(colleague.ctx, id, { reason: 'Carla ist am Schalter.' })
    expect(await row(id)).toMatchObject({ state: 'taken', owner_id: colleague.account.id })
    expect(await story(caseId)).toEqual([
      'Rückruf von Carla Probe übernommen: Deniz Probe.',
      'Notiz: Rückruf übernommen: Carla ist am Schalter.',
    ])
  })

  test('given a colleague who is calling, it stays theirs', async () => {
    const { id } = await taken()
    await callBack(clerk.ctx, switchboard, id)
    await expect(takeOver(colleague.ctx, id, { reason: 'x' })).rejects.toMatchObject({ code: 'attempt-open' })
  })

  test('given one that waits for a colleague, it is not simply taken, but with a reason', async () => {
    const { id } = await taken()
    await handOverShift(clerk.ctx, { items: [{ id, toId: colleague.account.id, note: 'x' }] })
    await expect(takeCallback(clerk.ctx, id)).rejects.toMatchObject({ code: 'reserved' })
    await takeOver(clerk.ctx, id, { reason: 'Doch noch Zeit.' })
    expect(await row(id)).toMatchObject({ owner_id: clerk.account.id, reserved_for: null })
  })

  test('given another team’s, it is refused', async () => {
    const { id } = await taken()
    const report = await givenAccount(database.platform, city.cityId, 'report')
    await expect(takeOver(report.ctx, id, { reason: 'x' })).rejects.toMatchObject({ status: 403 })
  })
})
