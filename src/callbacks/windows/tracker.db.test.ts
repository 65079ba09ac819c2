import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { addClosure } from '../../city/index.ts'
import { type GivenAccount, givenAccount } from '../../people/people.testkit.ts'
import { inTransaction } from '../../platform/context.ts'
import { connect } from '../../platform/db/connect.ts'
import { callBack } from '../attempts/callBack.ts'
import { recordOutcome } from '../attempts/recordOutcome.ts'
import { FakeSwitchboard, givenCallback, WINDOW } from '../callbacks.testkit.ts'
import { decideDue } from '../promises/decideDue.ts'
import { givenEntries } from '../roster/roster.testkit.ts'
import { readWorklist } from '../worklist/readWorklist.ts'
import { takeCallback } from '../worklist/take.ts'
import { unchargePromise } from './chargePromise.ts'
import { estimateBacklog } from './estimateBacklog.ts'
import { teamFacts } from './staffing.ts'
import { FIRST_THETA, nextTheta } from './trackerRule.ts'
import { type WindowWish, windowsFor } from './windowsFor.ts'

const MINUTE = 60_000
const database = useDatabase()
let city: GivenCity
let clerk: GivenAccount
const telephone = new FakeSwitchboard()

beforeEach(async () => {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  city = await givenCity(database.platform, { callbacksPerHour: { office: 40 } })
  clerk = await givenAccount(database.platform, city.cityId, 'clerk')
})

const promise = (practice = false) => givenCallback(database.platform, city, clerk.ctx, { practice })
const theta = async (teamId = city.teams.office) =>
  (await teamFacts(database.platform.db, city.cityId, teamId, null)).theta
const moves = async () =>
  (
    await database.platform.db
      .selectFrom('event')
      .select(['subject_id', 'data'])
      .where('city_id', '=', city.cityId)
      .where('kind', '=', 'tracker.moved')
      .orderBy('seq')
      .execute()
  ).map(({ subject_id, data }) => ({ teamId: subject_id, data }))
const offered = async (count = 2, wish: WindowWish = {}) => {
  const { db, clock } = database.platform
  const found = await windowsFor(db, city.cityId, city.teams.office, clock.now(), count, wish)
  return found.map(({ label }) => label)
}
async function keep(id: string): Promise<void> {
  database.platform.clock.set(WINDOW.start)
  await takeCallback(clerk.ctx, id)
  await callBack(clerk.ctx, telephone, id)
  await recordOutcome(clerk.ctx, telephone, id, { outcome: 'settled', note: '' })
}
async function miss(id: string): Promise<void> {
  database.platform.clock.set(new Date(WINDOW.end.getTime() + 1))
  await decideDue(clerk.ctx, id)
  await decideDue(clerk.ctx, id)
}

