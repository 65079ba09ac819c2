import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/kit/database.ts'
import { givenCallback, TEST_PHONE } from '../../callbacks/callbacks.testkit.ts'
import { type GivenCity, givenCity } from '../../city/city.testkit.ts'
import { allowDialling, changeCallLimits, forbidDialling } from '../../city/misuse.ts'
import { givenAccount, type GivenAccount } from '../../people/people.testkit.ts'
import { newId } from '../../platform/ids.ts'
import type { PhoneNumber } from '../../shared/phoneNumber.ts'
import { isFlooding } from './floodStore.ts'
import { requireDialable } from '../requireDialable.ts'

const database = useDatabase()
let city: GivenCity
let admin: GivenAccount

const NUMBER = '+491713920012' as PhoneNumber
const now = () => database.platform.clock.now()

beforeEach(async () => {
  city = await givenCity(database.platform)
  admin = await givenAccount(database.platform, city.cityId, 'admin')
  await changeCallLimits(admin.ctx, { minutes: 10, calls: 3, anonymousCalls: 5 })
})

/** Calls of one number that nobody answered. */
async function called(caller: PhoneNumber | null, times: number): Promise<void> {
  for (let n = 0; n < times; n++)
    await database.platform.db
      .insertInto('call')
      .values({
        city_id: city.cityId,
        id: newId(),
        source: 'asterisk',
        source_key: newId(),
        line_id: city.lines.service.id,
        caller,
        state: 'ended',
        offered_at: new Date(now().getTime() - (n + 1) * 20_000),
        ended_at: now(),
        end_reason: 'abandoned',
        wait_ms: 5_000,
      })
      .execute()
}

const isTooOften = (caller: PhoneNumber | null) =>
  isFlooding(database.platform.db, city.cityId, caller, now())

describe('a number that calls again and again', () => {
  test('given as many empty calls as get through, it is one too many; another number is not', async () => {
    await called(NUMBER, 2)
    expect(await isTooOften(NUMBER)).toBe(false)
    await called(NUMBER, 1)
    expect(await isTooOften(NUMBER)).toBe(true)
    expect(await isTooOften('+491713920013' as PhoneNumber)).toBe(false)
  })

  test('given callers without a number, they have one limit together', async () => {
    await called(null, 4)
    expect(await isTooOften(null)).toBe(false)
    await called(null, 1)
    expect(await isTooOften(null)).toBe(true)
    expect(await isTooOften(NUMBER)).toBe(false)
  })

  test('given a callback that the city has promised, the number always gets through', async () => {
    await called(TEST_PHONE, 3)
    expect(await isTooOften(TEST_PHONE)).toBe(true)
    await givenCallback(database.platform, city, admin.ctx)
    expect(await isTooOften(TEST_PHONE)).toBe(false)
  })
})

describe('the last gate before dialling', () => {
  const dial = (number: string) => requireDialable(database.platform.db, city.cityId, number)

  test('given a dear, special or foreign number, refuses; given an ordinary one, does not', async () => {
    await dial(NUMBER)
    for (const number of ['+499001234567', '+4970012345678', '+431234567'])
      await expect(dial(number)).rejects.toMatchObject({ status: 409, code: 'number-not-allowed' })
  })

  test('given a permission that was taken away, refuses again', async () => {
    await allowDialling(admin.ctx, { prefix: '0043', reason: 'Partnerstadt' })
    await dial('+431234567')
    await forbidDialling(admin.ctx, '+43')
    await expect(dial('+431234567')).rejects.toMatchObject({ status: 409 })
  })
})
