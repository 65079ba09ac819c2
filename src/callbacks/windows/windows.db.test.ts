import { describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type CityOverrides, givenCity } from '../../city/city.testkit.ts'
import { givenAccount } from '../../people/people.testkit.ts'
import { connect } from '../../platform/db/connect.ts'
import { Problem } from '../../platform/problems.ts'
import { givenCallback, WINDOW } from '../callbacks.testkit.ts'
import { FakeSwitchboard } from '../callbacks.testkit.ts'
import { recordOutcome } from '../attempts/recordOutcome.ts'
import { givenAbsence, givenEntries } from '../roster/roster.testkit.ts'
import { takeCallback } from '../worklist/take.ts'
import { windowsFor } from './windowsFor.ts'

const database = useDatabase()
/** What every callback is planned with before any was measured. */
const TYPICAL_MS = 8 * 60_000

async function given(overrides: CityOverrides = {}) {
  database.platform.clock.set('2026-11-23T08:00:00Z')
  const city = await givenCity(database.platform, overrides)
  const clerk = await givenAccount(database.platform, city.cityId, 'clerk')
  return {
    city,
    clerk,
    promise: (windowStart?: string) =>
      givenCallback(
        database.platform,
        city,
        clerk.ctx,
        windowStart ? { windowStart: new Date(windowStart) } : {},
      ),
    offered: async (count = 3) =>
      (
        await windowsFor(
          database.platform.db,
          city.cityId,
          city.teams.office,
          database.platform.clock.now(),
          count,
        )
      ).map(({ label, free }) => `${label}: ${free}`),
    capacity: (perHour: number) =>
      database.platform.db
        .updateTable('team')
        .set({ callbacks_per_hour: perHour })
        .where('city_id', '=', city.cityId)
        .where('id', '=', city.teams.office)
        .execute(),
    taken: async () => {
      const rows = await database.platform.db
        .selectFrom('window_capacity')
        .select('taken_ms')
        .where('city_id', '=', city.cityId)
        .orderBy('starts_at')
        .execute()
      return rows.map((row) => row.taken_ms / TYPICAL_MS)
    },
  }
}

describe('offered windows', () => {
  test('given half an hour, half the number; given a closed afternoon, the next day', async () => {
    const { offered } = await given()
    database.platform.clock.set('2026-11-27T10:00:00Z')
    expect(await offered(4)).toEqual([
      'heute 11–12 Uhr: 6',
      'heute 12–12:30 Uhr: 3',
      'Mo, 30.11., 8–9 Uhr: 6',
      'Mo, 30.11., 9–10 Uhr: 6',
    ])
  })

  test('given a window that has begun, what is left of it is offered until the last quarter of an hour', async () => {
    const { offered } = await given()
    database.platform.clock.set('2026-11-23T08:30:00Z')
    expect(await offered(1)).toEqual(['heute 9–10 Uhr: 3'])
    database.platform.clock.set('2026-11-23T08:45:00.001Z')
    expect(await offered(1)).toEqual(['heute 10–11 Uhr: 6'])
  })

  test('given a closure, nothing is offered on that day', async () => {
    const { offered } = await given({ closures: [{ date: '2026-11-24', reason: 'Personalversammlung' }] })
    database.platform.clock.set('2026-11-23T15:00:00Z')
    expect(await offered(1)).toEqual(['Mi, 25.11., 8–9 Uhr: 6'])
  })

  test('given a roster whose next day lies weeks ahead, it is offered, and no more is read than for today', async () => {
    const { city } = await given()
    const { platform } = database
    const teamId = city.teams.office
    const { account } = await givenAccount(platform, city.cityId, 'clerk', { teamIds: [teamId] })
    await givenEntries(platform, city.cityId, { teamId, accountId: account.id })
    const reads: string[] = []
    const db = platform.db.withPlugin({
      transformQuery: ({ node }) => {
        reads.push(node.kind)
        return node
      },
      transformResult: ({ result }) => Promise.resolve(result),
    })
    const offer = async () => {
      reads.length = 0
      const [first] = await windowsFor(db, city.cityId, teamId, platform.clock.now(), 1)
      return [first?.label, reads.length]
    }
    expect(await offer()).toEqual(['heute 9–10 Uhr', 4])
    await givenAbsence(platform, city.cityId, account.id, '2026-11-23', '2026-12-13')
    expect(await offer()).toEqual(['Mo, 14.12., 8–9 Uhr', 4])
  })

  test('given a team that makes no callbacks, none is offered and none can be promised', async () => {
    const { offered, promise } = await given({ callbacksPerHour: { office: 0 } })
    expect(await offered()).toEqual([])
    await expect(promise()).rejects.toMatchObject({
      code: 'window-full',
      message: 'Dieses Zeitfenster ist nicht mehr frei. Zurzeit ist kein Zeitfenster frei.',
    })
  })

  test.each([
    ['is no window', '2026-11-23T13:05:00Z'],
    ['is outside the service hours', '2026-11-23T20:00:00Z'],
    ['is over', '2026-11-23T07:00:00Z'],
    ['is too far ahead', '2027-11-23T13:00:00Z'],
  ])('given a start that %s, refuses the promise', async (_what, start) => {
    const { promise } = await given()
    await expect(promise(start)).rejects.toMatchObject({ code: 'window-full' })
  })
})

