import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import type { StaffContext } from '../../platform/context.ts'
import { connect } from '../../platform/db/connect.ts'
import { newId } from '../../platform/ids.ts'
import { Problem } from '../../platform/problems.ts'
import { callBack } from '../attempts/callBack.ts'
import { FakeSwitchboard, givenCallback } from '../callbacks.testkit.ts'
import { changeOwner } from './changeOwner.ts'
import { giveBack } from './giveBack.ts'
import { recordOutcome } from '../attempts/recordOutcome.ts'
import { takeCallback } from './take.ts'
import { takeNext } from './takeNext.ts'

const database = useDatabase()
let city: GivenCity
let clerk: GivenAccount

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  city = await givenCity(database.platform, { callbacksPerHour: { office: 500 } })
  clerk = await givenAccount(database.platform, city.cityId, 'clerk')
})

const promise = (windowStart = '2026-11-23T13:00:00Z', practice = false) =>
  givenCallback(database.platform, city, clerk.ctx, { windowStart: new Date(windowStart), practice })
const row = (id: string) =>
  database.platform.db.selectFrom('callback').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

/** Takes until nothing waits. */
async function takeAll(ctx: StaffContext): Promise<string[]> {
  const taken: string[] = []
  for (;;) {
    try {
      taken.push((await takeNext(ctx)).id)
    } catch (nothing) {
      if (nothing instanceof Problem && nothing.code === 'nothing-waits') return taken
      throw nothing
    }
  }
}

describe('any number of clerks', () => {
  test('given 50 clerks on connections of their own and 200 callbacks, none is taken twice and none is left', async () => {
    const ids: string[] = []
    for (let made = 0; made < 200; made += 1) ids.push((await promise()).id)
    // Half of them are due, half are upcoming.
    await database.pool.query(
      `update callback set due_from = '2026-11-23T07:00:00Z' where city_id = $1 and id = any($2)`,
      [city.cityId, ids.slice(0, 100)],
    )
    const clerks = await Promise.all(
      Array.from({ length: 50 }, () => givenAccount(database.platform, city.cityId, 'clerk')),
    )
    const crowd = connect({ ...database.connection, max: 50 }, database.platform.log)
    try {
      const taken = await Promise.all(clerks.map(({ ctx }) => takeAll({ ...ctx, db: crowd.db })))
      expect(taken.flat()).toHaveLength(200)
      expect(new Set(taken.flat())).toEqual(new Set(ids))
    } finally {
      await crowd.close()
    }
    const left = await database.pool.query(
      `select count(*) from callback where city_id = $1 and state = 'waiting'`,
      [city.cityId],
    )
    expect(left.rows).toEqual([{ count: 0 }])
  }, 60_000)

  test('given one callback and 20 who take it at once, one has it and the others read why not', async () => {
    const { id } = await promise()
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => takeCallback(clerk.ctx, id)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const reasons = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
    expect(reasons.every((reason) => reason instanceof Problem && reason.code === 'taken')).toBe(true)
  })
})

describe('the next callback', () => {
  test('given several, those that are due come first by their promise, then the one that begins next, practice last', async () => {
    const practice = await promise('2026-11-23T08:00:00Z', true)
    const later = await promise('2026-11-23T14:00:00Z')
    const soon = await promise('2026-11-23T09:00:00Z')
    const due = await promise('2026-11-23T08:00:00Z')
    const order = [await takeNext(clerk.ctx), await takeNext(clerk.ctx), await takeNext(clerk.ctx)]
    expect(order.map(({ id }) => id)).toEqual([due.id, practice.id, soon.id])
    expect(order.map(({ why }) => why)).toEqual(['usual', 'usual', 'early'])
    expect(await takeAll(clerk.ctx)).toEqual([later.id])
  })

  test('given only another team’s, there is none', async () => {
    await promise()
    const report = await givenAccount(database.platform, city.cityId, 'report')
    await expect(takeNext(report.ctx)).rejects.toMatchObject({ status: 404, code: 'nothing-waits' })
  })

  test('given a clerk without a team, there is none', async () => {
    await promise()
    const nobody = await givenAccount(database.platform, city.cityId, 'clerk', { teamIds: [] })
    await expect(takeNext(nobody.ctx)).rejects.toMatchObject({ code: 'nothing-waits' })
  })
})

