import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { addClosure } from '../../city/index.ts'
import { givenAccount } from '../../people/people.testkit.ts'
import type { StaffContext } from '../../platform/context.ts'
import { as, book, givenOffice, OFFICE, shiftOf } from '../booking.testkit.ts'
import { readAvailability } from '../offers/readAvailability.ts'
import { saveShift } from '../settings/saveShift.ts'
import { approvePlan } from './approvePlan.ts'
import { dryRun } from './dryRun.ts'
import { askEnd, endPlan, refuseEnd } from './endPlan.ts'
import { readPlans } from './readPlans.ts'
import { givenPlan, planOf } from './release.testkit.ts'
import { savePlan } from './savePlan.ts'
import { returnPlan, submitPlan, withdrawPlan } from './submitPlan.ts'

const database = useDatabase()
let city: GivenCity
let author: StaffContext
let second: StaffContext

/** Nothing opens before a long time. */
const FAR = { kind: 'batch', opens: { date: '2026-12-31', at: 0 } } as const
const IN_DECEMBER = { from: '2026-12-01', until: '2026-12-31' }
const state = async (id: string) => (await readPlans(author)).plans.filter((plan) => plan.id === id)
const freeOn = async (date: string): Promise<number> => {
  const web = as(database.platform, city.cityId, 'citizen')
  const { days } = await readAvailability(web, {
    services: [{ id: 'eid-pin', persons: 1 }],
    from: date,
    to: date,
  })
  return days.flatMap(({ times }) => times).length
}

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  city = await givenCity(database.platform)
  const account = async (role: 'admin' | 'lead') =>
    (await givenAccount(database.platform, city.cityId, role)).ctx
  author = await account('admin')
  second = await account('lead')
  await givenOffice(author)
})

describe('two persons', () => {
  test('given a draft, it counts only when another account has approved it', async () => {
    const { id, version } = await savePlan(author, null, planOf(FAR, IN_DECEMBER))
    expect(await freeOn('2026-12-01')).toBe(8)
    await expect(approvePlan(second, id, version)).rejects.toMatchObject({ code: 'changed' })
    await submitPlan(author, id, version)
    expect(await freeOn('2026-12-01')).toBe(8)
    await expect(approvePlan(author, id, version)).rejects.toMatchObject({
      status: 409,
      code: 'second-person',
    })
    await approvePlan(second, id, version)
    await expect.poll(() => freeOn('2026-12-01'), { timeout: 1000 }).toBe(0)
    const [plan] = await state(id)
    expect(plan).toMatchObject({
      state: 'active',
      author: { id: author.actor.accountId },
      approved: { id: second.actor.accountId },
    })
  })

  test('given the code were wrong, the database refuses one person', async () => {
    const { id } = await savePlan(author, null, planOf(FAR, IN_DECEMBER))
    const wrong = database.pool.query(
      `update release_plan set state = 'active', submitted_at = now(), approved_by = author_id, approved_at = now() where id = $1`,
      [id],
    )
    await expect(wrong).rejects.toMatchObject({ constraint: 'release_plan_second_person' })
  })

  test('given a plan that counts, it ends when two agree', async () => {
    const { id, version } = await givenPlan([author, second], FAR, IN_DECEMBER)
    await expect(endPlan(second, id, version)).rejects.toMatchObject({ code: 'changed' })
    await askEnd(author, id, version)
    await refuseEnd(second, id, version)
    await askEnd(author, id, version)
    await expect(endPlan(author, id, version)).rejects.toMatchObject({ code: 'second-person' })
    await endPlan(second, id, version)
    await expect.poll(() => freeOn('2026-12-01'), { timeout: 1000 }).toBe(8)
    expect(await state(id)).toMatchObject([{ state: 'ended' }])
  })

  test('given every step, it is in the audit trail and an event', async () => {
    const { id, version } = await givenPlan([author, second], FAR, IN_DECEMBER)
    await askEnd(author, id, version)
    const steps = ['drafted', 'submitted', 'approved', 'end-asked'].map((step) => `release-plan.${step}`)
    const deeds = await database.platform.db
      .selectFrom('audit')
      .select('action')
      .where('subject_id', '=', id)
      .orderBy('id')
      .execute()
    expect(deeds.map(({ action }) => action)).toEqual(steps)
    const events = await database.platform.db
      .selectFrom('event')
      .select('kind')
      .where('subject_id', '=', id)
      .orderBy('id')
      .execute()
    expect(events.map(({ kind }) => kind)).toEqual(steps)
  })

  test.each(['agent', 'clerk', 'report'] as const)('given the role %s, is refused', async (role) => {
    const { ctx } = await givenAccount(database.platform, city.cityId, role)
    expect(() => savePlan(ctx, null, planOf(FAR, IN_DECEMBER))).toThrow(
      expect.objectContaining({ status: 403 }),
    )
    await expect(readPlans(ctx)).rejects.toMatchObject({ status: 403 })
  })
})