describe('never more than the capacity', () => {
  test('given 100 promises at once for a window of 7, exactly 7 are made', async () => {
    const { city, clerk, taken } = await given({ callbacksPerHour: { office: 7 } })
    const crowd = connect({ ...database.connection, max: 40 }, database.platform.log)
    try {
      const platform = { ...database.platform, db: crowd.db }
      const ctx = { ...clerk.ctx, db: crowd.db }
      const results = await Promise.allSettled(
        Array.from({ length: 100 }, () => givenCallback(platform, city, ctx)),
      )
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(7)
      const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
      expect(refused.every((reason) => reason instanceof Problem && reason.code === 'window-full')).toBe(true)
    } finally {
      await crowd.close()
    }
    expect(await taken()).toEqual([7])
    const cases = await database.pool.query('select count(*) from "case" where city_id = $1', [city.cityId])
    expect(cases.rows).toEqual([{ count: 7 }])
  }, 60_000)

  test('given a number lowered below what is promised, promises stay and none is offered; raised, it counts at once', async () => {
    const { promise, offered, capacity, taken } = await given({ callbacksPerHour: { office: 3 } })
    database.platform.clock.set('2026-11-23T13:00:00Z')
    await promise()
    await promise()
    expect(await offered(1)).toEqual(['heute 14–15 Uhr: 1'])
    await capacity(1)
    // What the hour cannot hold is made in the next one: the afternoon is full.
    expect(await offered(1)).toEqual(['morgen 8–9 Uhr: 1'])
    await expect(promise()).rejects.toMatchObject({ code: 'window-full' })
    expect(await taken()).toEqual([2])
    await capacity(4)
    expect(await offered(1)).toEqual(['heute 14–15 Uhr: 2'])
    await promise()
    expect(await taken()).toEqual([3])
  })

  test('given service hours that change, promises in the old window count in the one across it', async () => {
    const { city, promise, offered } = await given({ callbacksPerHour: { office: 6 } })
    database.platform.clock.set('2026-11-23T12:00:00Z')
    await promise('2026-11-23T12:30:00Z')
    await promise('2026-11-23T12:30:00Z')
    await database.pool.query(
      'update service_hours set opens = 780 where city_id = $1 and weekday = 1 and opens = 810',
      [city.cityId],
    )
    expect(await offered(1)).toEqual(['heute 13–14 Uhr: 4'])
    for (let made = 0; made < 4; made += 1) await promise('2026-11-23T12:00:00Z')
    await expect(promise('2026-11-23T12:00:00Z')).rejects.toMatchObject({ code: 'window-full' })
  })
})

describe('time that is not needed', () => {
  const withdraw = async (moment: string) => {
    const { clerk, promise, taken } = await given()
    const { id } = await promise()
    database.platform.clock.set(moment)
    await takeCallback(clerk.ctx, id)
    await recordOutcome(clerk.ctx, new FakeSwitchboard(), id, { outcome: 'withdrawn', note: '' })
    return taken()
  }

  test('given a withdrawal before the window, is free again', async () => {
    expect(await withdraw('2026-11-23T12:59:59Z')).toEqual([0])
  })

  test('given a withdrawal in the window, is free as well: what has passed of it is no room anyway', async () => {
    expect(await withdraw(WINDOW.start.toISOString())).toEqual([0])
  })
})
