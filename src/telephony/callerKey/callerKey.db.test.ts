import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { asSystem, inTransaction } from '../../platform/context.ts'
import { callerKeyOf, forgetSalts } from './callerKey.ts'

const database = useDatabase()
const NUMBER = '+491725566445'
/** A minute before midnight in Berlin. */
const LATE = '2026-11-23T22:59:00Z'
let city: GivenCity

beforeEach(async () => {
  database.platform.clock.set(LATE)
  city = await givenCity(database.platform)
})

const keyOf = (caller: string | null, offeredAt = database.platform.clock.now(), cityId = city.cityId) =>
  inTransaction(database.platform, (tx) =>
    callerKeyOf(tx, asSystem(database.platform, cityId), caller, offeredAt),
  )
const saltsOf = async () =>
  (
    await database.platform.db
      .selectFrom('caller_salt')
      .select('day')
      .where('city_id', '=', city.cityId)
      .orderBy('day')
      .execute()
  ).map(({ day }) => day)

describe('the key of a caller', () => {
  test('given the same number on the same local day, it is the same; another number, day or city has another', async () => {
    const key = await keyOf(NUMBER)
    expect(key).toMatch(/^[0-9a-f]{32}$/)
    expect(await keyOf(NUMBER)).toBe(key)
    expect(await keyOf('+491725566446')).not.toBe(key)
    const other = await givenCity(database.platform)
    expect(await keyOf(NUMBER, undefined, other.cityId)).not.toBe(key)
    database.platform.clock.advance(60_000)
    expect(await keyOf(NUMBER)).not.toBe(key)
    expect(await saltsOf()).toEqual(['2026-11-23', '2026-11-24'])
  })

  test('given a withheld number, there is none', async () => {
    expect(await keyOf(null)).toBeNull()
    expect(await saltsOf()).toEqual([])
  })

  test('given many first calls of a day at once, all have one key', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => keyOf(NUMBER)))
    expect(new Set(keys).size).toBe(1)
    expect(await saltsOf()).toEqual(['2026-11-23'])
  })

  test('given midnight, the salt of the day before is deleted and not made anew for a call that comes in late', async () => {
    await keyOf(NUMBER)
    await forgetSalts(database.platform)
    expect(await saltsOf()).toEqual(['2026-11-23'])
    database.platform.clock.advance(60_000)
    const today = await keyOf(NUMBER)
    await forgetSalts(database.platform)
    expect(await saltsOf()).toEqual(['2026-11-24'])
    expect(await keyOf(NUMBER, new Date(LATE))).toBeNull()
    expect(await saltsOf()).toEqual(['2026-11-24'])
    expect(await keyOf(NUMBER)).toBe(today)
  })
})