describe('the tracker of a team', () => {
  test('given a promise, what was foreseen stands beside it', async () => {
    const { id } = await promise()
    const row = await database.platform.db
      .selectFrom('callback_forecast')
      .selectAll()
      .where('callback_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ theta: FIRST_THETA, expected_by: WINDOW.start, missed: null })
  })

  test('given a kept and a broken promise, each is charged once, and the events give it again', async () => {
    const [first, second] = [await promise(), await promise()]
    await keep(first.id)
    expect(await theta()).toBeCloseTo(FIRST_THETA - 0.0025)
    await miss(second.id)
    const after = [false, true].reduce(nextTheta, FIRST_THETA)
    expect(await theta()).toBeCloseTo(after)
    expect(await moves()).toEqual([
      {
        teamId: city.teams.office,
        data: { callbackId: first.id, missed: false, theta: nextTheta(FIRST_THETA, false) },
      },
      { teamId: city.teams.office, data: { callbackId: second.id, missed: true, theta: await theta() } },
    ])
  })

  test('given practice, a withdrawn promise and one that the citizen moved, nothing is charged', async () => {
    const [practice, withdrawn, moved] = [await promise(true), await promise(), await promise()]
    await takeCallback(clerk.ctx, withdrawn.id)
    await recordOutcome(clerk.ctx, telephone, withdrawn.id, { outcome: 'withdrawn', note: '' })
    await inTransaction(database.platform, (tx) => unchargePromise(tx, city.cityId, moved.id))
    await miss(practice.id)
    await miss(moved.id)
    expect(await theta()).toBe(FIRST_THETA)
    expect(await moves()).toEqual([])
  })

  test('given a promise that was passed on, the team that made it learns', async () => {
    const { id } = await promise()
    await takeCallback(clerk.ctx, id)
    await recordOutcome(clerk.ctx, telephone, id, {
      outcome: 'pass-on',
      teamId: city.teams.reports,
      note: '',
    })
    await miss(id)
    expect(await theta()).toBeGreaterThan(FIRST_THETA)
    expect(await theta(city.teams.reports)).toBe(FIRST_THETA)
  })

  test('given many broken promises, the next offer is later though there is room', async () => {
    const made = await Promise.all(Array.from({ length: 36 }, () => promise()))
    expect(await offered(1)).toEqual(['heute 9–10 Uhr'])
    for (const { id } of made) await miss(id)
    database.platform.clock.set('2026-11-24T08:00:00Z')
    // What is overdue takes 54 minutes at the pace of forty an hour; with what was learnt that is more than the hour.
    expect(await offered(1)).toEqual(['heute 10–11 Uhr'])
  })
})

test('given a closure added today with thirty promises open, today is not offered any more, and all stay in the list', async () => {
  await Promise.all(Array.from({ length: 30 }, () => promise()))
  const admin = await givenAccount(database.platform, city.cityId, 'admin')
  await addClosure(admin.ctx, { date: '2026-11-23', reason: 'Wasserrohrbruch' })
  expect(await offered(1)).toEqual(['morgen 8–9 Uhr'])
  expect((await readWorklist(clerk.ctx)).items).toHaveLength(30)
  const { closesAt, openWorkMs, staffUntilClosingMs } = await estimateBacklog(
    database.platform.db,
    city.cityId,
    city.teams.office,
    database.platform.clock.now(),
  )
  expect({ closesAt, openWorkMs, staffUntilClosingMs }).toEqual({
    closesAt: null,
    openWorkMs: 240 * MINUTE,
    staffUntilClosingMs: 0,
  })
})

test('given a day that is closed after twelve promises for it, they come before what is offered on the next one', async () => {
  city = await givenCity(database.platform, { callbacksPerHour: { office: 8 } })
  clerk = await givenAccount(database.platform, city.cityId, 'clerk')
  const admin = await givenAccount(database.platform, city.cityId, 'admin')
  database.platform.clock.set('2026-11-23T20:00:00Z')
  for (const [hour, count] of [
    ['07', 8],
    ['08', 4],
  ] as const)
    for (let made = 0; made < count; made += 1)
      await givenCallback(database.platform, city, clerk.ctx, {
        windowStart: new Date(`2026-11-24T${hour}:00:00Z`),
      })
  expect(await offered(1)).toEqual(['morgen 9–10 Uhr'])
  await addClosure(admin.ctx, { date: '2026-11-24', reason: 'Wasserrohrbruch' })
  // 96 minutes at the pace of 64 an hour: through at half past nine.
  expect(await offered(1)).toEqual(['Mi, 25.11., 9–10 Uhr'])
})

test('given promises and a roster, the backlog counts both until closing', async () => {
  await givenEntries(database.platform, city.cityId, {
    teamId: city.teams.office,
    accountId: clerk.account.id,
    weekday: 1,
    opens: 480,
    closes: 960,
    share: 50,
  })
  await promise()
  database.platform.clock.set('2026-11-23T13:30:00Z')
  const { db, clock } = database.platform
  const backlog = await estimateBacklog(db, city.cityId, city.teams.office, clock.now())
  expect(backlog).toMatchObject({
    openWorkMs: 8 * MINUTE,
    staffUntilClosingMs: 45 * MINUTE,
    perHour: [
      { clerkMs: 15 * MINUTE, capacityMs: 12.75 * MINUTE, promisedMs: 8 * MINUTE },
      { clerkMs: 30 * MINUTE, capacityMs: 25.5 * MINUTE, promisedMs: 0 },
    ],
  })
})

test('given one clerk at the counter, half-days are offered to who asks for wide ones, and 100 at once never exceed them', async () => {
  await givenEntries(database.platform, city.cityId, {
    teamId: city.teams.office,
    accountId: clerk.account.id,
    weekday: 2,
    share: 10,
  })
  expect(await offered(1, { wide: true })).toEqual(['morgen 8–10 Uhr'])
  const { db, clock } = database.platform
  const wide = await windowsFor(db, city.cityId, city.teams.office, clock.now(), 4, { wide: true })
  const crowd = connect({ ...database.connection, max: 20 }, database.platform.log)
  try {
    const platform = { ...database.platform, db: crowd.db }
    await Promise.allSettled(
      Array.from({ length: 100 }, (_, i) => {
        const window = wide[i % wide.length]!
        const times = { windowStart: new Date(window.start), windowEnd: new Date(window.end) }
        return givenCallback(platform, city, { ...clerk.ctx, db: crowd.db }, times)
      }),
    )
  } finally {
    await crowd.close()
  }
  const rows = await db
    .selectFrom('window_capacity')
    .selectAll()
    .where('city_id', '=', city.cityId)
    .orderBy('starts_at')
    .execute()
  // Eight minutes of 10.2 each on Tuesday; the half-days around have no room for one more.
  expect(rows.map((row) => [row.taken_ms, row.capacity_ms])).toEqual([
    [8 * MINUTE, 10.2 * MINUTE],
    [8 * MINUTE, 10.2 * MINUTE],
    [8 * MINUTE, 10.2 * MINUTE],
    [8 * MINUTE, 10.2 * MINUTE],
  ])
})

test('given callbacks made, moved and done, what is taken of a window is always the work that is open in it', async () => {
  const made = await Promise.all(Array.from({ length: 4 }, () => promise()))
  await keep(made[0]!.id)
  await takeCallback(clerk.ctx, made[1]!.id)
  await callBack(clerk.ctx, telephone, made[1]!.id)
  await recordOutcome(clerk.ctx, telephone, made[1]!.id, {
    outcome: 'not-reached',
    notReached: 'busy',
    note: '',
  })
  await takeCallback(clerk.ctx, made[2]!.id)
  await recordOutcome(clerk.ctx, telephone, made[2]!.id, {
    outcome: 'pass-on',
    teamId: city.teams.reports,
    note: '',
  })
  const { rows } = await database.pool.query(
    `select w.taken_ms, coalesce(sum(c.work_ms), 0)::bigint as open from window_capacity w
     left join callback c on c.city_id = w.city_id and c.team_id = w.team_id and c.due_from = w.starts_at
       and c.due_until = w.ends_at and c.state <> 'done' and c.books_unit
     where w.city_id = $1 group by w.team_id, w.starts_at, w.ends_at, w.taken_ms`,
    [city.cityId],
  )
  expect(rows).toHaveLength(3)
  expect(rows.map((row: { taken_ms: number }) => row.taken_ms)).toEqual(
    rows.map((row: { open: number }) => row.open),
  )
})