describe('whose it is', () => {
  test('given another team’s callback, a clerk is refused and a lead is not', async () => {
    const { id } = await promise()
    const report = await givenAccount(database.platform, city.cityId, 'report')
    const lead = await givenAccount(database.platform, city.cityId, 'lead', { teamIds: [] })
    await expect(takeCallback(report.ctx, id)).rejects.toMatchObject({ status: 403 })
    await takeCallback(lead.ctx, id)
    expect(await row(id)).toMatchObject({ state: 'taken', owner_id: lead.account.id })
  })

  test.each(['agent', 'admin'] as const)('given an account of role %s, it may not take', async (role) => {
    const { id } = await promise()
    const other = await givenAccount(database.platform, city.cityId, role)
    await expect(takeCallback(other.ctx, id)).rejects.toMatchObject({ status: 403 })
    await expect(takeNext(other.ctx)).rejects.toMatchObject({ status: 403 })
  })

  test('given no such callback, says so', async () => {
    await expect(takeCallback(clerk.ctx, newId())).rejects.toMatchObject({ status: 404 })
  })

  test('given back with a reason, it waits again and the reason is a note', async () => {
    const { id, caseId } = await promise()
    await takeCallback(clerk.ctx, id)
    await giveBack(clerk.ctx, id, { reason: 'Feierabend' })
    expect(await row(id)).toMatchObject({ state: 'waiting', owner_id: null, taken_at: null })
    const notes = await database.platform.db
      .selectFrom('case_note')
      .select('text')
      .where('case_id', '=', caseId)
      .execute()
    expect(notes).toEqual([{ text: 'Rückruf zurückgegeben: Feierabend' }])
  })

  test('given a colleague’s callback, it cannot be given back by somebody else', async () => {
    const { id } = await promise()
    const colleague = await givenAccount(database.platform, city.cityId, 'clerk')
    await takeCallback(clerk.ctx, id)
    await expect(giveBack(colleague.ctx, id, { reason: 'x' })).rejects.toMatchObject({ code: 'not-yours' })
  })

  test('given a lead, the owner can be changed within the team, and taken away', async () => {
    const { id } = await promise()
    const lead = await givenAccount(database.platform, city.cityId, 'lead')
    const colleague = await givenAccount(database.platform, city.cityId, 'clerk')
    const report = await givenAccount(database.platform, city.cityId, 'report')
    await takeCallback(clerk.ctx, id)
    await changeOwner(lead.ctx, id, { ownerId: colleague.account.id })
    expect(await row(id)).toMatchObject({ state: 'taken', owner_id: colleague.account.id })
    await expect(changeOwner(lead.ctx, id, { ownerId: report.account.id })).rejects.toMatchObject({
      status: 422,
    })
    await changeOwner(lead.ctx, id, { ownerId: null })
    expect(await row(id)).toMatchObject({ state: 'waiting', owner_id: null })
    await expect(changeOwner(clerk.ctx, id, { ownerId: null })).rejects.toMatchObject({ status: 403 })
  })

  test('given an attempt under way, a lead cannot give it to somebody else before its result is known', async () => {
    const { id } = await promise()
    const lead = await givenAccount(database.platform, city.cityId, 'lead')
    const colleague = await givenAccount(database.platform, city.cityId, 'clerk')
    const switchboard = new FakeSwitchboard()
    await takeCallback(clerk.ctx, id)
    await callBack(clerk.ctx, switchboard, id)
    for (const ownerId of [colleague.account.id, null])
      await expect(changeOwner(lead.ctx, id, { ownerId })).rejects.toMatchObject({
        status: 409,
        code: 'attempt-open',
        message: expect.stringContaining('wird gerade geführt'),
      })
    expect(await row(id)).toMatchObject({ owner_id: clerk.account.id })
    await recordOutcome(clerk.ctx, switchboard, id, { outcome: 'not-reached', notReached: 'busy', note: '' })
    await changeOwner(lead.ctx, id, { ownerId: colleague.account.id })
  })
})