describe('versions', () => {
  test('given a further version is approved, it takes the place of the one before, and what is booked stays', async () => {
    const { id } = await givenPlan(
      [author, second],
      { ...FAR, opens: { date: '2026-11-01', at: 0 } },
      IN_DECEMBER,
    )
    const web = as(database.platform, city.cityId, 'citizen')
    await book(web, Date.parse('2026-12-01T07:00:00Z'))
    const next = await savePlan(second, id, planOf(FAR, IN_DECEMBER))
    expect(await state(id)).toMatchObject([
      { version: 1, state: 'active' },
      { version: 2, state: 'draft' },
    ])
    await submitPlan(second, id, next.version)
    await approvePlan(author, id, next.version)
    expect(await state(id)).toMatchObject([{ version: 2, state: 'active' }])
    const rows = await database.platform.db
      .selectFrom('appointment')
      .select('state')
      .where('city_id', '=', city.cityId)
      .execute()
    expect(rows).toEqual([{ state: 'booked' }])
  })

  test('given a version changed meanwhile, the step is refused', async () => {
    const { id, version } = await savePlan(author, null, planOf(FAR, IN_DECEMBER))
    await expect(savePlan(second, id, planOf(FAR, IN_DECEMBER))).rejects.toMatchObject({
      code: 'draft-of-another',
    })
    await expect(submitPlan(second, id, version)).rejects.toMatchObject({ code: 'changed' })
    await submitPlan(author, id, version)
    await expect(savePlan(author, id, planOf(FAR, IN_DECEMBER))).rejects.toMatchObject({ code: 'submitted' })
    await returnPlan(second, id, version)
    await expect(approvePlan(second, id, version)).rejects.toMatchObject({ code: 'changed' })
    await withdrawPlan(author, id, version)
    expect(await state(id)).toMatchObject([{ state: 'withdrawn' }])
    expect(await savePlan(second, id, planOf(FAR, IN_DECEMBER))).toEqual({ id, version: 2 })
  })

  test('given two of a kind for one day, the second is not approved', async () => {
    await givenPlan([author, second], FAR, IN_DECEMBER)
    await expect(givenPlan([author, second], FAR, IN_DECEMBER)).rejects.toMatchObject({
      status: 422,
      fields: { from: expect.stringContaining('entscheidet schon ein anderer Plan') },
    })
    await givenPlan([author, second], FAR, { from: '2027-01-01', until: '2027-01-31' })
  })
})

describe('a dry run', () => {
  const run = (
    plan: Parameters<typeof planOf>[0],
    values: Parameters<typeof planOf>[1] = {},
    id: string | null = null,
  ) => dryRun(author, { id, plan: planOf(plan, values), service: 'eid-pin' })

  test('given a batch over holidays, closures and days without staff, says so and what opens', async () => {
    await addClosure(author, { date: '2026-12-24', reason: 'Heiligabend' })
    await saveShift(author, OFFICE, null, shiftOf({ label: 'Aushilfe', people: 2 }))
    const opens = { date: '2026-11-29', at: 14 * 60 }
    const { days, warnings } = await run(
      { kind: 'batch', opens },
      { from: '2026-12-23', until: '2026-12-28' },
    )
    expect(days.map(({ date, capacity, closedBecause }) => [date, capacity, closedBecause])).toEqual([
      ['2026-12-23', 360, null],
      ['2026-12-24', 0, 'Heiligabend'],
      ['2026-12-25', 0, '1. Weihnachtstag'],
      ['2026-12-26', 0, '2. Weihnachtstag'],
      ['2026-12-27', 0, null],
      ['2026-12-28', 360, null],
    ])
    expect(days[0]?.openings).toEqual([
      { at: '2026-11-29T13:00:00.000Z', kind: 'opens', quota: null, minutes: 360, appointments: 24 },
    ])
    expect(warnings).toEqual([
      'Do, 24. Dezember 2026: Heiligabend. An diesem Tag wird nichts frei.',
      'Fr, 25. Dezember 2026: 1. Weihnachtstag. An diesem Tag wird nichts frei.',
      'Sa, 26. Dezember 2026: 2. Weihnachtstag. An diesem Tag wird nichts frei.',
      'Außerhalb der Servicezeit: am So, 29. November, um 14:00 Uhr. Wer dann anruft, erreicht niemanden.',
    ])
  })

  test('given steps that leave a rest, says that it never opens', async () => {
    const steps = [
      { daysBefore: 42, at: 480, percent: 60 },
      { daysBefore: 14, at: 480, percent: 30 },
    ]
    const { days, warnings } = await run(
      { kind: 'rolling', steps },
      { from: '2027-01-05', until: '2027-01-05' },
    )
    expect(days[0]?.openings.map(({ at, minutes, appointments }) => [at, minutes, appointments])).toEqual([
      ['2026-11-24T07:00:00.000Z', 72, 4],
      ['2026-12-22T07:00:00.000Z', 36, 2],
    ])
    expect(warnings).toEqual(['Zusammen sind es 90 %. Der Rest jedes Tages wird nie buchbar.'])
  })

  test('given a quota, says for whom and when it flows back', async () => {
    const shares = [{ quota: 'phone', percent: 25, backDays: 1, backAt: 720 } as const]
    const { days } = await run({ kind: 'quota', shares }, { from: '2026-12-01', until: '2026-12-01' })
    expect(days[0]?.openings.map(({ kind, quota, minutes }) => [kind, quota, minutes])).toEqual([
      ['opens', null, 90],
      ['opens', 'phone', 30],
      ['flows-back', 'phone', 30],
    ])
  })

  test('given a pool, says when it comes next', async () => {
    const times = [
      { weekdays: [1, 2, 3, 5], at: 480 },
      { weekdays: [4], at: 540 },
    ]
    const { poolTimes } = await run({ kind: 'pool', times })
    expect(poolTimes.slice(0, 4)).toEqual([
      '2026-11-24T07:00:00.000Z',
      '2026-11-25T07:00:00.000Z',
      '2026-11-26T08:00:00.000Z',
      '2026-11-27T07:00:00.000Z',
    ])
  })

  test('given another plan decides about its days, or nobody works, says so', async () => {
    await givenPlan([author, second], FAR, IN_DECEMBER)
    await database.platform.db.deleteFrom('shift').where('city_id', '=', city.cityId).execute()
    await database.platform.db
      .updateTable('office')
      .set(({ eb }) => ({ version: eb('version', '+', 1) }))
      .where('city_id', '=', city.cityId)
      .execute()
    const { warnings } = await run(FAR, { from: '2026-12-01', until: '2026-12-01' })
    expect(warnings[0]).toContain('entscheidet schon über einen Teil dieser Tage')
    expect(warnings[1]).toBe(
      'Di, 1. Dezember 2026: Niemand hat Dienst, obwohl die Stadt offen ist. An diesem Tag wird nichts frei.',
    )
  })

  test('given a service with the only scanner, counts what that can do', async () => {
    const scanned = {
      id: null,
      plan: planOf(FAR, { from: '2026-12-01', until: '2026-12-01' }),
      service: 'personalausweis',
    }
    await saveShift(author, OFFICE, null, shiftOf({ label: 'Viele', people: 5 }))
    expect((await dryRun(author, scanned)).days[0]?.appointments).toBe(4)
  })
})
